package org.samizdat.diff;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A line of canonical N-Quads (RDF 1.2 N-Quads, section 4): one blank between the terms, one before the dot. Its parts are
 * found without decoding it.
 *
 * @param bytes the line without its line feed
 */
public record QuadLine(byte[] bytes) implements Comparable<QuadLine> {
    private static final byte[] TRIPLE_TERM = {'<', '<', '('};
    private static final String END = " .";

    /** The subject as it is written. */
    String subject() {
        return text(0, end(0));
    }

    /** The predicate as it is written. */
    String predicate() {
        int from = end(0) + 1;
        return text(from, end(from));
    }

    /** The object as it is written. */
    String object() {
        int from = end(end(0) + 1) + 1;
        return text(from, end(from));
    }

    boolean hasSubjectOf(QuadLine other) {
        int end = end(0);
        return end == other.end(0) && Arrays.equals(bytes, 0, end, other.bytes, 0, end);
    }

    /** Whether the line is of the default graph, and so a line of N-Triples too. */
    public boolean isTriple() {
        return bytes[afterObject()] == '.';
    }

    /**
     * Whether the line is of a named graph.
     *
     * @param graph the graph's name as it is written
     */
    public boolean isOf(byte[] graph) {
        return !isTriple() && Arrays.equals(bytes, afterObject(), bytes.length - END.length(), graph, 0, graph.length);
    }

    /** Where the graph begins, or the dot. */
    private int afterObject() {
        return end(end(end(0) + 1) + 1) + 1;
    }

    /** The order of bytes, in which the lines of a release are sorted. */
    @Override
    public int compareTo(QuadLine other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The index after the term that begins at {@code from}. */
    private int end(int from) {
        return switch (bytes[from]) {
            case '<' -> startsTripleTerm(from) ? tripleTermEnd(from) : find('>', from) + 1;
            case '"' -> literalEnd(from);
            default -> find(' ', from);
        };
    }

    private boolean startsTripleTerm(int from) {
        return Arrays.equals(bytes, from, from + TRIPLE_TERM.length, TRIPLE_TERM, 0, TRIPLE_TERM.length);
    }

    private int tripleTermEnd(int from) {
        int at = from + TRIPLE_TERM.length + 1;
        for (int term = 0; term < 3; term++) {
            at = end(at) + 1;
        }
        return at + ")>>".length();
    }

    private int literalEnd(int from) {
        int at = from + 1;
        while (bytes[at] != '"') {
            at += bytes[at] == '\\' ? 2 : 1;
        }
        at++;
        return switch (bytes[at]) {
            case '@' -> find(' ', at);
            case '^' -> find('>', at) + 1;
            default -> at;
        };
    }

    private int find(char sought, int from) {
        int at = from;
        while (bytes[at] != sought) {
            at++;
        }
        return at;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof QuadLine line && Arrays.equals(bytes, line.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text(0, bytes.length);
    }
}
