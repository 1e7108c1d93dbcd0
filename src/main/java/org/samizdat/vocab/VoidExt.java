package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What <a href="http://ldf.fi/void-ext#">extends VoID</a>: literals by their datatypes, as other statistics have it. */
public final class VoidExt {
    public static final String NS = "http://ldf.fi/void-ext#";

    /** From triples to those of them whose objects have one datatype. */
    public static final Node DATATYPE_PARTITION = term("datatypePartition");

    public static final Node DATATYPE = term("datatype");

    private VoidExt() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
