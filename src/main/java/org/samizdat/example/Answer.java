package org.samizdat.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;

/**
 * What a query answers, as lines of text: of SELECT in CSV
 * (<a href="https://www.w3.org/TR/sparql11-results-csv-tsv/">SPARQL 1.1 Query Results CSV</a>), of ASK {@code true} or
 * {@code false}, of CONSTRUCT and DESCRIBE as N-Triples. Where the query does not order its rows, they are sorted.
 */
record Answer(List<String> lines) {
    /** Far more than any example should take; a build must come to its end. */
    private static final long SECONDS = 60;

    /** @throws org.apache.jena.query.QueryException if the query takes too long, or asks another host */
    static Answer of(Query query, DatasetGraph data) {
        try (QueryExec execution = QueryExec.dataset(data)
                .query(query)
                .set(ARQ.httpServiceAllowed, false)
                .timeout(SECONDS, TimeUnit.SECONDS)
                .build()) {
            return switch (Form.of(query)) {
                case SELECT -> rows(execution.select(), query.hasOrderBy());
                case ASK -> new Answer(List.of(Boolean.toString(execution.ask())));
                case CONSTRUCT -> triples(execution.construct());
                case DESCRIBE -> triples(execution.describe());
            };
        }
    }

    private static Answer rows(RowSet rows, boolean ordered) {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ResultsWriter.create().lang(ResultSetLang.RS_CSV).write(csv, rows);
        return ofText(csv.toString(StandardCharsets.UTF_8), ordered, 1);
    }

    private static Answer triples(Graph graph) {
        ByteArrayOutputStream triples = new ByteArrayOutputStream();
        RDFDataMgr.write(triples, graph, Lang.NTRIPLES);
        return ofText(triples.toString(StandardCharsets.UTF_8), false, 0);
    }

    /** @param header how many lines at the beginning stay there */
    private static Answer ofText(String text, boolean ordered, int header) {
        List<String> lines = text.lines().toList();
        return ordered
                ? new Answer(lines)
                : new Answer(Stream.concat(
                                lines.stream().limit(header),
                                lines.stream().skip(header).sorted())
                        .toList());
    }

    /** Reads the answer that a query should give. */
    static Answer read(Path file, Query query) throws IOException {
        Form form = Form.of(query);
        return ofText(Files.readString(file), form == Form.SELECT && query.hasOrderBy(), form == Form.SELECT ? 1 : 0);
    }

    void write(Path file) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this answer has otherwise than the one that was expected; empty where they are the same. */
    Optional<String> differenceFrom(Answer expected) {
        if (equals(expected)) {
            return Optional.empty();
        }
        List<String> missing = without(expected.lines, lines);
        List<String> unexpected = without(lines, expected.lines);
        if (missing.isEmpty() && unexpected.isEmpty()) {
            return Optional.of("its lines are in another order");
        }
        return Optional.of(String.join(
                "; ",
                Stream.of(some("it lacks ", missing), some("it has ", unexpected))
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static Optional<String> some(String what, List<String> lines) {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String more = lines.size() > 1 ? " and " + (lines.size() - 1) + " more" : "";
        return Optional.of(what + "\"" + lines.getFirst() + "\"" + more);
    }
}
