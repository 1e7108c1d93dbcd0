package org.samizdat.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Claims of a release that are shown together.
 *
 * @param claims in the order of the index
 * @param complete whether all claims were looked through
 */
record Claims(List<Claim> claims, boolean complete) {
    /** A reader does not look through more; what comes after them is on the pages of its things. */
    private static final int LOOKED_THROUGH = 20_000;

    /** Inside a read transaction. */
    static Claims in(Graph graph, Predicate<Claim> wanted) {
        List<Claim> found = new ArrayList<>();
        Iterator<Triple> all = graph.find(Node.ANY, RDF.predicate.asNode(), Node.ANY);
        for (int i = 0; i < LOOKED_THROUGH && all.hasNext(); i++) {
            Claim.of(graph, all.next().getSubject()).filter(wanted).ifPresent(found::add);
        }
        return new Claims(found, !all.hasNext());
    }
}
