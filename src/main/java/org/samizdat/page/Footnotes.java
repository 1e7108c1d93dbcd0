package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** The claims of a description, numbered in the order in which a page comes to them. */
final class Footnotes {
    private final Names names;
    private final Ontology ontology;
    private final Map<Triple, List<Claim>> claims = new LinkedHashMap<>();
    private final Map<Claim, Integer> numbers = new LinkedHashMap<>();

    Footnotes(Graph graph, Names names, Ontology ontology) {
        this.names = names;
        this.ontology = ontology;
        graph.find(Node.ANY, RDF.predicate.asNode(), Node.ANY).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .flatMap(node -> Claim.of(graph, node).stream())
                .forEach(claim -> claims.computeIfAbsent(claim.statement(), key -> new ArrayList<>())
                        .add(claim));
    }

    /** All statements that are claimed, whether or not the source vouches for them. */
    Iterable<Triple> statements() {
        return claims.keySet();
    }

    /** The claims behind a statement, in order of their names. */
    List<Claim> behind(Triple statement) {
        return claims.getOrDefault(statement, List.of());
    }

    Facts.Mark mark(Claim claim) {
        int number = numbers.computeIfAbsent(claim, key -> numbers.size() + 1);
        return new Facts.Mark(number, names.link(claim.node()).href());
    }

    /** How the source says it: what a claim says of itself in terms of the ontology. */
    List<Link> tags(Claim claim) {
        return claim.qualifiers().stream()
                .map(Triple::getObject)
                .filter(ontology::isOwn)
                .map(names::link)
                .toList();
    }

    List<ThingPage.Note> notes() {
        List<ThingPage.Note> notes = new ArrayList<>();
        numbers.forEach((claim, number) -> notes.add(new ThingPage.Note(
                number,
                names.link(claim.node()),
                claim.sources().stream().map(names::link).toList(),
                tags(claim),
                qualifiers(claim))));
        return notes;
    }

    List<ThingPage.Qualifier> qualifiers(Claim claim) {
        return claim.qualifiers().stream()
                .filter(triple -> !ontology.isOwn(triple.getObject()))
                .map(triple ->
                        new ThingPage.Qualifier(names.link(triple.getPredicate()), names.link(triple.getObject())))
                .toList();
    }
}
