package org.samizdat.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * What each sentence of a source supports.
 *
 * @param parts the parts of the sources that claims can cite, in the order of the source
 */
public record Coverage(List<Part> parts) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|[^0-9]+");

    /**
     * A part of a source, such as a sentence.
     *
     * @param name its local name, {@code s2-3-1}
     * @param label its label
     * @param claims how many claims cite it
     */
    public record Part(String name, String label, long claims) {}

    /** Counts the citations ({@code prov:wasDerivedFrom}) in a graph. */
    public static Coverage of(Graph data) {
        List<Part> parts = new ArrayList<>();
        try (QueryExec query = QueryExec.graph(data).query(text()).build()) {
            query.select().forEachRemaining(row -> parts.add(part(row)));
        }
        parts.sort(Comparator.comparing(part -> padded(part.name())));
        return new Coverage(List.copyOf(parts));
    }

    private static Part part(Binding row) {
        Node label = row.get("label");
        return new Part(
                row.get("part").getURI().replaceFirst(".*/", ""),
                label == null ? "" : label.getLiteralLexicalForm(),
                Long.parseLong(row.get("claims").getLiteralLexicalForm()));
    }

    /** Numbers filled up with zeros, so that 10 comes after 9. */
    private static String padded(String name) {
        StringBuilder padded = new StringBuilder();
        NUMBER.matcher(name)
                .results()
                .map(MatchResult::group)
                .forEach(piece -> padded.append(
                        Character.isDigit(piece.charAt(0))
                                ? String.format(Locale.ROOT, "%010d", new BigInteger(piece))
                                : piece));
        return padded.toString();
    }

    /** Parts that no claim cites. */
    public List<Part> uncited() {
        return parts.stream().filter(part -> part.claims() == 0).toList();
    }

    /** Writes a line for each part, and the sum. */
    public void print(PrintStream out) {
        parts.forEach(part -> out.printf(Locale.ROOT, "%-12s %4d  %s%n", part.name(), part.claims(), part.label()));
        out.printf(
                Locale.ROOT, "%d of %d are cited.%n", parts.size() - uncited().size(), parts.size());
    }

    private static String text() {
        try (InputStream in = Coverage.class.getResourceAsStream("coverage.rq")) {
            return IOUtils.toString(in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
