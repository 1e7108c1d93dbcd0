package org.samizdat.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.vocab.Prov;

/** What a report calls the nodes of a publication. */
record Names(Graph stated, Graph ontology) {
    private static final Map<Node, String> STANDARD = Map.of(Prov.WAS_ATTRIBUTED_TO, "according to");

    /** Of a claim its statement, of a literal its text, of all else the label or, where there is none, the local name. */
    String of(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : statement(node).orElseGet(() -> label(node));
    }

    private String label(Node node) {
        return named(node).orElseGet(() -> local(node));
    }

    /** The label of a term or thing, if it has one. */
    Optional<String> named(Node node) {
        return Labels.of(stated, node)
                .or(() -> Labels.of(ontology, node))
                .map(Node::getLiteralLexicalForm)
                .or(() -> Optional.ofNullable(STANDARD.get(node)));
    }

    /** What stands after the last slash or hash: {@code s2-3-1}. */
    static String local(Node node) {
        return node.toString().replaceFirst(".*[/#](?=.)", "");
    }

    /** A claim by its label, with what it cites. */
    String claim(Node claim) {
        String cited = objects(claim, Prov.WAS_DERIVED_FROM).stream()
                .map(this::label)
                .sorted()
                .collect(Collectors.joining("; "));
        return label(claim) + (cited.isEmpty() ? "" : " (" + cited + ")");
    }

    /** A thing by its label, with what kind of thing it is. */
    String thing(Node thing) {
        String kinds = objects(thing, RDF.type.asNode()).stream()
                .map(this::label)
                .sorted()
                .collect(Collectors.joining(", "));
        return label(thing) + " (" + kinds + ")";
    }

    private Optional<String> statement(Node claim) {
        List<Node> predicates = objects(claim, RDF.predicate.asNode());
        return predicates.size() == 1
                ? Optional.of(side(claim, RDF.subject.asNode()) + " – " + label(predicates.getFirst()) + " – "
                        + side(claim, RDF.object.asNode()))
                : Optional.empty();
    }

    private String side(Node claim, Node part) {
        return objects(claim, part).stream()
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : label(node))
                .collect(Collectors.joining(", "));
    }

    private List<Node> objects(Node subject, Node property) {
        return stated.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
