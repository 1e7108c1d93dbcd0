package org.samizdat.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
        rows.sort(Comparator.comparing((Binding row) -> padded(row.get("whole")))
                .thenComparing(row -> padded(row.get("part"))));
        List<Whole> wholes = new ArrayList<>();
        grouped(rows, "whole")
                .forEach((whole, inside) -> wholes.add(new Whole(data.names().of(whole), parts(inside, data.names()))));
        return new Coverage(List.copyOf(wholes));
    }

    private static Map<Node, List<Binding>> grouped(List<Binding> rows, String variable) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.get(variable), LinkedHashMap::new, Collectors.toList()));
    }

    private static List<Part> parts(List<Binding> rows, Names names) {
        List<Part> parts = new ArrayList<>();
        grouped(rows, "part")
                .forEach((part, inside) -> parts.add(new Part(
                        part, Names.local(part), names.of(part), claims(inside, names), reason(inside.getFirst()))));
        return List.copyOf(parts);
    }

    private static List<Claim> claims(List<Binding> rows, Names names) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.get("claim")).stream())
                .sorted(Comparator.comparing(Coverage::padded))
                .map(claim -> new Claim(Names.local(claim), names.of(claim)))
                .toList();
    }

    private static String reason(Binding row) {
        return Optional.ofNullable(row.get("reason"))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    /** The address with numbers filled up with zeros, so that 10 comes after 9. */
    private static String padded(Node node) {
        StringBuilder padded = new StringBuilder();
        NUMBER.matcher(node.toString())
                .results()
                .map(MatchResult::group)
                .forEach(piece -> padded.append(
                        Character.isDigit(piece.charAt(0))
                                ? String.format(Locale.ROOT, "%010d", new BigInteger(piece))
                                : piece));
        return padded.toString();
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
