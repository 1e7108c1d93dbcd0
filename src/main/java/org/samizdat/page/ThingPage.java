package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.samizdat.document.Description;

/**
 * Everything that the page of a thing shows.
 *
 * @param description a sentence saying what it is
 * @param names other names
 * @param elsewhere where else it is described
 * @param facts what is said of it
 * @param incoming what is said of other things, with this one as object
 * @param implied what follows from the rest
 * @param timeline its statements that have a date
 * @param place where the source page shows it, of a part of a source
 * @param part which part of all that is said this page shows
 * @param notes the claims behind the footnote marks
 */
record ThingPage(
        Frame frame,
        Symbol symbol,
        List<Link> kinds,
        String description,
        List<Link> names,
        List<Facts> elsewhere,
        List<Facts> facts,
        List<Facts> incoming,
        List<Facts> implied,
        Optional<Timeline> timeline,
        Optional<Neighbourhood> neighbourhood,
        Optional<Link> place,
        Part part,
        List<Note> notes) {
    /**
     * Which part of all that is said this page shows.
     *
     * @param counts how many statements there are of each property on all pages; empty where there is one page
     */
    record Part(int number, int pages, List<BrowsePage.Choice> counts) {
        static Part of(Description description, Names names) {
            List<BrowsePage.Choice> counts = new ArrayList<>();
            description.outgoing().forEach((property, count) -> counts.add(choice(names::link, property, count)));
            description.incoming().forEach((property, count) -> counts.add(choice(names::inverse, property, count)));
            return new Part(description.page(), description.pages(), List.copyOf(counts));
        }

        private static BrowsePage.Choice choice(Function<Node, Link> named, String property, long count) {
            return new BrowsePage.Choice(named.apply(NodeFactory.createURI(property)), property, count, false);
        }
    }

    ThingPage in(Frame other) {
        return new ThingPage(
                other,
                symbol,
                kinds,
                description,
                names,
                elsewhere,
                facts,
                incoming,
                implied,
                timeline,
                neighbourhood,
                place,
                part,
                notes);
    }

    /** What it is: as described, or else by its kinds. */
    String sentence() {
        String kind = kinds.stream().map(Link::text).collect(Collectors.joining(", "));
        return !description.isEmpty() || kind.isEmpty()
                ? description
                : Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ".";
    }

    /** The IRIs that others use for the same thing. */
    List<String> same() {
        return elsewhere.stream()
                .filter(group -> group.heading().text().equals(Names.SAME))
                .flatMap(group -> group.values().stream())
                .map(value -> value.value().href())
                .toList();
    }

    /** A numbered claim: the places that it cites, how they say it, and what else qualifies it. */
    record Note(int number, Link claim, List<Link> citations, List<Link> tags, List<Qualifier> qualifiers) {}

    /** Something that is said of a claim. */
    record Qualifier(Link property, Link value) {}
}
