package org.samizdat.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/** A triple with the line that it is in N-Triples, without the full stop. To write it for each comparison would take the longest. */
record Line(Triple triple, String text) {
    static Stream<Line> sorted(Collection<Triple> triples) {
        Map<Node, String> texts = new HashMap<>();
        return triples.stream()
                .map(triple -> new Line(
                        triple,
                        text(triple.getSubject(), texts) + " " + text(triple.getPredicate(), texts) + " "
                                + text(triple.getObject(), texts)))
                .sorted(Comparator.comparing(Line::text));
    }

    private static String text(Node node, Map<Node, String> known) {
        return known.computeIfAbsent(node, NodeFmtLib::strNT);
    }
}
