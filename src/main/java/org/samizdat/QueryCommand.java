package org.samizdat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.resultset.ResultsFormat;
import org.apache.jena.sparql.util.QueryExecUtils;
import org.apache.jena.system.Txn;
import org.samizdat.release.Home;
import org.samizdat.release.Release;
import org.samizdat.table.BadInputException;
import org.samizdat.table.Problem;

final class QueryCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** With its line end, and some more: nobody knows what else listens there. */
    private static final int LONGEST_ID = 100;

    private static final Setting RESULTS = Setting.of(
                    "results", "FORMAT", "text, json, xml, csv, tsv; for CONSTRUCT and DESCRIBE turtle.")
            .orElse("text");

    static final Command COMMAND = new Command(
            "query",
            "Asks a SPARQL query, which is given or lies in a file: of the running server, or of the current release when none runs.",
            List.of(Settings.HOME, Settings.HOST, Settings.PORT, RESULTS),
            List.of("QUERY"),
            QueryCommand::run);

    private QueryCommand() {}

    private static int run(Arguments given) throws IOException {
        Query parsed = parse(given.operands().getFirst());
        ResultsFormat results = format(given.text(RESULTS));
        URI server = URI.create("http://" + given.text(Settings.HOST) + ":" + Settings.port(given) + "/");
        Home releases = Home.at(given.path(Settings.HOME));
        if (serves(server, releases)) {
            ask(parsed, QueryExecution.service(server.resolve("sparql").toString(), parsed), results);
        } else {
            try (Release release = releases.openCurrent()) {
                DatasetGraph data = release.dataset();
                Txn.executeRead(
                        data, () -> ask(parsed, QueryExecution.create(parsed, DatasetFactory.wrap(data)), results));
            } catch (QueryDeniedException denied) {
                throw new BadInputException(
                        Problem.inFile("query", "SERVICE is refused, since no query may call another host."));
            }
        }
        return 0;
    }

    private static void ask(Query parsed, QueryExecution execution, ResultsFormat results) {
        try (execution) {
            QueryExecUtils.executeQuery(parsed.getPrologue(), execution, results, System.out);
        }
    }

    private static Query parse(String query) throws IOException {
        boolean isText = query.contains("{");
        if (!isText && !Files.isRegularFile(Path.of(query))) {
            throw new UsageException("This is neither a query nor a file: " + query);
        }
        String text = isText ? query : Files.readString(Path.of(query));
        try {
            return QueryFactory.create(text);
        } catch (QueryParseException e) {
            String reason = e.getMessage().lines().findFirst().orElse("It cannot be parsed.");
            throw new BadInputException(
                    new Problem(isText ? "query" : query, e.getLine(), Integer.toString(e.getColumn()), reason));
        }
    }

    private static ResultsFormat format(String format) {
        ResultsFormat known = ResultsFormat.lookup(format);
        if (known == null) {
            throw new UsageException("--results does not know the format " + format + ".");
        }
        return known;
    }

    /** Whether a server is one of this home's releases: whoever else listens there would answer from other data. */
    private static boolean serves(URI server, Home releases) {
        Optional<String> served = served(server);
        boolean ours = served.filter(releases.ids()::contains).isPresent();
        if (served.isPresent() && !ours) {
            System.err.println("What runs at " + server + " serves no release of " + releases.folder()
                    + "; the current release itself is asked.");
        }
        return ours;
    }

    /** What a server says that it serves; empty if none answers. */
    private static Optional<String> served(URI server) {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest health = HttpRequest.newBuilder(server.resolve("health"))
                    .timeout(PATIENCE)
                    .build();
            HttpResponse<InputStream> answer = client.send(health, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String id = new String(body.readNBytes(LONGEST_ID), StandardCharsets.UTF_8).strip();
                return answer.statusCode() == 200 ? Optional.of(id) : Optional.empty();
            }
        } catch (IOException noServer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
