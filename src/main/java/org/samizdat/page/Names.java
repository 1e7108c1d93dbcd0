package org.samizdat.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Addresses;
import org.samizdat.document.Reification;
import org.samizdat.vocab.Prov;

/** What to call a node on a page, and where to link for it. */
final class Names {
    private static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

    /** The language that pages are written in. */
    static final String PAGES = "en";

    private static final Pattern IRI = Pattern.compile("https?://(www\\.)?(?<host>[^/]+)/(.*[/#])?(?<local>[^/#]+)");

    static final String SAME = "the same elsewhere";

    private static final String WIKIDATA = "http://www.wikidata.org/entity/";

    /** What the standard terms that claims and descriptions are made of are called where the data does not say. */
    private static final Map<Node, String> STANDARD = Map.ofEntries(
            Map.entry(RDF.type.asNode(), "also a"),
            Map.entry(RDF.Statement.asNode(), "claim"),
            Map.entry(Prov.WAS_DERIVED_FROM, "source"),
            Map.entry(Prov.WAS_ATTRIBUTED_TO, "according to"),
            Map.entry(SKOS.altLabel.asNode(), "also called"),
            Map.entry(SKOS.hiddenLabel.asNode(), "also found as"),
            Map.entry(SKOS.exactMatch.asNode(), SAME),
            Map.entry(SKOS.closeMatch.asNode(), "similar elsewhere"),
            Map.entry(OWL.sameAs.asNode(), SAME),
            Map.entry(DCTerms.isPartOf.asNode(), "part of"),
            Map.entry(RDFS.seeAlso.asNode(), "see also"),
            Map.entry(FOAF.page.asNode(), "where to read it"),
            Map.entry(DCTerms.license.asNode(), "licence"),
            Map.entry(DCTerms.title.asNode(), "title"),
            Map.entry(DCTerms.language.asNode(), "language"));

    /** What they are called from the other end. */
    private static final Map<Node, String> STANDARD_INVERSE = Map.of(
            Prov.WAS_DERIVED_FROM,
            "claims that rest on it",
            Prov.WAS_ATTRIBUTED_TO,
            "views it holds",
            DCTerms.isPartOf.asNode(),
            "its parts");

    private final Graph graph;
    private final Ontology ontology;
    private final Symbols symbols;
    private final Addresses addresses;
    private final String root;
    private final String language;
    /** A page comes to the same nodes again and again. */
    private final Map<Node, Link> links = new HashMap<>();

    private final Map<Node, Optional<Node>> labels = new HashMap<>();
    private final Map<Node, String> texts = new HashMap<>();

    /**
     * @param graph holds the labels; those of properties may be in the ontology alone
     * @param root relative path from the page to the root
     * @param language tag of the language that names are wanted in
     */
    Names(Graph graph, Ontology ontology, Symbols symbols, String root, String language) {
        this.graph = graph;
        this.ontology = ontology;
        this.symbols = symbols;
        this.addresses = ontology.addresses();
        this.root = root;
        this.language = language;
    }

    Link link(Node node) {
        // Not computeIfAbsent: the text of a claim is made of other texts.
        Link known = links.get(node);
        if (known == null) {
            known = makeLink(node);
            links.put(node, known);
        }
        return known;
    }

    private Link makeLink(Node node) {
        if (node.isLiteral()) {
            return new Link(text(node), "", foreign(node), Symbol.THING);
        }
        return new Link(
                text(node),
                addresses.link(node, root).orElse(""),
                label(node).map(Names::foreign).orElse(""),
                isThing(node) ? symbols.of(node) : Symbol.THING);
    }

    /** A property as it is called from the end of its object. */
    Link inverse(Node property) {
        Link link = link(property);
        return ontology.inverse(property)
                .map(this::link)
                .orElseGet(() -> link.called(STANDARD_INVERSE.getOrDefault(property, "as " + link.text())));
    }

    /** A class, with the list of its things. */
    Link kind(Node type) {
        return new Link(
                text(type),
                root + addresses.browse(type),
                label(type).map(Names::foreign).orElse(""),
                Symbol.THING);
    }

