package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Addresses;
import org.samizdat.vocab.Prov;

/** What to call a node on a page, and where to link for it. */
final class Names {
    private static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

    /** The language that pages are written in. */
    private static final String PAGES = "en";

    private static final Pattern IRI = Pattern.compile("https?://(www\\.)?(?<host>[^/]+)/(.*[/#])?(?<local>[^/#]+)");

    /** What the standard terms that claims and descriptions are made of are called where the data does not say. */
    private static final Map<Node, String> STANDARD = Map.ofEntries(
            Map.entry(RDF.type.asNode(), "also a"),
            Map.entry(RDF.Statement.asNode(), "claim"),
            Map.entry(Prov.WAS_DERIVED_FROM, "source"),
            Map.entry(Prov.WAS_ATTRIBUTED_TO, "according to"),
            Map.entry(SKOS.altLabel.asNode(), "also called"),
            Map.entry(SKOS.hiddenLabel.asNode(), "also found as"),
            Map.entry(SKOS.exactMatch.asNode(), "same elsewhere"),
            Map.entry(SKOS.closeMatch.asNode(), "similar elsewhere"),
            Map.entry(OWL.sameAs.asNode(), "same elsewhere"),
            Map.entry(DCTerms.isPartOf.asNode(), "part of"));

    private final Graph graph;
    private final Addresses addresses;
    private final String root;
    private final String language;

    /**
     * @param graph holds the labels
     * @param root relative path from the page to the root
     * @param language tag of the language that names are wanted in
     */
    Names(Graph graph, Addresses addresses, String root, String language) {
        this.graph = graph;
        this.addresses = addresses;
        this.root = root;
        this.language = language;
    }

    /** Names in the language that pages are written in. */
    Names(Graph graph, Addresses addresses, String root) {
        this(graph, addresses, root, PAGES);
    }

    Link link(Node node) {
        if (node.isLiteral()) {
            return new Link(node.getLiteralLexicalForm(), "", foreign(node));
        }
        Optional<Node> label = label(node);
        return new Link(
                text(node),
                addresses.link(node, root).orElse(""),
                label.map(Names::foreign).orElse(""));
    }

    /** Whether this is a term of the publication's ontology. */
    boolean isOwn(Node node) {
        return addresses.term(node).isPresent();
    }

    /** As {@link #link}, with the host of an IRI that is not the publication's own. */
    Link placed(Node node) {
        Link link = link(node);
        Matcher parts = IRI.matcher(node.toString());
        boolean own = node.toString().startsWith(addresses.base());
        return own || !parts.matches() || link.text().endsWith(")")
                ? link
                : new Link(link.text() + " (" + parts.group("host") + ")", link.href(), link.lang());
    }

    /** Of a claim what it states; of others the label; else the readable part of the IRI. */
    String text(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : statement(node)
                        .or(() -> label(node).map(Node::getLiteralLexicalForm))
                        .or(() -> Optional.ofNullable(STANDARD.get(node)))
                        .orElseGet(() -> words(node));
    }

    private Optional<Node> label(Node node) {
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
        Optional<Node> subject = value(claim, RDF.subject.asNode());
        Optional<Node> property = value(claim, RDF.predicate.asNode());
        Optional<Node> object = value(claim, RDF.object.asNode());
        return subject.isPresent() && property.isPresent() && object.isPresent()
                ? Optional.of(text(subject.get()) + " – " + text(property.get()) + " – " + text(object.get()))
                : Optional.empty();
    }

    Optional<Node> value(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .nextOptional();
    }

    /** {@code …#firstEdition} becomes "first edition", {@code https://www.example.org/x/Q7} "Q7 (example.org)". */
    private static String words(Node node) {
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
