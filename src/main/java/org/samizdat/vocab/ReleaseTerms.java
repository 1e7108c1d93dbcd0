package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** What a release's manifest says that no common vocabulary has a word for. */
public final class ReleaseTerms {
    public static final String NS = "https://w3id.org/samizdat/release#";

    /** From a file to its path. */
    public static final Node PATH = term("path");

    /** From a file of the release to its CRC-32C, eight hexadecimal digits. */
    public static final Node CRC32C = term("crc32c");

    /** From a file that was used to its SHA-256 in hexadecimal. */
    public static final Node SHA256 = term("sha256");

    /** From a release to one of its graphs, by name and number of triples. */
    public static final Node GRAPH = term("graph");

    /** From a release to a query with its known answer. */
    public static final Node CANARY = term("canary");

    /** From a canary to its SPARQL. */
    public static final Node QUERY = term("query");

    /** From a canary to what the store answered when it was built, in SPARQL's TSV. */
    public static final Node ANSWER = term("answer");

    private ReleaseTerms() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
