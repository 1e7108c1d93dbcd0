package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** VANN, a vocabulary for annotating vocabulary descriptions. */
public final class Vann {
    public static final String NS = "http://purl.org/vocab/vann/";

    public static final Node PREFERRED_NAMESPACE_URI = NodeFactory.createURI(NS + "preferredNamespaceUri");
    public static final Node PREFERRED_NAMESPACE_PREFIX = NodeFactory.createURI(NS + "preferredNamespacePrefix");

    public static final Node EXAMPLE = NodeFactory.createURI(NS + "example");

    private Vann() {}
}
