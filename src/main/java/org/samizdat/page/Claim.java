package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Reification;
import org.samizdat.vocab.Prov;

/**
 * A statement that a source makes, with all that qualifies it.
 *
 * @param asserted whether the source itself vouches for it: then it stands as a plain triple too
 * @param holders those whose view it is, where the source does not vouch for it
 * @param span when it was so; of a statement about a date, that date
 * @param sources the places that it rests on
 * @param qualifiers all else that is said of it
 */
record Claim(
        Node node,
        Triple statement,
        boolean asserted,
        List<Node> holders,
        Optional<Span> span,
        List<Node> sources,
        List<Triple> qualifiers) {
    private static final String SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/";
    private static final Set<Node> STRUCTURE = Set.of(
            RDF.type.asNode(),
            RDF.subject.asNode(),
            RDF.predicate.asNode(),
            RDF.object.asNode(),
            RDFS.label.asNode(),
            SKOS.prefLabel.asNode(),
            Prov.WAS_DERIVED_FROM,
            Prov.WAS_ATTRIBUTED_TO);
    private static final Comparator<Node> BY_NAME = Comparator.comparing(Node::toString);
    private static final Comparator<Triple> BY_PROPERTY =
            Comparator.comparing(Triple::getPredicate, BY_NAME).thenComparing(Triple::getObject, BY_NAME);

    /** The claim of this name, if the graph holds one. */
    static Optional<Claim> of(Graph graph, Node node) {
        return Reification.statement(graph, node).map(statement -> read(graph, node, statement));
    }

    private static Claim read(Graph graph, Node node, Triple statement) {
        List<Triple> rest = graph
                .find(node, Node.ANY, Node.ANY)
                .filterDrop(triple -> STRUCTURE.contains(triple.getPredicate())
                        || triple.getPredicate().toString().startsWith(SEM))
                .toList()
                .stream()
                .sorted(BY_PROPERTY)
                .toList();
        Optional<Span> span = rest.stream()
                .map(triple -> Span.of(triple.getObject()))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Span.of(statement.getObject()));
        return new Claim(
                node,
                statement,
                graph.contains(statement),
                values(graph, node, Prov.WAS_ATTRIBUTED_TO),
                span,
                values(graph, node, Prov.WAS_DERIVED_FROM),
                rest.stream()
                        .filter(triple -> Span.of(triple.getObject()).isEmpty())
                        .toList());
    }

    private static List<Node> values(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(BY_NAME)
                .toList();
    }
}
