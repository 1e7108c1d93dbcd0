package org.samizdat.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.samizdat.document.Addresses;
import org.samizdat.http.HttpProblem;
import org.samizdat.vocab.Prov;

/** Arranges a source document as a page: part by part, with the claims that rest on each. */
final class SourcePages {
    /** More claims than that are too many for one page. */
    private static final int ON_ONE_PAGE = 3_000;

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Material material;
    private final Graph graph;
    private final Node document;
    private final String path;
    private final Names names;
    private final Footnotes footnotes;
    private int claims;

    /** @param name of the document */
    SourcePages(Material material, String name) {
        this.material = material;
        this.graph = material.graph();
        this.document = material.about().addresses().thing(name);
        this.path = Addresses.SOURCE + Addresses.encode(name);
        this.names = material.names(
                "../".repeat((int) path.chars().filter(c -> c == '/').count()));
        this.footnotes = new Footnotes(Graph.emptyGraph, names, material.ontology());
    }

    /**
     * @param part the name of the part to show; all of the document without it
     * @throws HttpProblem if there is no such document or part
     */
    SourcePage page(Optional<String> part) {
        Node shown = part.map(material.about().addresses()::thing).orElse(document);
        List<Node> within = SourceParts.within(graph, shown);
        if (!graph.contains(Node.ANY, DCTerms.isPartOf.asNode(), shown)
                || !shown.equals(document) && !within.contains(document)) {
            throw HttpProblem.notFound();
        }
        SourcePage.Part parts = part(shown);
        return new SourcePage(
                material.frames().frame(names.text(shown), names.root(), "", ""),
                names.value(document, DCTerms.description.asNode())
                        .map(names::text)
                        .orElse(""),
                original(),
                parts,
                claims <= ON_ONE_PAGE || part.isPresent(),
                within.stream().map(this::page).toList().reversed());
    }

    private List<Link> original() {
        return graph.find(document, FOAF.page.asNode(), Node.ANY)
                .mapWith(triple -> names.link(triple.getObject()))
                .toList();
    }

    private SourcePage.Part part(Node node) {
        List<SourcePage.Line> lines = subjects(Prov.WAS_DERIVED_FROM, node).stream()
                .flatMap(claim -> Claim.of(graph, claim).stream())
                .map(this::line)
                .toList();
        claims += lines.size();
        List<SourcePage.Part> parts = subjects(DCTerms.isPartOf.asNode(), node).stream()
                .map(this::part)
                .toList();
        return new SourcePage.Part(
                material.about().addresses().name(node).map(Addresses::encode).orElse(""),
                names.link(node),
                page(node),
                lines,
                parts);
    }

    private Link page(Node node) {
        String query = node.equals(document)
                ? ""
                : "?part="
                        + URLEncoder.encode(
                                material.about().addresses().name(node).orElse(""), StandardCharsets.UTF_8);
        return Link.to(names.text(node), names.root() + path + query);
    }

    private SourcePage.Line line(Claim claim) {
        return new SourcePage.Line(
                names.link(claim.node()),
                !claim.asserted(),
                footnotes.tags(claim),
                claim.holders().stream().map(names::link).toList());
    }

    /** In the order of the source, as their numbers say, or else their names. */
    private List<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(Triple::getSubject).toList().stream()
                .collect(Collectors.toMap(Function.identity(), this::order, (a, b) -> a))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.getValue()))
                .map(entry -> entry.getKey())
                .toList();
    }

    private String order(Node node) {
        String numbers = graph
                .find(node, Node.ANY, Node.ANY)
                .filterKeep(triple -> triple.getObject().isLiteral()
                        && triple.getObject().getLiteralDatatypeURI().endsWith("#integer"))
                .toList()
                .stream()
                .sorted(Comparator.comparing(triple -> triple.getPredicate().toString()))
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.joining(" "));
        return natural(numbers + " " + node);
    }

    /** So that 10 comes after 9. */
    private static String natural(String text) {
        return DIGITS.matcher(text)
                .replaceAll(digits -> "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group());
    }
}