    /** Where the page of a source shows one of its parts. */
    Link inSource(Node part, Node document) {
        String fragment = addresses.name(part).map(Addresses::encode).orElse("");
        String address = sourcePage(document).href();
        return Link.to(text(part), part.equals(document) ? address : address + "#" + fragment);
    }

    /** The page of a source. */
    Link sourcePage(Node document) {
        String name = addresses.name(document).map(Addresses::encode).orElse("");
        return Link.to(text(document), root + Addresses.SOURCE + name);
    }

    String root() {
        return root;
    }

    boolean isThing(Node node) {
        return addresses.name(node).isPresent();
    }

    /** Whether this is a term of the publication's ontology. */
    boolean isOwn(Node node) {
        return addresses.term(node).isPresent();
    }

    /** As {@link #link}, with the host of an IRI that is not the publication's own. */
    Link placed(Node node) {
        Link link = link(node);
        Matcher parts = IRI.matcher(node.toString());
        boolean told =
                node.toString().startsWith(addresses.base()) || node.toString().startsWith(WIKIDATA);
        return told || !parts.matches() || link.text().endsWith(")")
                ? link
                : link.called(link.text() + " (" + parts.group("host") + ")");
    }

    /** Of a claim what it states; of others the label; else the readable part of the IRI. */
    String text(Node node) {
        String known = texts.get(node);
        if (known == null) {
            // For a claim that speaks of itself.
            texts.put(node, node.toString());
            known = makeText(node);
            texts.put(node, known);
        }
        return known;
    }

    private String makeText(Node node) {
        return node.isLiteral()
                ? Span.of(node).map(Span::words).orElseGet(node::getLiteralLexicalForm)
                : statement(node)
                        .or(() -> label(node).map(Node::getLiteralLexicalForm))
                        .or(() -> Optional.ofNullable(STANDARD.get(node)))
                        .orElseGet(() -> words(node));
    }

    private Optional<Node> label(Node node) {
        Optional<Node> known = labels.get(node);
        if (known == null) {
            known = label(graph, node).or(() -> label(ontology.graph(), node));
            labels.put(node, known);
        }
        return known;
    }

    private Optional<Node> label(Graph graph, Node node) {
        return LABELS.stream()
                .flatMap(property -> graph
                        .find(node, property, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .filterKeep(Node::isLiteral)
                        .toList()
                        .stream())
                .min(Comparator.<Node>comparingInt(literal -> distance(literal, language))
                        .thenComparingInt(literal -> distance(literal, PAGES))
                        .thenComparing(Node::getLiteralLexicalForm));
    }

    private static int distance(Node literal, String wanted) {
        String lang = literal.getLiteralLanguage();
        return lang.equalsIgnoreCase(wanted)
                ? 0
                : lang.toLowerCase(Locale.ROOT).startsWith(wanted.toLowerCase(Locale.ROOT) + "-")
                        ? 1
                        : lang.isEmpty() ? 2 : 3;
    }

    private static String foreign(Node literal) {
        return distance(literal, PAGES) == 3 ? literal.getLiteralLanguage() : "";
    }

    private Optional<String> statement(Node claim) {
        return Reification.statement(graph, claim)
                .map(said -> text(said.getSubject()) + " " + text(said.getPredicate()) + " " + text(said.getObject()));
    }

    Optional<Node> value(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .nextOptional();
    }

    /** {@code …#firstEdition} becomes "first edition", {@code https://www.example.org/x/Q7} "Q7 (example.org)". */
    private static String words(Node node) {
        if (node.toString().startsWith(WIKIDATA)) {
            return "Wikidata " + node.toString().substring(WIKIDATA.length());
        }
        Matcher parts = IRI.matcher(node.toString());
        if (!parts.matches()) {
            return node.toString();
        }
        String local = parts.group("local");
        return local.matches("\\p{L}{2,}")
                ? local.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT)
                : local + " (" + parts.group("host") + ")";
    }
}
