package org.samizdat.bench.query;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.Tool;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** Small SPARQL answers under load. */
public final class SmallPart implements Part {
    private static final List<Integer> CONNECTIONS = List.of(1, 16);
    private static final double GOAL = 3;

    @Override
    public String name() {
        return "small";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Tool.WRK.require();
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            Session session = new Session(options, data, List.of(stock, samizdat));
            session.warmUp();
            session.measure();
            return session.report();
        }
    }

    /** The measuring, with both servers up. */
    private static final class Session {
        private final BenchOptions options;
        private final List<Server> sides;
        private final SmallQueries queries;
        private final Comparison comparison = new Comparison(Servers.SAMIZDAT, "Small SPARQL answers");

        Session(BenchOptions options, StoreData.Generated data, List<Server> sides) throws IOException {
            this.options = options;
            this.sides = sides;
            this.queries = new SmallQueries(data, options.seed());
        }

        void warmUp() throws IOException, InterruptedException {
            for (Server server : sides) {
                server.secondsToAnswer("ASK {}");
            }
            queries.compare(sides.getFirst(), sides.getLast());
            for (Server server : sides) {
                queries.warmUp(server, options);
            }
        }

        void measure() throws IOException, InterruptedException {
            for (int round = 0; round < options.rounds(); round++) {
                for (Shape shape : Shape.values()) {
                    for (int connections : CONNECTIONS) {
                        for (Server server : sides) {
                            comparison.add(
                                    server,
                                    label(shape, connections),
                                    queries.load(server, shape, connections, options.seconds()));
                        }
                    }
                }
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (Shape shape : Shape.values()) {
                    p99(shape, Math.min(peak(Servers.STOCK, shape), peak(Servers.SAMIZDAT, shape)) / 2);
                }
            }
        }

        private double peak(String server, Shape shape) {
            return comparison.rate(server, label(shape, 16)).median();
        }

        private void p99(Shape shape, double rate) throws InterruptedException {
            for (Server server : sides) {
                comparison.add(server, label(shape, 16), queries.load(server, shape, rate, options.seconds()));
            }
        }

        Report report() {
            Report report = comparison.report();
            for (Shape shape : Shape.values()) {
                for (int connections : CONNECTIONS) {
                    String load = label(shape, connections);
                    comparison.row(load, Servers.STOCK);
                    report.goalAtLeast("requests/s, " + load, GOAL, comparison.throughput(Servers.STOCK, load));
                    report.goalAtLeast("requests per CPU, " + load, GOAL, comparison.economy(Servers.STOCK, load));
                }
            }
            report.note(
                    "Load generator and servers share the processors: where they fight for them, CPU for each request"
                            + " decides. p99 is taken at half the peak rate of the slower server, from the time a request was due.");
            report.note(
                    "Stock Fuseki logs nothing here, which helps it. Both servers ran all the time with %s heap; resident"
                                    .formatted(options.heap())
                            + " at most %.0f MB (Fuseki) and %.0f MB (Samizdat)."
                                    .formatted(
                                            sides.getFirst().peakMegabytes(),
                                            sides.getLast().peakMegabytes()));
            return report;
        }

        private static String label(Shape shape, int connections) {
            return shape.name().toLowerCase(Locale.ROOT) + ", " + connections;
        }
    }
}
