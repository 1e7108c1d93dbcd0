package org.samizdat.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.release.Manifest;
import org.samizdat.vocab.Sd;
import org.samizdat.vocab.ServiceTerms;

/**
 * What is true of this endpoint, in the terms of
 * <a href="https://www.w3.org/TR/sparql11-service-description/#vocab">SPARQL 1.1 Service Description, section 3</a>. No
 * named graph belongs to the default graph, nothing is dereferenced, no dataset need be named and no property is magic:
 * there are features for these, and they are not stated.
 */
final class ServiceStatements {
    private static final String ENTAILMENT = "http://www.w3.org/ns/entailment/";
    private static final String SPARQL = "http://www.w3.org/ns/sparql#";

    private final Node service;
    private final List<Triple> triples = new ArrayList<>();

    private ServiceStatements(String endpoint) {
        this.service = NodeFactory.createURI(endpoint);
    }

    /**
     * @param endpoint the address of the endpoint, which is the service's name too
     * @param base the base IRI of the publication, which is the name of its data set
     * @param sizes the number of triples in each graph, as {@link Manifest#triples()} has them
     */
    static List<Triple> of(String endpoint, String base, SortedMap<String, Long> sizes, Limits limits) {
        ServiceStatements statements = new ServiceStatements(endpoint);
        statements.state(RDF.type.asNode(), Sd.SERVICE);
        statements.state(Sd.ENDPOINT, statements.service);
        statements.language();
        statements.limits(limits);
        statements.dataset(base, sizes);
        return statements.triples;
    }

    private void state(Node property, Node value) {
        state(service, property, value);
    }

    private void state(Node subject, Node property, Node value) {
        triples.add(Triple.create(subject, property, value));
    }

    private void language() {
        Stream.of(Sd.SPARQL_10_QUERY, Sd.SPARQL_11_QUERY, Sd.SPARQL_QUERY)
                .forEach(language -> state(Sd.SUPPORTED_LANGUAGE, language));
        Stream.of("1.0", "1.1", "1.2-basic", "1.2")
                .forEach(version -> state(Sd.SUPPORTED_VERSION, iri(SPARQL + "version-" + version)));
        for (ResultFormat format : ResultFormat.values()) {
            format.iri().ifPresent(iri -> state(Sd.RESULT_FORMAT, iri(iri)));
        }
        // What follows from the data by the ontology is stored as triples, whose patterns match as they are.
        state(Sd.DEFAULT_ENTAILMENT_REGIME, iri(ENTAILMENT + "Simple"));
        for (String function : Admission.extensionFunctions()) {
            state(Sd.EXTENSION_FUNCTION, iri(function));
            state(iri(function), RDF.type.asNode(), Sd.FUNCTION);
        }
    }

    private void limits(Limits limits) {
        state(ServiceTerms.QUERY_TIME, duration(limits.time()));
        state(ServiceTerms.REQUEST_BYTES, number(limits.request()));
        state(ServiceTerms.HELD_BACK_BYTES, number(limits.heldBack()));
        state(ServiceTerms.SLOTS, number(limits.slots()));
        state(ServiceTerms.QUEUE, number(limits.queue()));
        state(ServiceTerms.NESTING, number(Admission.DEEPEST));
        state(ServiceTerms.PARTS, number(Admission.MOST_PARTS));
        state(ServiceTerms.TRIPLE_PATTERNS, number(Admission.MOST_PATTERNS));
        limits.fairUse().ifPresent(share -> {
            state(ServiceTerms.CLIENT_TIME, duration(share.time()));
            state(ServiceTerms.CLIENT_ERRORS, number(share.errors()));
        });
        if (!limits.services().isEmpty()) {
            state(Sd.FEATURE, Sd.BASIC_FEDERATED_QUERY);
            limits.services().forEach(other -> state(ServiceTerms.ALLOWED_SERVICE, iri(other)));
        }
    }

    private void dataset(String base, SortedMap<String, Long> sizes) {
        Node dataset = iri(base + "#default-dataset");
        Node defaultGraph = iri(base);
        state(Sd.DEFAULT_DATASET, dataset);
        state(dataset, RDF.type.asNode(), Sd.DATASET);
        state(dataset, Sd.DEFAULT_GRAPH, defaultGraph);
        graph(defaultGraph, sizes.getOrDefault(Manifest.DEFAULT_GRAPH, 0L));
        sizes.forEach((name, size) -> {
            if (!name.equals(Manifest.DEFAULT_GRAPH)) {
                namedGraph(dataset, iri(name), size);
            }
        });
    }

    private void namedGraph(Node dataset, Node name, long size) {
        Node graph = iri(name.getURI() + "#graph");
        state(dataset, Sd.NAMED_GRAPH, name);
        state(name, RDF.type.asNode(), Sd.NAMED_GRAPH_CLASS);
        state(name, Sd.NAME, name);
        state(name, Sd.OF_GRAPH, graph);
        graph(graph, size);
    }

    private void graph(Node graph, long size) {
        state(graph, RDF.type.asNode(), Sd.GRAPH);
        state(graph, VOID.triples.asNode(), number(size));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node duration(Duration duration) {
        return NodeFactory.createLiteralDT(duration.toString(), XSDDatatype.XSDdayTimeDuration);
    }
}
