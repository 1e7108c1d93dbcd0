package org.samizdat.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What each part of the sources supports.
 *
 * @param wholes what the parts are part of, such as sections, in the order of the source
 */
public record Coverage(List<Whole> wholes) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[^0-9]+");

    /** @param parts in the order of the source */
    public record Whole(String label, List<Part> parts) {
        /** How many parts a claim cites. */
        public long cited() {
            return parts.stream().filter(Part::isCited).count();
        }

        /** How many claims cite a part of it. */
        public long claims() {
            return parts.stream()
                    .flatMap(part -> part.claims().stream())
                    .distinct()
                    .count();
        }
    }

    /**
     * What a claim can cite, such as a sentence.
     *
     * @param name its local name, {@code s2-3-1}
     * @param claims those that cite it, in order of their names
     * @param reason why no claim cites it ({@code skos:editorialNote}); empty where nothing says so
     */
    public record Part(Node node, String name, String label, List<Claim> claims, String reason) {
        public boolean isCited() {
            return !claims.isEmpty();
        }
    }

    /**
     * @param name its local name
     * @param statement what it says, in words
     */
    public record Claim(String name, String statement) {}

    /** Reads the citations ({@code prov:wasDerivedFrom}). */
    static Coverage of(Surveyed data) {
        List<Binding> rows = new ArrayList<>();
        data.select("coverage.rq", rows::add);
        Map<Node, List<Binding>> wholes = grouped(rows, "whole");
        return new Coverage(inOrder(wholes.keySet())
                .map(whole -> new Whole(data.names().of(whole), parts(wholes.get(whole), data.names())))
                .toList());
    }

    /** By what a variable is bound to; rows that do not bind it are left out. */
    private static Map<Node, List<Binding>> grouped(List<Binding> rows, String variable) {
        return rows.stream()
                .filter(row -> row.contains(variable))
                .collect(Collectors.groupingBy(row -> row.get(variable)));
    }

    private static List<Part> parts(List<Binding> rows, Names names) {
        Map<Node, List<Binding>> parts = grouped(rows, "part");
        return inOrder(parts.keySet())
                .map(part -> new Part(
                        part,
                        Names.local(part),
                        names.of(part),
                        claims(parts.get(part), names),
                        reason(parts.get(part).getFirst())))
                .toList();
    }

    private static List<Claim> claims(List<Binding> rows, Names names) {
        return inOrder(grouped(rows, "claim").keySet())
                .map(claim -> new Claim(Names.local(claim), names.of(claim)))
                .toList();
    }

    private static String reason(Binding row) {
        return Optional.ofNullable(row.get("reason"))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    private static Stream<Node> inOrder(Set<Node> nodes) {
        SortedMap<String, Node> sorted = new TreeMap<>();
        nodes.forEach(node -> sorted.put(padded(node), node));
        return sorted.values().stream();
    }

    /** The address with numbers filled up with zeros, so that 10 comes after 9; itself in the end, as 09 is not 9. */
    private static String padded(Node node) {
        StringBuilder padded = new StringBuilder();
        NUMBER.matcher(node.toString())
                .results()
                .map(MatchResult::group)
                .forEach(piece -> padded.append(
                        Character.isDigit(piece.charAt(0))
                                ? String.format(Locale.ROOT, "%010d", new BigInteger(piece))
                                : piece));
        return padded.append(' ').append(node).toString();
    }

    public List<Part> parts() {
        return wholes.stream().flatMap(whole -> whole.parts().stream()).toList();
    }

    /** How many parts a claim cites. */
    public long cited() {
        return wholes.stream().mapToLong(Whole::cited).sum();
    }

    /** How many claims cite a part. */
    public long claims() {
        return parts().stream()
                .flatMap(part -> part.claims().stream())
                .distinct()
                .count();
    }
}
