package org.samizdat.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** A triple with the line that it is in N-Triples, without the full stop. To write it for each comparison would take the longest. */
record Line(Triple triple, String text) {
    private static Line of(Triple triple) {
        return new Line(
                triple,
                NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                        + NodeFmtLib.strNT(triple.getObject()));
    }

    static Stream<Line> sorted(Collection<Triple> triples) {
        return triples.stream().map(Line::of).sorted(Comparator.comparing(Line::text));
    }
}
