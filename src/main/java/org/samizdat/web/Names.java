package org.samizdat.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** What to call a node on a page, and where to link for it. */
final class Names {
    private static final List<Node> LABELS = List.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

    private final Graph graph;
    private final Addresses addresses;
    private final String root;

    /**
     * @param graph holds the labels
     * @param root relative path from the page to the root
     */
    Names(Graph graph, Addresses addresses, String root) {
        this.graph = graph;
        this.addresses = addresses;
        this.root = root;
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

    /** The label; of a claim without one its statement; else the readable part of the IRI. */
    String text(Node node) {
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : label(node)
                        .map(Node::getLiteralLexicalForm)
                        .or(() -> statement(node))
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
                .min(Comparator.<Node>comparingInt(Names::distance).thenComparing(Node::getLiteralLexicalForm));
    }

    /** Pages are in English. */
    private static int distance(Node literal) {
        String lang = literal.getLiteralLanguage();
        return lang.equalsIgnoreCase("en") ? 0 : lang.toLowerCase().startsWith("en-") ? 1 : lang.isEmpty() ? 2 : 3;
    }

    private static String foreign(Node literal) {
        return distance(literal) == 3 ? literal.getLiteralLanguage() : "";
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

    /** {@code http://example.org/x#altLabel} becomes "alt label"; other IRIs lose their scheme. */
    private static String words(Node node) {
        String iri = node.toString();
        String local = iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        boolean term = local.matches("\\p{L}{2,}");
        return term
                ? local.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase()
                : iri.replaceFirst("^(https?|mailto)://?", "");
    }
}
