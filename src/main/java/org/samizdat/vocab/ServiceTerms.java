package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What a SPARQL endpoint allows: no common vocabulary has words for it. Each is defined in the service's description. */
public final class ServiceTerms {
    public static final String NS = "https://w3id.org/samizdat/service#";

    public static final Node QUERY_TIME = term("queryTime");
    public static final Node REQUEST_BYTES = term("requestBytes");
    public static final Node HELD_BACK_BYTES = term("heldBackBytes");
    public static final Node SLOTS = term("slots");
    public static final Node QUEUE = term("queue");
    public static final Node NESTING = term("nesting");
    public static final Node PARTS = term("parts");
    public static final Node TRIPLE_PATTERNS = term("triplePatterns");
    public static final Node CLIENT_TIME = term("clientTimePerMinute");
    public static final Node CLIENT_ERRORS = term("clientErrorsPerMinute");
    public static final Node ALLOWED_SERVICE = term("allowedService");

    private ServiceTerms() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
