package org.samizdat.conformance;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeUtils;

/** Whether two tables are the same but for the names of their blank nodes. */
final class Isomorphism {
    private Isomorphism() {}

    /** @param ordered whether each row must be the same as that at its place, or as any other one */
    static boolean between(List<List<Node>> left, List<List<Node>> right, boolean ordered) {
        return left.size() == right.size() && rows(left, right, ordered, 0, new BitSet(), Map.of());
    }

    /** Whether the rows from {@code first} are the same as those not used up yet, the names being mapped so far. */
    private static boolean rows(
            List<List<Node>> left,
            List<List<Node>> right,
            boolean ordered,
            int first,
            BitSet used,
            Map<Node, Node> names) {
        if (first == left.size()) {
            return true;
        }
        IntStream candidates =
                ordered ? IntStream.of(first) : IntStream.range(0, right.size()).filter(place -> !used.get(place));
        return candidates.anyMatch(place -> row(left.get(first), right.get(place), names)
                .filter(mapped -> {
                    BitSet next = (BitSet) used.clone();
                    next.set(place);
                    return rows(left, right, ordered, first + 1, next, mapped);
                })
                .isPresent());
    }

    private static Optional<Map<Node, Node>> row(List<Node> left, List<Node> right, Map<Node, Node> names) {
        Optional<Map<Node, Node>> mapped = Optional.of(names);
        for (int i = 0; i < left.size() && mapped.isPresent(); i++) {
            mapped = cell(left.get(i), right.get(i), mapped.get());
        }
        return mapped;
    }

    private static Optional<Map<Node, Node>> cell(Node left, Node right, Map<Node, Node> names) {
        if (left.isTripleTerm() && right.isTripleTerm()) {
            return row(terms(left.getTriple()), terms(right.getTriple()), names);
        }
        if (left.isBlank() && right.isBlank()) {
            return name(left, right, names);
        }
        return isSame(left, right) ? Optional.of(names) : Optional.empty();
    }

    /** Equal terms, or literals of one datatype and value: how numbers are written that a query computes is left to the endpoint. */
    private static boolean isSame(Node left, Node right) {
        boolean oneDatatype = left.isLiteral()
                && right.isLiteral()
                && left.getLiteralDatatypeURI().equals(right.getLiteralDatatypeURI());
        return left.equals(right) || oneDatatype && NodeUtils.sameValue.equal(left, right);
    }

    private static List<Node> terms(Triple triple) {
        return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    private static Optional<Map<Node, Node>> name(Node left, Node right, Map<Node, Node> names) {
        if (names.containsKey(left)) {
            return names.get(left).equals(right) ? Optional.of(names) : Optional.empty();
        }
        if (names.containsValue(right)) {
            return Optional.empty();
        }
        Map<Node, Node> more = new HashMap<>(names);
        more.put(left, right);
        return Optional.of(more);
    }
}
