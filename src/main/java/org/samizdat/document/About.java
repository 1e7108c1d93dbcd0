package org.samizdat.document;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.release.Manifest;
import org.samizdat.release.Release;

/**
 * What the release says of itself.
 *
 * @param dataset its {@code void:Dataset}, of which every document is a part; empty if the release describes none
 * @param description in a sentence or two; may be empty
 * @param license empty if the release names none
 * @param languages tags of the languages that things have names in, as the data set says; the pages' own one first
 * @param classes how many things there are of each class, by the class's IRI
 */
public record About(
        String release,
        Addresses addresses,
        Optional<Node> dataset,
        String title,
        String description,
        Optional<Node> license,
        LocalDate modified,
        SortedMap<String, String> prefixes,
        List<String> languages,
        Map<String, Long> classes) {
    /** The language that pages are written in. */
    private static final String PAGES = "en";

    public static About of(Release release) {
        Manifest manifest = release.manifest();
        DatasetGraph data = release.dataset();
        return Txn.calculateRead(data, () -> of(manifest, data));
    }

    private static About of(Manifest manifest, DatasetGraph data) {
        Addresses addresses = new Addresses(manifest.base());
        Graph description = data.getGraph(addresses.graph("void"));
        Optional<Node> dataset = description
                .find(Node.ANY, RDF.type.asNode(), VOID.Dataset.asNode())
                .mapWith(triple -> triple.getSubject())
                .filterKeep(node -> description.contains(node, DCTerms.license.asNode(), Node.ANY))
                .toList()
                .stream()
                .min(Comparator.comparing(Node::toString));
        return new About(
                manifest.id(),
                addresses,
                dataset,
                manifest.title(),
                dataset.map(node -> text(description, node)).orElse(""),
                dataset.flatMap(node -> values(description, node, DCTerms.license.asNode()).stream()
                        .findFirst()),
                manifest.modified(),
                manifest.prefixes(),
                languages(dataset.map(node -> values(description, node, DCTerms.language.asNode()))
                        .orElse(List.of())),
                manifest.classes());
    }

    private static List<String> languages(List<Node> named) {
        return Stream.concat(
                        Stream.of(PAGES),
                        named.stream()
                                .filter(Node::isLiteral)
                                .map(Node::getLiteralLexicalForm)
                                .sorted())
                .distinct()
                .toList();
    }

    private static String text(Graph graph, Node dataset) {
        return values(graph, dataset, DCTerms.description.asNode()).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private static List<Node> values(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }
}
