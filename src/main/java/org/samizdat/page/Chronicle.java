package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * The claims of a release that have a date, in order of time.
 *
 * @param complete whether all claims were looked through
 */
record Chronicle(List<Claim> claims, boolean complete) {
    /** Inside a read transaction. */
    static Chronicle read(Graph graph) {
        Claims dated = Claims.in(graph, claim -> claim.span().isPresent());
        return new Chronicle(
                dated.claims().stream()
                        .sorted(Comparator.comparing(
                                        (Claim claim) -> claim.span().orElseThrow(), Span.IN_TIME)
                                .thenComparing(claim -> claim.node().toString()))
                        .toList(),
                dated.complete());
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
