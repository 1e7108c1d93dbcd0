package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The <a href="http://www.nanopub.org/nschema">nanopublication schema</a>. */
public final class Np {
    public static final String NS = "http://www.nanopub.org/nschema#";

    public static final Node NANOPUBLICATION = term("Nanopublication");
    public static final Node HAS_ASSERTION = term("hasAssertion");
    public static final Node HAS_PROVENANCE = term("hasProvenance");
    public static final Node HAS_PUBLICATION_INFO = term("hasPublicationInfo");

    private Np() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
