package org.samizdat.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.Addresses;

/** Arranges all that has a date along one axis. */
final class TimelinePages {
    private static final int ROWS = 400;
    private static final String[] WISHES = {"kind", "part", "from", "to"};

    private final Material material;
    private final Chronicle chronicle;
    private final Names names;

    TimelinePages(Material material, Chronicle chronicle) {
        this.material = material;
        this.chronicle = chronicle;
        this.names = material.names("");
    }

    TimelinePage page(Wishes wishes) {
        List<Claim> claims = claims(wishes);
        List<Timeline.Entry> entries =
                claims.stream().limit(ROWS).map(this::entry).toList();
        return new TimelinePage(
                material.frames().frame("Timeline", "", "", ""),
                choices(wishes, "kind", claim -> kinds(claim)),
                choices(wishes, "part", claim -> parts(claim)),
                wishes.text("from").orElse(""),
                wishes.text("to").orElse(""),
                claims.size(),
                chronicle.complete(),
                entries.isEmpty() ? Optional.empty() : Optional.of(Timeline.of(entries)),
                wishes.with(Addresses.TIMELINE + ".json", "", "", WISHES),
                wishes.with(Addresses.TIMELINE + ".csv", "", "", WISHES));
    }

    private List<Claim> claims(Wishes wishes) {
        int from = wishes.year("from").orElse(-9999);
        int to = wishes.year("to").orElse(9999);
        return chronicle.claims().stream()
                .filter(claim -> claim.span().orElseThrow().mayBeIn(from, to))
                .filter(claim -> isWished(wishes.text("kind"), kinds(claim)))
                .filter(claim -> isWished(wishes.text("part"), parts(claim)))
                .toList();
    }

    private boolean isWished(Optional<String> wish, Collection<Node> nodes) {
        return wish.isEmpty() || nodes.stream().anyMatch(node -> value(node).equals(wish.get()));
    }

    /** As it stands in an address. */
    private String value(Node node) {
        Addresses addresses = material.about().addresses();
        return addresses.term(node).or(() -> addresses.name(node)).orElse(node.toString());
    }

    private Timeline.Entry entry(Claim claim) {
        Link link = names.link(claim.node());
        Symbol symbol = names.link(claim.statement().getSubject()).symbol();
        Span span = claim.span().orElseThrow();
        boolean isDate = Span.of(claim.statement().getObject()).isPresent();
        String text = isDate
                ? names.text(claim.statement().getSubject()) + ": "
                        + names.text(claim.statement().getPredicate())
                : link.text();
        return new Timeline.Entry(new Link(text, link.href(), "", symbol), span.words(), span, !claim.asserted());
    }

    private List<Node> kinds(Claim claim) {
        return material.graph()
                .find(claim.statement().getSubject(), RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(names::isOwn)
                .toList();
    }

    /** The parts of sources that what a claim cites lies in, save the whole. */
    private List<Node> parts(Claim claim) {
        return claim.sources().stream()
                .flatMap(source -> {
                    List<Node> within = SourceParts.within(material.graph(), source);
                    return within.size() < 2 ? Stream.of(source) : within.subList(0, within.size() - 1).stream();
                })
                .distinct()
                .toList();
    }

    private List<BrowsePage.Choice> choices(Wishes wishes, String name, Function<Claim, List<Node>> of) {
        Map<Node, Long> counts = new HashMap<>();
        chronicle.claims().forEach(claim -> of.apply(claim).forEach(node -> counts.merge(node, 1L, Long::sum)));
        List<BrowsePage.Choice> choices = new ArrayList<>();
        counts.forEach((node, count) -> choices.add(new BrowsePage.Choice(
                names.link(node),
                value(node),
                count,
                wishes.text(name).filter(value(node)::equals).isPresent())));
        choices.sort(Comparator.comparing(BrowsePage.Choice::link, FactGroups.BY_TEXT));
        return choices;
    }

    /** A row for each claim: its IRI, what it says, and the bounds of when. */
    Table table(Wishes wishes) {
        Table table = new Table(List.of(
                "claim",
                "subject",
                "property",
                "object",
                "asserted",
                "date",
                "earliestStart",
                "latestStart",
                "earliestEnd",
                "latestEnd"));
        for (Claim claim : claims(wishes)) {
            var date = claim.span().orElseThrow().date();
            table.add(
                    claim.node().toString(),
                    names.text(claim.statement().getSubject()),
                    names.text(claim.statement().getPredicate()),
                    names.text(claim.statement().getObject()),
                    String.valueOf(claim.asserted()),
                    date.toString(),
                    date.earliestStart().map(Object::toString).orElse(""),
                    date.latestStart().map(Object::toString).orElse(""),
                    date.earliestEnd().map(Object::toString).orElse(""),
                    date.latestEnd().map(Object::toString).orElse(""));
        }
        return table;
    }
}
