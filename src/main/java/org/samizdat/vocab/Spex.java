package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The SIB's vocabulary for example queries: what SHACL, which the others are stated in, has no word for. */
public final class Spex {
    public static final String NS = "https://purl.expasy.org/sparql-examples/ontology#";

    /** From an example to the text of its DESCRIBE query. */
    public static final Node DESCRIBE = NodeFactory.createURI(NS + "describe");

    private Spex() {}
}
