package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Description;

/** Arranges the description of one thing as a page. Everything that the description says has a place on it. */
final class ThingPages {
    private static final int DATED_ROWS = 14;
    private static final Set<Node> PARTS = Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
    private static final Set<Node> IN_HEADING =
            Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), SKOS.altLabel.asNode(), DCTerms.description.asNode());
    private static final Set<Node> ELSEWHERE = Set.of(
            OWL.sameAs.asNode(),
            SKOS.exactMatch.asNode(),
            SKOS.closeMatch.asNode(),
            RDFS.seeAlso.asNode(),
            FOAF.page.asNode(),
            SKOS.hiddenLabel.asNode());

    private final Description description;
    private final Graph graph;
    private final Node thing;
    private final Names names;
    private final Ontology ontology;
    /** The triples of this thing that only follow from others. */
    private final Set<Triple> implied;

    private final Footnotes footnotes;
    private final FactGroups groups;

    /** @param inferred whether a triple only follows from others */
    ThingPages(Description description, Names names, Ontology ontology, Predicate<Triple> inferred) {
        this.description = description;
        this.graph = description.graph();
        this.thing = description.thing();
        this.names = names;
        this.ontology = ontology;
        this.implied = Stream.of(find(thing, Node.ANY, Node.ANY), find(Node.ANY, Node.ANY, thing))
                .flatMap(List::stream)
                .filter(triple -> !PARTS.contains(triple.getPredicate()))
                .filter(inferred)
                .collect(Collectors.toSet());
        this.footnotes = new Footnotes(graph, names, ontology);
        this.groups = new FactGroups(names, ontology, footnotes);
    }

    ThingPage page(Frame frame) {
        List<Triple> outgoing = find(thing, Node.ANY, Node.ANY);
        List<Triple> stated =
                new ArrayList<>(keep(outgoing, triple -> !implied.contains(triple) && !isSetApart(triple)));
        List<Triple> incoming = incoming(outgoing);
        for (Triple statement : footnotes.statements()) {
            if (!graph.contains(statement)) {
                addTo(statement, stated, incoming);
            }
        }
        List<FactGroups.Item> of = stated.stream().map(groups::outgoing).toList();
        List<FactGroups.Item> about = incoming.stream().map(groups::incoming).toList();
        List<FactGroups.Item> all = Stream.concat(of.stream(), about.stream()).toList();
        return new ThingPage(
                frame,
                names.link(thing).symbol(),
                kinds(),
                sentence(),
                values(SKOS.altLabel.asNode()),
                groups.plain(keep(outgoing, triple -> ELSEWHERE.contains(triple.getPredicate()))),
                groups.grouped(of),
                groups.grouped(about),
                groups.plain(keep(outgoing, implied::contains)),
                timeline(all),
                neighbourhood(all),
                place(),
                ThingPage.Part.of(description, names),
                footnotes.notes());
    }

    private void addTo(Triple said, List<Triple> outgoing, List<Triple> incoming) {
        if (said.getSubject().equals(thing)) {
            outgoing.add(said);
        } else if (said.getObject().equals(thing)) {
            incoming.add(said);
        }
    }

    private static List<Triple> keep(List<Triple> triples, Predicate<Triple> condition) {
        return triples.stream().filter(condition).toList();
    }

    private boolean isSetApart(Triple triple) {
        Node property = triple.getPredicate();
        return IN_HEADING.contains(property)
                || ELSEWHERE.contains(property)
                || PARTS.contains(property)
                || isKind(triple) && names.isOwn(triple.getObject());
    }

    private static boolean isKind(Triple triple) {
        return triple.getPredicate().equals(RDF.type.asNode());
    }

    /** What is inferred between two things is the inverse of what the other direction says, if there is one. */
    private List<Triple> incoming(List<Triple> outgoing) {
        List<Triple> triples = new ArrayList<>(find(Node.ANY, Node.ANY, thing));
        Set<Node> linked = outgoing.stream().map(Triple::getObject).collect(Collectors.toSet());
        triples.removeIf(triple -> PARTS.contains(triple.getPredicate())
                || implied.contains(triple) && linked.contains(triple.getSubject()));
        return triples;
    }

    private List<Link> kinds() {
        return find(thing, RDF.type.asNode(), Node.ANY).stream()
                .filter(triple -> !implied.contains(triple))
                .map(Triple::getObject)
                .filter(names::isOwn)
                .map(names::kind)
                .sorted(FactGroups.BY_TEXT)
                .toList();
    }

    private List<Link> values(Node property) {
        return find(thing, property, Node.ANY).stream()
                .map(triple -> names.link(triple.getObject()))
                .sorted(FactGroups.BY_TEXT)
                .toList();
    }

    private String sentence() {
        return names.value(thing, DCTerms.description.asNode()).map(names::text).orElse("");
    }

    /** Where the source page shows it, if it is a source or part of one. */
    private Optional<Link> place() {
        List<Node> within = SourceParts.within(graph, thing);
        boolean isSource = !within.isEmpty() || graph.contains(Node.ANY, DCTerms.isPartOf.asNode(), thing);
        return isSource
                ? Optional.of(names.inSource(thing, within.isEmpty() ? thing : within.getLast()))
                : Optional.empty();
    }

    private Optional<Timeline> timeline(List<FactGroups.Item> items) {
        List<Timeline.Entry> entries = items.stream()
                .flatMap(item -> entry(item).stream())
                .sorted(Comparator.comparing(Timeline.Entry::span, Span.IN_TIME)
                        .thenComparing(entry -> entry.link().text()))
                .limit(DATED_ROWS)
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(Timeline.of(entries));
    }

    private Optional<Timeline.Entry> entry(FactGroups.Item item) {
        boolean said = !graph.contains(item.triple());
        boolean isDate = Span.of(item.triple().getObject()).isPresent();
        Link value = item.value();
        Link shown = isDate ? value.called(item.relation()) : value.called(relation(item) + " " + value.text());
        return item.span().map(span -> new Timeline.Entry(shown, span.words(), span, said));
    }

    private static String relation(FactGroups.Item item) {
        return item.relation().isEmpty() ? item.heading().text() : item.relation();
    }

    /** Those that the most statements join to this thing. */
    private Optional<Neighbourhood> neighbourhood(List<FactGroups.Item> items) {
        Map<Link, List<Neighbourhood.Related>> related = new LinkedHashMap<>();
        items.forEach(item -> relate(item, related));
        List<Neighbourhood.Related> nearest = related.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Link, List<Neighbourhood.Related>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey, FactGroups.BY_TEXT))
                .limit(Neighbourhood.MOST)
                .map(entry -> entry.getValue().getFirst())
                .toList();
        return nearest.size() < 2
                ? Optional.empty()
                : Optional.of(Neighbourhood.of(names.link(thing).symbol(), nearest));
    }

    private void relate(FactGroups.Item item, Map<Link, List<Neighbourhood.Related>> related) {
        Node other = item.triple().getSubject().equals(thing)
                ? item.triple().getObject()
                : item.triple().getSubject();
        Symbol symbol = item.value().symbol();
        if (names.isThing(other) && symbol != Symbol.CLAIM && symbol != Symbol.SOURCE) {
            boolean said = !graph.contains(item.triple());
            related.computeIfAbsent(item.value(), key -> new ArrayList<>())
                    .add(new Neighbourhood.Related(item.value(), relation(item), said));
        }
    }

    private List<Triple> find(Node subject, Node property, Node object) {
        return graph.find(subject, property, object).toList();
    }
}
