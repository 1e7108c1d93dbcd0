package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** PAV, the Provenance, Authoring and Versioning ontology. */
public final class Pav {
    public static final String NS = "http://purl.org/pav/";

    public static final Node VERSION = NodeFactory.createURI(NS + "version");

    private Pav() {}
}
