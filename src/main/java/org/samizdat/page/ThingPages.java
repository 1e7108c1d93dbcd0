package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.vocab.Prov;

/** Arranges the description of one thing as a page. Everything that the description says has a place on it. */
final class ThingPages {
    private static final Set<Node> PARTS = Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
    private static final Set<Node> IN_HEADING =
            Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), DCTerms.description.asNode());
    private static final Comparator<Link> BY_TEXT = Comparator.comparing(Link::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Link::text)
            .thenComparing(Link::href);

    private final Graph graph;
    private final Node thing;
    private final Names names;
    private final Predicate<Triple> inferred;
    private final Map<Triple, List<Node>> claims = new LinkedHashMap<>();
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    private ThingPages(Graph graph, Node thing, Names names, Predicate<Triple> inferred) {
        this.graph = graph;
        this.thing = thing;
        this.names = names;
        this.inferred = inferred;
        find(Node.ANY, RDF.predicate.asNode(), Node.ANY).stream()
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(this::addClaim);
    }

    /**
     * @param description all that is known of the thing, labels included
     * @param inferred whether a triple only follows from others
     */
    static ThingPage page(Graph description, Node thing, Names names, Predicate<Triple> inferred, Frame frame) {
        return new ThingPages(description, thing, names, inferred).page(frame);
    }

    private void addClaim(Node claim) {
        Optional<Node> subject = names.value(claim, RDF.subject.asNode());
        Optional<Node> property = names.value(claim, RDF.predicate.asNode());
        Optional<Node> object = names.value(claim, RDF.object.asNode());
        if (subject.isPresent() && property.isPresent() && object.isPresent()) {
            claims.computeIfAbsent(Triple.create(subject.get(), property.get(), object.get()), key -> new ArrayList<>())
                    .add(claim);
        }
    }

    private ThingPage page(Frame frame) {
        List<Triple> outgoing = outgoing();
        List<Fact> facts = facts(keep(outgoing, inferred.negate()), Triple::getObject);
        List<Fact> said = facts(saidOf(triple -> triple.getSubject().equals(thing)), Triple::getObject);
        List<Triple> others = incoming(outgoing);
        others.addAll(saidOf(triple -> triple.getObject().equals(thing)));
        List<Fact> incoming = facts(others, Triple::getSubject);
        List<Fact> implied = facts(keep(outgoing, inferred), Triple::getObject);
        return new ThingPage(frame, kinds(), description(), statement(), facts, said, incoming, implied, notes());
    }

    private static List<Triple> keep(List<Triple> triples, Predicate<Triple> condition) {
        return triples.stream().filter(condition).toList();
    }

    private List<Triple> outgoing() {
        List<Triple> triples = find(thing, Node.ANY, Node.ANY);
        triples.removeIf(triple -> IN_HEADING.contains(triple.getPredicate())
                || PARTS.contains(triple.getPredicate())
                || isKind(triple) && names.isOwn(triple.getObject()));
        return triples;
    }

    private static boolean isKind(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode());
    }

    /** What is inferred between two things is the inverse of what the other direction says, if there is one. */
    private List<Triple> incoming(List<Triple> outgoing) {
        List<Triple> triples = find(Node.ANY, Node.ANY, thing);
        Set<Node> linked = outgoing.stream().map(Triple::getObject).collect(Collectors.toSet());
        triples.removeIf(triple ->
                PARTS.contains(triple.getPredicate()) || inferred.test(triple) && linked.contains(triple.getSubject()));
        return triples;
    }

    private List<Triple> saidOf(Predicate<Triple> concerning) {
        return claims.keySet().stream()
                .filter(concerning)
                .filter(triple -> !graph.contains(triple))
                .toList();
    }

    private List<Link> kinds() {
        return find(thing, RDF.type.asNode(), Node.ANY).stream()
                .map(Triple::getObject)
                .filter(names::isOwn)
                .map(names::link)
                .sorted(BY_TEXT)
                .toList();
    }

    private String description() {
        return names.value(thing, DCTerms.description.asNode()).map(names::text).orElse("");
    }

    private Optional<ThingPage.Statement> statement() {
        return claims.entrySet().stream()
                .filter(entry -> entry.getValue().contains(thing))
                .map(Map.Entry::getKey)
                .map(triple -> new ThingPage.Statement(
                        names.link(triple.getSubject()),
                        names.link(triple.getPredicate()),
                        names.link(triple.getObject()),
                        graph.contains(triple)))
                .findFirst();
    }

    /** Grouped by property, properties and values in order of what they are called; footnotes numbered in that order. */
    private List<Fact> facts(List<Triple> triples, Function<Triple, Node> end) {
        Map<Link, List<Triple>> groups = new TreeMap<>(BY_TEXT);
        for (Triple triple : triples) {
            groups.computeIfAbsent(names.link(triple.getPredicate()), key -> new ArrayList<>())
                    .add(triple);
        }
        List<Fact> facts = new ArrayList<>();
        groups.forEach((property, group) -> facts.add(new Fact(
                property,
                group.stream()
                        .sorted(Comparator.comparing(triple -> names.link(end.apply(triple)), BY_TEXT))
                        .map(triple -> value(triple, end.apply(triple)))
                        .toList())));
        return facts;
    }

    private Fact.Value value(Triple triple, Node shown) {
        List<Node> behind = claims.getOrDefault(triple, List.of());
        List<Fact.Mark> marks = behind.stream()
                .map(claim -> new Fact.Mark(number(claim), names.link(claim).href()))
                .toList();
        List<Link> holders = behind.stream()
                .flatMap(claim -> find(claim, Prov.WAS_ATTRIBUTED_TO, Node.ANY).stream())
                .map(attribution -> names.link(attribution.getObject()))
                .distinct()
                .sorted(BY_TEXT)
                .toList();
        return new Fact.Value(isKind(triple) ? names.placed(shown) : names.link(shown), marks, holders);
    }

    private int number(Node claim) {
        return numbers.computeIfAbsent(claim, key -> numbers.size() + 1);
    }

    private List<ThingPage.Note> notes() {
        List<ThingPage.Note> notes = new ArrayList<>();
        numbers.forEach((claim, number) -> notes.add(new ThingPage.Note(
                number,
                names.link(claim),
                find(claim, Prov.WAS_DERIVED_FROM, Node.ANY).stream()
                        .map(triple -> names.link(triple.getObject()))
                        .sorted(BY_TEXT)
                        .toList())));
        return notes;
    }

    private List<Triple> find(Node subject, Node property, Node object) {
        return graph.find(subject, property, object).toList();
    }
}
