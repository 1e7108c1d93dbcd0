package org.samizdat.bench.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Connection;

/** {@code kill -9} under load: how soon the server answers again, and whether it still says the same. */
public final class RestartPart implements Part {
    private static final int CLIENTS = 4;
    private static final int MILLIS_OF_LOAD = 1_000;
    private static final double GOAL = 1.2;
    private static final String CLEAN = "started after a clean stop";
    private static final String KILLED = "started after kill -9 under load";
    private static final String WATCHED = "server killed, started again by its launcher";
    /** All of the data, in numbers. */
    private static final Target ALL = Target.query(
            "SELECT ?g (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } GROUP BY ?g ORDER BY ?g",
            "text/csv");

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        String query = "DESCRIBE <" + StoreData.ID + data.slugList().getFirst() + ">";
        Target first = Target.query(query, "text/turtle");
        servers.startOnce("ASK {}");
        Report report = new Report("Restart", "start", "s to first answer");
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            byte[] before;
            try (Server server = servers.samizdat()) {
                add(seconds, CLEAN, server.secondsToAnswer(first));
                before = server.body(ALL);
                underLoad(server, first, server::kill);
            }
            try (Server server = servers.samizdat()) {
                add(seconds, KILLED, server.secondsToAnswer(first));
                requireSame(before, server.body(ALL));
                long killed = underLoad(server, first, server::killWatched);
                add(seconds, WATCHED, server.secondsToAnswer(first, killed));
                requireSame(before, server.body(ALL));
            }
        }
        report(report, seconds);
        return report;
    }

    private static void add(Map<String, List<Double>> seconds, String start, double figure) {
        System.out.printf("%s: %.2f s%n", start, figure);
        seconds.computeIfAbsent(start, key -> new ArrayList<>()).add(figure);
    }

    /** Has clients ask until the server is gone; gives the time at which it was killed. */
    private static long underLoad(Server server, Target target, Runnable kill) throws InterruptedException {
        long killed;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.submit(() -> ask(server, target));
            }
            Thread.sleep(MILLIS_OF_LOAD);
            killed = System.nanoTime();
            kill.run();
        }
        return killed;
    }

    private static int ask(Server server, Target target) throws IOException {
        try (Connection connection = new Connection(server.root())) {
            while (true) {
                connection.get(target);
            }
        }
    }

    private static void requireSame(byte[] before, byte[] after) {
        if (!Arrays.equals(before, after)) {
            throw new CannotMeasureException("After kill -9 the server does not say the same as before.");
        }
    }

    private static void report(Report report, Map<String, List<Double>> seconds) {
        seconds.forEach((start, figures) -> report.row(start, Series.of(figures).text(2)));
        report.goalAtMost(
                "time after kill -9 against a clean stop",
                GOAL,
                Series.of(seconds.get(KILLED)).over(Series.of(seconds.get(CLEAN))));
        report.note(
                "After each kill the counts of all graphs were the same as before. The launcher waits a second before"
                        + " it starts the server again; that second is counted.");
    }
}
