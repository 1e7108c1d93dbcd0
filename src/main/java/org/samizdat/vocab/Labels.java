package org.samizdat.vocab;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Which of its labels a thing is called by. Pages and reports are in English, so an English label goes before others. */
public final class Labels {
    private static final List<Node> PROPERTIES = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());
    private static final int FOREIGN = 3;

    private Labels() {}

    public static Optional<Node> of(Graph graph, Node thing) {
        return all(graph, thing)
                .min(Comparator.<Node>comparingInt(Labels::distance).thenComparing(Node::getLiteralLexicalForm));
    }

    /** All labels of a thing: its {@code rdfs:label} and {@code skos:prefLabel}. */
    public static Stream<Node> all(Graph graph, Node thing) {
        return PROPERTIES.stream()
                .flatMap(property -> graph.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .filter(Node::isLiteral);
    }

    /** The language of a label that is not English; empty for one that is, and for one of no language. */
    public static String foreign(Node label) {
        return distance(label) == FOREIGN ? label.getLiteralLanguage() : "";
    }

    private static int distance(Node label) {
        String lang = label.getLiteralLanguage();
        return lang.equalsIgnoreCase("en")
                ? 0
                : lang.toLowerCase(Locale.ROOT).startsWith("en-") ? 1 : lang.isEmpty() ? 2 : FOREIGN;
    }
}
