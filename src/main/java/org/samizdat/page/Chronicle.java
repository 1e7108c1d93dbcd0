package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The claims of a release that have a date, in order of time.
 *
 * @param complete whether all claims were looked through
 */
record Chronicle(List<Claim> claims, boolean complete) {
    /** A reader does not look through more; what comes after them is on the pages of its things. */
    private static final int LOOKED_THROUGH = 20_000;

    /** Inside a read transaction. */
    static Chronicle read(Graph graph) {
        List<Claim> dated = new ArrayList<>();
        Iterator<Triple> all = graph.find(Node.ANY, RDF.predicate.asNode(), Node.ANY);
        for (int i = 0; i < LOOKED_THROUGH && all.hasNext(); i++) {
            Claim.of(graph, all.next().getSubject())
                    .filter(claim -> claim.span().isPresent())
                    .ifPresent(dated::add);
        }
        dated.sort(Comparator.comparing((Claim claim) -> claim.span().orElseThrow(), Span.IN_TIME)
                .thenComparing(claim -> claim.node().toString()));
        return new Chronicle(List.copyOf(dated), !all.hasNext());
    }

    /** The things of which something is said that may have been in these years. */
    Set<Node> things(int from, int to) {
        Set<Node> things = new TreeSet<>(Comparator.comparing(Node::toString));
        claims.stream()
                .filter(claim -> claim.span().orElseThrow().mayBeIn(from, to))
                .flatMap(claim -> Stream.of(
                        claim.statement().getSubject(), claim.statement().getObject()))
                .filter(Node::isURI)
                .forEach(things::add);
        return things;
    }
}
