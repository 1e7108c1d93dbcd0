package org.samizdat.bench.query;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.store.Servers;

/** The example queries of the first publication, on its own release, each in a text that was never asked before. */
public final class ExamplesPart implements Part {
    private static final Path QUERY = Path.of("src/bench/queries/examples.rq");
    private static final String TITLE = "Example queries of the first publication, asked for the first time";
    private static final String JSON = "application/sparql-results+json";
    private static final double GOAL_MILLIS = 2;
    private static final int SHOWN = 5;
    /** The clock of a process ticks a hundred times a second: shorter windows would count nothing. */
    private static final double SECONDS_EACH = 0.2;

    @Override
    public String name() {
        return "examples";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Servers servers = Servers.ofPublication(options);
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            stock.secondsToAnswer("ASK {}");
            samizdat.secondsToAnswer("ASK {}");
            Map<String, String> queries = read(samizdat);
            WholeQueries session = new WholeQueries(TITLE, queries, stock, samizdat);
            session.warmUp(options);
            session.measure(options, SECONDS_EACH);
            return report(session, List.copyOf(queries.keySet()));
        }
    }

    /** Their texts, with the prefixes declared, by the last part of their IRIs. */
    private static Map<String, String> read(Server server) throws IOException, InterruptedException {
        ResultSet rows = ResultSetFactory.fromJSON(
                new ByteArrayInputStream(server.body(Target.query(Files.readString(QUERY), JSON))));
        Map<String, String> queries = new LinkedHashMap<>();
        while (rows.hasNext()) {
            QuerySolution row = rows.next();
            queries.put(
                    row.getResource("example").getURI().replaceAll(".*[#/]", ""),
                    row.getLiteral("prologue").getString() + "\n"
                            + row.getLiteral("text").getString());
        }
        if (queries.isEmpty()) {
            throw new CannotMeasureException("The release has no example queries.");
        }
        return queries;
    }

    private static Report report(WholeQueries session, List<String> names) {
        Comparison comparison = session.comparison();
        Report report = comparison.report();
        Comparator<String> byCpu = Comparator.comparingDouble(
                name -> comparison.cpu(Servers.SAMIZDAT, name).median());
        names.stream().sorted(byCpu.reversed()).limit(SHOWN).forEach(name -> comparison.row(name, Servers.STOCK));
        long below = names.stream()
                .filter(name -> comparison.cpu(Servers.SAMIZDAT, name).median() < GOAL_MILLIS)
                .count();
        report.note("The %d of %d examples that take most are shown; %d take less than %.0f ms of CPU."
                .formatted(Math.min(SHOWN, names.size()), names.size(), below, GOAL_MILLIS));
        report.note(String.format(
                Locale.ROOT,
                "Goal: median of all under %.0f ms of CPU: %s (%s ms; stock Fuseki %s ms).",
                GOAL_MILLIS,
                session.medianCpu(Servers.SAMIZDAT).median() < GOAL_MILLIS ? "met" : "**not met**",
                session.medianCpu(Servers.SAMIZDAT).text(2),
                session.medianCpu(Servers.STOCK).text(2)));
        report.note("Requests per CPU against stock Fuseki, median of all: "
                + session.medianEconomy().text(2) + " ×.");
        return report;
    }
}
