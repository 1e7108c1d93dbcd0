package org.samizdat.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The vocabulary of <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>, and the
 * two terms of <a href="https://www.w3.org/TR/sparql12-service-description/">its version 1.2</a> by which one says 1.2.
 */
public final class Sd {
    public static final String NS = "http://www.w3.org/ns/sparql-service-description#";

    public static final Node SERVICE = term("Service");
    public static final Node DATASET = term("Dataset");
    public static final Node GRAPH = term("Graph");
    public static final Node NAMED_GRAPH_CLASS = term("NamedGraph");
    public static final Node FUNCTION = term("Function");

    public static final Node ENDPOINT = term("endpoint");
    public static final Node FEATURE = term("feature");
    public static final Node SUPPORTED_LANGUAGE = term("supportedLanguage");
    public static final Node RESULT_FORMAT = term("resultFormat");
    public static final Node EXTENSION_FUNCTION = term("extensionFunction");
    public static final Node DEFAULT_ENTAILMENT_REGIME = term("defaultEntailmentRegime");
    public static final Node DEFAULT_DATASET = term("defaultDataset");
    public static final Node DEFAULT_GRAPH = term("defaultGraph");
    public static final Node NAMED_GRAPH = term("namedGraph");
    /** From a named graph to its name. */
    public static final Node NAME = term("name");
    /** From a named graph to the graph that has the name. */
    public static final Node OF_GRAPH = term("graph");

    public static final Node SPARQL_10_QUERY = term("SPARQL10Query");
    public static final Node SPARQL_11_QUERY = term("SPARQL11Query");
    public static final Node BASIC_FEDERATED_QUERY = term("BasicFederatedQuery");

    /** SPARQL Query of any version: Service Description 1.2. */
    public static final Node SPARQL_QUERY = term("SPARQLQuery");
    /** From a service to a version of the language: Service Description 1.2. */
    public static final Node SUPPORTED_VERSION = term("supportedVersion");

    private Sd() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
