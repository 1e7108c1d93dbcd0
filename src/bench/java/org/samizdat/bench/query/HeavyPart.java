package org.samizdat.bench.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** Queries that look at much of the store, each in a text that was never asked before. */
public final class HeavyPart implements Part {
    private static final Path QUERIES = Path.of("src/bench/queries/heavy");
    private static final String TITLE = "Heavy queries, asked for the first time, one connection";
    private static final double GOAL_EACH = 1;
    private static final double GOAL_MEDIAN = 1.8;

    @Override
    public String name() {
        return "heavy";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Map<String, String> queries = read();
        Servers servers = Servers.prepare(options, StoreData.generate(options));
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            stock.secondsToAnswer("ASK {}");
            samizdat.secondsToAnswer("ASK {}");
            WholeQueries session = new WholeQueries(TITLE, queries, stock, samizdat);
            session.warmUp(options);
            session.measure(options, options.seconds());
            return report(session, queries.keySet());
        }
    }

    private static Report report(WholeQueries session, Set<String> names) {
        Comparison comparison = session.comparison();
        Report report = comparison.report();
        for (String name : names) {
            comparison.row(name, Servers.STOCK);
            report.goalAtLeast("requests per CPU, " + name, GOAL_EACH, comparison.economy(Servers.STOCK, name));
        }
        report.goalAtLeast("requests per CPU, median of the queries", GOAL_MEDIAN, session.medianEconomy());
        return report;
    }

    private static Map<String, String> read() throws IOException {
        Map<String, String> queries = new TreeMap<>();
        try (Stream<Path> files = Files.list(QUERIES)) {
            for (Path file : files.toList()) {
                queries.put(file.getFileName().toString().replace(".rq", ""), Files.readString(file));
            }
        }
        return queries;
    }
}
