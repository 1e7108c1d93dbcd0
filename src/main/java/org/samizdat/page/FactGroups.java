package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Puts statements under headings: one for each most general property of the ontology, dates first. */
final class FactGroups {
    static final Comparator<Link> BY_TEXT = Comparator.comparing(Link::text, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Link::text)
            .thenComparing(Link::href);
    private static final Link DATES = Link.to("dates", "");

    private final Names names;
    private final Ontology ontology;
    private final Footnotes footnotes;

    /** A statement with what it is shown as. */
    record Item(Optional<Span> span, Link value, Link heading, String relation, Triple triple) {
        private static final Comparator<Item> IN_TIME = Comparator.comparing(
                        (Item item) -> item.span().isEmpty())
                .thenComparing((a, b) -> a.span().isPresent() && b.span().isPresent()
                        ? Span.IN_TIME.compare(a.span().get(), b.span().get())
                        : 0)
                .thenComparing(Item::relation)
                .thenComparing(Item::value, BY_TEXT);
    }

    FactGroups(Names names, Ontology ontology, Footnotes footnotes) {
        this.names = names;
        this.ontology = ontology;
        this.footnotes = footnotes;
    }

    /** What needs no summing up: each property has a heading of its own. */
    List<Facts> plain(List<Triple> triples) {
        return grouped(triples.stream()
                .map(triple -> new Item(
                        Optional.empty(),
                        names.placed(triple.getObject()),
                        names.link(triple.getPredicate()),
                        "",
                        triple))
                .toList());
    }

    /** What is said of the thing: an object under a property. */
    Item outgoing(Triple triple) {
        Node property = triple.getPredicate();
        Node root = ontology.root(property);
        boolean isDate = Span.of(triple.getObject()).isPresent();
        Link value =
                property.equals(RDF.type.asNode()) ? names.placed(triple.getObject()) : names.link(triple.getObject());
        return new Item(
                span(triple),
                value,
                isDate ? DATES : names.link(root),
                isDate || !root.equals(property) ? names.text(property) : "",
                triple);
    }

    /** What is said of another with the thing as object: a subject under an inverse property. */
    Item incoming(Triple triple) {
        Node property = triple.getPredicate();
        Node root = ontology.root(property);
        Link heading = names.inverse(root);
        return new Item(
                span(triple),
                names.link(triple.getSubject()),
                heading,
                root.equals(property) ? "" : names.inverse(property).text(),
                triple);
    }

    private Optional<Span> span(Triple triple) {
        return footnotes.behind(triple).stream()
                .flatMap(claim -> claim.span().stream())
                .min(Span.IN_TIME)
                .or(() -> Span.of(triple.getObject()));
    }

    List<Facts> grouped(List<Item> items) {
        Map<Link, List<Item>> groups = new LinkedHashMap<>();
        for (Item item : items) {
            groups.computeIfAbsent(item.heading(), key -> new ArrayList<>()).add(item);
        }
        return groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Link, List<Item>> group) -> group.getKey() != DATES)
                        .thenComparing(group -> -group.getValue().size())
                        .thenComparing(Map.Entry::getKey, BY_TEXT))
                .map(group -> new Facts(
                        group.getKey(),
                        group.getValue().stream()
                                .sorted(Item.IN_TIME)
                                .map(this::value)
                                .toList()))
                .toList();
    }

    private Facts.Value value(Item item) {
        List<Claim> behind = footnotes.behind(item.triple());
        boolean said = !behind.isEmpty() && behind.stream().noneMatch(Claim::asserted);
        boolean isDate = item.heading() == DATES;
        return new Facts.Value(
                item.relation(),
                item.value(),
                isDate ? "" : item.span().map(Span::words).orElse(""),
                said,
                said ? distinct(behind, footnotes::tags) : List.of(),
                distinct(
                        behind,
                        claim -> claim.holders().stream().map(names::link).toList()),
                behind.stream().map(footnotes::mark).toList());
    }

    private static List<Link> distinct(List<Claim> claims, Function<Claim, List<Link>> links) {
        return claims.stream()
                .flatMap(claim -> links.apply(claim).stream())
                .distinct()
                .sorted(BY_TEXT)
                .toList();
    }
}
