package org.samizdat.release;

/**
 * A query whose answer is known: it is asked whenever the release is opened.
 *
 * @param query SPARQL
 * @param answer what the store answered when it was built, as SPARQL TSV
 */
public record Canary(String query, String answer) implements Comparable<Canary> {
    @Override
    public int compareTo(Canary other) {
        return query.compareTo(other.query);
    }
}
