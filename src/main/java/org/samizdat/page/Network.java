package org.samizdat.page;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/**
 * The things that most is said of, and what is said of two of them.
 *
 * @param degrees in how many claims a thing stands, the most frequent first
 * @param edges the claims between these things
 * @param complete whether all claims were looked through
 */
record Network(Map<Node, Integer> degrees, List<Claim> edges, boolean complete) {
    /** As many as a browser draws, and a reader sees. */
    private static final int NODES = 400;

    /** Inside a read transaction. */
    static Network read(Material material) {
        Claims found = Claims.in(material.graph(), claim -> isBetweenThings(claim, material));
        List<Claim> claims = found.claims().stream()
                .sorted(Comparator.comparing(claim -> claim.node().toString()))
                .toList();
        Map<Node, Integer> degrees = degrees(claims);
        return new Network(
                degrees,
                claims.stream()
                        .filter(claim -> degrees.containsKey(claim.statement().getSubject())
                                && degrees.containsKey(claim.statement().getObject()))
                        .toList(),
                found.complete());
    }

    private static boolean isBetweenThings(Claim claim, Material material) {
        return isThing(claim.statement().getSubject(), material)
                && isThing(claim.statement().getObject(), material)
                && !claim.statement().getSubject().equals(claim.statement().getObject());
    }

    private static boolean isThing(Node node, Material material) {
        return material.about().addresses().name(node).isPresent()
                && !Set.of(Symbol.SOURCE, Symbol.CLAIM)
                        .contains(material.symbols().of(node));
    }

    private static Map<Node, Integer> degrees(List<Claim> claims) {
        Map<Node, Integer> degrees = new HashMap<>();
        for (Claim claim : claims) {
            degrees.merge(claim.statement().getSubject(), 1, Integer::sum);
            degrees.merge(claim.statement().getObject(), 1, Integer::sum);
        }
        return degrees.entrySet().stream()
                .sorted(Map.Entry.<Node, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(NODES)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }
}
