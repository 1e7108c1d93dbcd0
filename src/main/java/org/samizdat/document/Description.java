package org.samizdat.document;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.vocab.Prov;

/**
 * All that the default graph says about one thing: the triples it is subject or object of, the claims that name
 * it with the sentences they cite, and the labels of everything these mention.
 */
public final class Description {
    private final DatasetGraph data;
    private final Graph graph = GraphFactory.createGraphMem();

    private Description(DatasetGraph data) {
        this.data = data;
    }

    /** Inside a read transaction; empty if the default graph says nothing with this thing as subject. */
    public static Optional<Graph> of(DatasetGraph data, Node thing) {
        if (!data.contains(Quad.defaultGraphIRI, thing, Node.ANY, Node.ANY)) {
            return Optional.empty();
        }
        Description description = new Description(data);
        description.collect(thing);
        return Optional.of(description.graph);
    }

    private void collect(Node thing) {
        Set<Node> claims = new LinkedHashSet<>();
        addAll(thing, Node.ANY, Node.ANY);
        for (Triple triple : addAll(Node.ANY, Node.ANY, thing)) {
            if (data.contains(Quad.defaultGraphIRI, triple.getSubject(), RDF.predicate.asNode(), Node.ANY)) {
                claims.add(triple.getSubject());
            }
        }
        for (Triple triple : addAll(Node.ANY, RDF.subject.asNode(), thing)) {
            claims.add(triple.getSubject());
        }
        claims.add(thing);
        claims.forEach(this::addClaim);
        addCitations();
        addLabels();
    }

    /** With the plain triple, if the source vouches for it. */
    private void addClaim(Node claim) {
        addAll(claim, Node.ANY, Node.ANY);
        for (Node subject : values(claim, RDF.subject.asNode())) {
            for (Node property : values(claim, RDF.predicate.asNode())) {
                values(claim, RDF.object.asNode()).forEach(object -> addAll(subject, property, object));
            }
        }
    }

    private List<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    /** The sentences that the claims rest on, and what those are parts of, up to the document. */
    private void addCitations() {
        Set<Node> places = objects(graph.find(Node.ANY, Prov.WAS_DERIVED_FROM, Node.ANY));
        Set<Node> seen = new HashSet<>();
        while (!places.isEmpty()) {
            Set<Node> wholes = new LinkedHashSet<>();
            for (Node place : places) {
                addAll(place, Node.ANY, Node.ANY);
                wholes.addAll(objects(graph.find(place, DCTerms.isPartOf.asNode(), Node.ANY)));
            }
            seen.addAll(places);
            wholes.removeAll(seen);
            places = wholes;
        }
    }

    private void addLabels() {
        Set<Node> mentioned = new LinkedHashSet<>();
        graph.find().forEach(triple -> {
            mentioned.add(triple.getSubject());
            mentioned.add(triple.getPredicate());
            mentioned.add(triple.getObject());
        });
        for (Node node : mentioned) {
            if (node.isURI()) {
                addAll(node, RDFS.label.asNode(), Node.ANY);
                addAll(node, SKOS.prefLabel.asNode(), Node.ANY);
            }
        }
    }

    private static Set<Node> objects(ExtendedIterator<Triple> triples) {
        return triples.mapWith(Triple::getObject).filterKeep(Node::isURI).toSet();
    }

    private Set<Triple> addAll(Node subject, Node predicate, Node object) {
        Set<Triple> added = new LinkedHashSet<>();
        Iterator<Quad> quads = data.find(Quad.defaultGraphIRI, subject, predicate, object);
        quads.forEachRemaining(quad -> added.add(quad.asTriple()));
        added.forEach(graph::add);
        return added;
    }
}
