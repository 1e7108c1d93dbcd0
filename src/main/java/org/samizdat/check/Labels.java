package org.samizdat.check;

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

/** Which of its labels a thing is called by. Reports are in English, so an English label goes before others. */
final class Labels {
    private static final List<Node> PROPERTIES = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());
    private static final Comparator<Node> ENGLISH_FIRST = Comparator.comparing((Node label) ->
                    !label.getLiteralLanguage().toLowerCase(Locale.ROOT).matches("en(-.*)?"))
            .thenComparing(Node::getLiteralLexicalForm);

    private Labels() {}

    static Optional<Node> of(Graph graph, Node thing) {
        return all(graph, thing).min(ENGLISH_FIRST);
    }

    /** All labels of a thing: its {@code rdfs:label} and {@code skos:prefLabel}. */
    static Stream<Node> all(Graph graph, Node thing) {
        return PROPERTIES.stream()
                .flatMap(property -> graph.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .filter(Node::isLiteral);
    }
}
