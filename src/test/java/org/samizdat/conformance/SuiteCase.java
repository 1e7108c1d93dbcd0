package org.samizdat.conformance;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A case of the suites.
 *
 * @param name its folder and its own name, such as {@code sparql10/graph/dawg-graph-01}
 * @param result what an evaluation gives; empty for the others
 * @param lax whether REDUCED may have left rows out: SPARQL 1.1 Query, section 18.5
 */
record SuiteCase(String name, Kind kind, Source query, Contents contents, Optional<Source> result, boolean lax) {
    enum Kind {
        /** A query that has this result. */
        EVALUATION,
        /** A text that is a query. */
        SYNTAX,
        /** A text that is none. */
        BAD_SYNTAX
    }

    /** A file of the suites, and the address it is published at, which its relative IRIs are resolved against. */
    record Source(Path file, URI address) {}

    /** What the store holds. The named graphs have the addresses of their files as names. */
    record Contents(List<Source> defaultGraph, List<Source> namedGraphs) {}

    /** {@code sparql10}, {@code sparql11} or {@code sparql12}. */
    String suite() {
        return name.substring(0, name.indexOf('/'));
    }

    @Override
    public String toString() {
        return name;
    }
}
