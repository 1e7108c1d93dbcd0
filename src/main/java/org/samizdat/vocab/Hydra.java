package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The <a href="https://www.hydra-cg.com/spec/latest/core/">Hydra Core Vocabulary</a>: collections and their pages. */
public final class Hydra {
    public static final String NS = "http://www.w3.org/ns/hydra/core#";

    public static final Node COLLECTION = term("Collection");
    public static final Node PARTIAL_COLLECTION_VIEW = term("PartialCollectionView");

    /** From anything to a collection that has to do with it. */
    public static final Node COLLECTION_OF = term("collection");

    public static final Node TOTAL_ITEMS = term("totalItems");

    /** From a collection to what is true of all its members. */
    public static final Node MEMBER_ASSERTION = term("memberAssertion");

    public static final Node PROPERTY = term("property");
    public static final Node SUBJECT = term("subject");
    public static final Node OBJECT = term("object");
    public static final Node VIEW = term("view");
    public static final Node FIRST = term("first");
    public static final Node PREVIOUS = term("previous");
    public static final Node NEXT = term("next");
    public static final Node LAST = term("last");

    private Hydra() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
