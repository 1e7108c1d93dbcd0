package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.Reification;

/** Arranges a claim as a page of its own. */
final class ClaimPages {
    /** How many claims about one subject are looked through for rivals, and how many of these are shown. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final int SHOWN = 12;

    private final Graph all;
    private final Claim claim;
    private final List<Claim> point;
    private final Names names;
    private final Ontology ontology;
    private final SortedMap<String, String> prefixes;
    private final Footnotes footnotes;

    /** @param root relative path from the page to the root */
    ClaimPages(Material material, Claim claim, String root) {
        this.all = material.graph();
        this.claim = claim;
        this.names = material.names(root);
        this.ontology = material.ontology();
        this.prefixes = material.about().prefixes();
        this.point = onThePoint(all, claim);
        this.footnotes = new Footnotes(Graph.emptyGraph, names, ontology);
    }

    ClaimPage page(Frame frame) {
        Triple statement = claim.statement();
        return new ClaimPage(
                frame,
                names.link(statement.getSubject()),
                names.link(statement.getPredicate()),
                names.link(statement.getObject()),
                isVouchedFor(claim),
                links(claim.holders()),
                footnotes.tags(claim),
                claim.span().map(Span::words).orElse(""),
                claim.span().map(this::timeline),
                claim.sources().stream().map(this::place).toList(),
                footnotes.qualifiers(claim),
                rivals(),
                turtle());
    }

    private List<Link> links(List<Node> nodes) {
        return nodes.stream().map(names::link).sorted(FactGroups.BY_TEXT).toList();
    }

    private Timeline timeline(Span span) {
        return Timeline.of(List.of(
                new Timeline.Entry(names.link(claim.node()).called(""), span.words(), span, !isVouchedFor(claim))));
    }

    private ClaimPage.Place place(Node part) {
        List<Node> within = SourceParts.within(all, part);
        Node document = within.isEmpty() ? part : within.getLast();
        List<Link> original = all.find(document, FOAF.page.asNode(), Node.ANY)
                .mapWith(triple -> names.link(triple.getObject()))
                .toList();
        return new ClaimPage.Place(
                names.link(part), within.stream().map(names::link).toList(), names.inSource(part, document), original);
    }

    /** The claims about the same subject and property, this one among them. */
    private static List<Claim> onThePoint(Graph all, Claim claim) {
        List<Claim> claims = new ArrayList<>(List.of(claim));
        Iterator<Triple> about =
                all.find(Node.ANY, RDF.subject.asNode(), claim.statement().getSubject());
        for (int i = 0; i < LOOKED_THROUGH && about.hasNext(); i++) {
            Node other = about.next().getSubject();
            if (!other.equals(claim.node())
                    && all.contains(
                            other, RDF.predicate.asNode(), claim.statement().getPredicate())) {
                Claim.of(all, other).ifPresent(claims::add);
            }
        }
        return claims;
    }

    private List<ClaimPage.Rival> rivals() {
        return point.stream()
                .filter(this::isRival)
                .sorted(Comparator.comparing((Claim other) -> !isVouchedFor(other))
                        .thenComparing(other -> other.node().toString()))
                .limit(SHOWN)
                .map(this::rival)
                .toList();
    }

    /** Says the same in another voice; or something else where one of them at most is the source's own word. */
    private boolean isRival(Claim other) {
        Triple mine = claim.statement();
        Triple theirs = other.statement();
        boolean otherVoice =
                !claim.holders().equals(other.holders()) || !manner(claim).equals(manner(other));
        if (theirs.equals(mine)) {
            return otherVoice;
        }
        boolean onlyOne = ontology.isFunctional(mine.getPredicate());
        boolean inWords = mine.getObject().isLiteral() && theirs.getObject().isLiteral();
        return onlyOne || inWords && otherVoice && !(isVouchedFor(claim) && isVouchedFor(other));
    }

    /**
     * Whether the source itself says so here. The plain triple may be there because of another claim, of which the source
     * says less: that it is denied, say, where nothing of the kind stands at the other.
     */
    private boolean isVouchedFor(Claim one) {
        return one.asserted()
                && one.holders().isEmpty()
                && point.stream()
                        .filter(other -> other.statement().equals(one.statement()))
                        .filter(other -> other.holders().isEmpty())
                        .allMatch(other -> manner(other).containsAll(manner(one))
                                || !manner(one).containsAll(manner(other)));
    }

    /** In which respects the source qualifies how it says so. */
    private Set<Node> manner(Claim one) {
        return one.qualifiers().stream()
                .filter(triple -> ontology.isOwn(triple.getObject()))
                .map(Triple::getPredicate)
                .collect(Collectors.toSet());
    }

    private ClaimPage.Rival rival(Claim other) {
        return new ClaimPage.Rival(
                names.link(other.node()),
                names.link(other.statement().getObject()),
                isVouchedFor(other),
                links(other.holders()),
                footnotes.tags(other),
                other.span().map(Span::words).orElse(""));
    }

    private String turtle() {
        Graph stated = GraphFactory.createGraphMem();
        all.find(claim.node(), Node.ANY, Node.ANY).forEach(stated::add);
        Graph reified = Reification.rdf12(stated);
        String lines = RDFWriter.source(reified).lang(Lang.NTRIPLES).asString();
        prefixes.forEach((prefix, namespace) -> {
            if (lines.contains("<" + namespace)) {
                reified.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        return RDFWriter.source(reified).format(RDFFormat.TURTLE_PRETTY).asString();
    }
}
