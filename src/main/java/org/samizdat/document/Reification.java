package org.samizdat.document;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * The RDF 1.2 edition of a graph: what RDF 1.1 says of a claim in four triples, {@code rdf:Statement} and its three parts,
 * is one there, with a triple term: {@code claim rdf:reifies <<( s p o )>>}
 * (<a href="https://www.w3.org/TR/rdf12-concepts/#dfn-triple-term">RDF 1.2 Concepts</a>). Nothing else differs.
 */
public final class Reification {
    private static final Node SUBJECT = RDF.subject.asNode();
    private static final Node PREDICATE = RDF.predicate.asNode();
    private static final Node OBJECT = RDF.object.asNode();

    private Reification() {}

    public static Graph rdf12(Graph graph) {
        Graph edition = GraphFactory.createGraphMem();
        graph.find().forEach(edition::add);
        List<Node> claims = graph.find(Node.ANY, PREDICATE, Node.ANY)
                .mapWith(Triple::getSubject)
                .toList();
        for (Node claim : claims) {
            statement(graph, claim).ifPresent(statement -> {
                edition.delete(Triple.create(claim, RDF.type.asNode(), RDF.Statement.asNode()));
                edition.delete(Triple.create(claim, SUBJECT, statement.getSubject()));
                edition.delete(Triple.create(claim, PREDICATE, statement.getPredicate()));
                edition.delete(Triple.create(claim, OBJECT, statement.getObject()));
                edition.add(claim, RDF.Nodes.reifies, NodeFactory.createTripleTerm(statement));
            });
        }
        return edition;
    }

    /** The triple that a claim is about; empty if the graph does not hold all of it. */
    public static Optional<Triple> statement(Graph graph, Node claim) {
        return value(graph, claim, SUBJECT)
                .flatMap(subject -> value(graph, claim, PREDICATE)
                        .flatMap(predicate ->
                                value(graph, claim, OBJECT).map(object -> Triple.create(subject, predicate, object))));
    }

    private static Optional<Node> value(Graph graph, Node claim, Node part) {
        return graph.find(claim, part, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }
}
