package org.samizdat.draft;

import java.util.Comparator;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.publication.Publication;
import org.samizdat.vocab.Vann;

/**
 * The data set about itself: what {@code publication.ttl} says of it, what it holds, by classes and properties and with their
 * labels, what its graphs are for, and the prefixes that it is written with. From this, editors of queries know what can be
 * asked.
 */
final class SelfDescription {
    private static final Comparator<Triple> SUBJECT_ORDER =
            Comparator.comparing(triple -> triple.getSubject().toString());
    /** Statements of {@code publication.ttl} that speak of the publisher's folder, or that are made anew. */
    private static final Set<Node> NOT_TAKEN_OVER = Set.of(
            VOID.vocabulary.asNode(), SHACL.shapesGraph, Vann.EXAMPLE, SHACL.declare, SHACL.prefix, SHACL.namespace);

    private final Publication publication;
    private final Graph stated;
    private final Graph ontology;
    private final boolean hasExamples;
    private final Set<String> earlierOntologies;
    private final Node dataset;
    private final Graphs names;

    /**
     * @param stated what tables and RDF files say
     * @param earlierOntologies the names of the graphs of earlier versions
     */
    SelfDescription(
            Publication publication, Graph stated, Graph ontology, boolean hasExamples, Set<String> earlierOntologies) {
        this.publication = publication;
        this.stated = stated;
        this.ontology = ontology;
        this.hasExamples = hasExamples;
        this.earlierOntologies = earlierOntologies;
        this.dataset = NodeFactory.createURI(publication.base());
        this.names = Graphs.of(publication.base());
    }

    /**
     * @param published the default graph
     * @throws BadInputException where publication.ttl has blank nodes that cannot be named
     */
    Graph of(Graph published) {
        Graph description = Skolemizer.named(takenOver(), publication.base(), "publication.ttl");
        description.add(dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(publication.base() + "id/"));
        description.add(dataset, VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(publication.base() + "sparql"));
        if (hasExamples) {
            description.add(dataset, Vann.EXAMPLE, names.examples());
        }
        declarePrefixes(description);
        names.labels().forEach((graph, label) -> label(graph, label, description));
        earlierOntologies.forEach(
                version -> label(NodeFactory.createURI(version), "Earlier version of the ontology", description));
        count(published, description);
        return description;
    }

    private static void label(Node graph, String label, Graph description) {
        description.add(graph, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en"));
    }

    /** The base IRI is the data set's name, whatever publication.ttl calls it. */
    private Graph takenOver() {
        Graph renamed = GraphMemFactory.createDefaultGraph();
        publication.description().find().forEach(triple -> {
            if (!NOT_TAKEN_OVER.contains(triple.getPredicate())) {
                renamed.add(renamed(triple.getSubject()), triple.getPredicate(), renamed(triple.getObject()));
            }
        });
        return renamed;
    }

    private Node renamed(Node node) {
        return node.equals(publication.dataset()) ? dataset : node;
    }

    /** All that files are written with, the standard ones too: an editor knows none but these. */
    private void declarePrefixes(Graph description) {
        publication.prefixes().forEach((prefix, namespace) -> {
            Node declaration = NodeFactory.createURI(publication.base() + "#prefix-" + prefix);
            description.add(dataset, SHACL.declare, declaration);
            description.add(declaration, SHACL.prefix, NodeFactory.createLiteralString(prefix));
            description.add(
                    declaration, SHACL.namespace, NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI));
        });
    }

    private void count(Graph published, Graph description) {
        VoidStatistics statistics = new VoidStatistics(this::statedClasses);
        published.stream().sorted(SUBJECT_ORDER).forEach(statistics);
        statistics.describe(dataset, description::add);
        for (String term : statistics.terms()) {
            ontology.find(NodeFactory.createURI(term), RDFS.label.asNode(), Node.ANY)
                    .forEach(description::add);
        }
    }

    /** Not those that only follow from others. */
    private Set<String> statedClasses(Node node) {
        return stated.find(node, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isURI)
                .mapWith(Node::getURI)
                .toSet();
    }
}
