package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/** Arranges a claim as a page of its own. */
final class ClaimPages {
    /** How many claims about one subject are looked through for rivals, and how many of these are shown. */
    private static final int LOOKED_THROUGH = 5_000;

    private static final int SHOWN = 12;

    private final Graph all;
    private final Claim claim;
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
        this.footnotes = new Footnotes(Graph.emptyGraph, names, ontology);
    }

    ClaimPage page(Frame frame) {
        Triple statement = claim.statement();
        return new ClaimPage(
                frame,
                names.link(statement.getSubject()),
                names.link(statement.getPredicate()),
                names.link(statement.getObject()),
                claim.asserted(),
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
                new Timeline.Entry(names.link(claim.node()).called(""), span.words(), span, !claim.asserted())));
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

    private List<ClaimPage.Rival> rivals() {
        List<Claim> others = new ArrayList<>();
        Iterator<Triple> about =
                all.find(Node.ANY, RDF.subject.asNode(), claim.statement().getSubject());
        for (int i = 0; i < LOOKED_THROUGH && about.hasNext(); i++) {
            Node other = about.next().getSubject();
            if (all.contains(other, RDF.predicate.asNode(), claim.statement().getPredicate())) {
                Claim.of(all, other).filter(this::isRival).ifPresent(others::add);
            }
        }
        return others.stream()
                .sorted(Comparator.comparing((Claim other) -> !other.asserted())
                        .thenComparing(other -> other.node().toString()))
                .limit(SHOWN)
                .map(this::rival)
                .toList();
    }

    /** What the source vouches for has no rival that it vouches for as well, unless only one of them can be true. */
    private boolean isRival(Claim other) {
        Triple mine = claim.statement();
        Triple theirs = other.statement();
        boolean onlyOne = ontology.isFunctional(mine.getPredicate());
        boolean samePoint = onlyOne
                || theirs.equals(mine)
                || mine.getObject().isLiteral() && theirs.getObject().isLiteral();
        boolean otherVoice = claim.asserted() != other.asserted()
                || !claim.holders().equals(other.holders())
                || !footnotes.tags(claim).equals(footnotes.tags(other));
        boolean otherValue = onlyOne && !theirs.equals(mine);
        boolean bothVouchedFor = claim.asserted() && other.asserted();
        return samePoint && (otherValue || otherVoice && !bothVouchedFor);
    }

    private ClaimPage.Rival rival(Claim other) {
        return new ClaimPage.Rival(
                names.link(other.node()),
                names.link(other.statement().getObject()),
                other.asserted(),
                links(other.holders()),
                footnotes.tags(other),
                other.span().map(Span::words).orElse(""));
    }

    private String turtle() {
        Graph reified = GraphFactory.createGraphMem();
        List<Node> parts = List.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
        all.find(claim.node(), Node.ANY, Node.ANY)
                .filterDrop(triple -> parts.contains(triple.getPredicate())
                        || triple.getObject().equals(RDF.Statement.asNode()))
                .forEach(reified::add);
        reified.add(
                claim.node(),
                NodeFactory.createURI(RDF.uri + "reifies"),
                NodeFactory.createTripleTerm(claim.statement()));
        String lines = RDFWriter.source(reified).lang(Lang.NTRIPLES).asString();
        prefixes.forEach((prefix, namespace) -> {
            if (lines.contains("<" + namespace)) {
                reified.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        return RDFWriter.source(reified).format(RDFFormat.TURTLE_PRETTY).asString();
    }
}
