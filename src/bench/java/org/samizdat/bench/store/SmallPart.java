package org.samizdat.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;

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
        Wrk.require();
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        Report report = new Report(
                "Small SPARQL answers",
                "query, connections",
                "Fuseki req/s",
                "Samizdat req/s",
                "×",
                "Fuseki CPU ms/req",
                "Samizdat CPU ms/req",
                "× CPU",
                "Fuseki p99 ms",
                "Samizdat p99 ms");
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            Session session = new Session(options, data, stock, samizdat);
            session.compare();
            session.warmUp();
            session.measure();
            session.report(report);
        }
        return report;
    }

    /** The measuring, with both servers up. */
    private static final class Session {
        private final BenchOptions options;
        private final StoreData.Generated data;
        private final Server stock;
        private final Server samizdat;
        private final Wrk wrk;
        private final OpenLoop openLoop;
        private final Map<String, List<Wrk.Window>> windows = new LinkedHashMap<>();
        private final Map<String, List<Double>> p99s = new LinkedHashMap<>();
        private int number;

        Session(BenchOptions options, StoreData.Generated data, Server stock, Server samizdat) throws IOException {
            this.options = options;
            this.data = data;
            this.stock = stock;
            this.samizdat = samizdat;
            this.wrk = new Wrk(data.slugs(), options.seed());
            this.openLoop = new OpenLoop(data.slugs(), options.seed());
        }

        void compare() throws IOException, InterruptedException {
            String query = Shape.JOIN.query(Files.readAllLines(data.slugs()).getFirst(), "0");
            stock.secondsToAnswer(query);
            samizdat.secondsToAnswer(query);
            Answers.compare(stock, samizdat, Files.readAllLines(data.slugs()), options.seed());
        }

        void warmUp() throws IOException, InterruptedException {
            for (Server server : List.of(stock, samizdat)) {
                for (Shape shape : Shape.values()) {
                    wrk.load(server, shape, 16, Math.max(1, options.warmUp() / Shape.values().length), ++number);
                }
            }
        }

        void measure() throws IOException, InterruptedException {
            for (int round = 0; round < options.rounds(); round++) {
                for (Shape shape : Shape.values()) {
                    for (int connections : CONNECTIONS) {
                        window(stock, shape, connections);
                        window(samizdat, shape, connections);
                    }
                }
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (Shape shape : Shape.values()) {
                    double rate = Math.min(peak(stock, shape), peak(samizdat, shape)) / 2;
                    p99(stock, shape, rate);
                    p99(samizdat, shape, rate);
                }
            }
        }

        private double peak(Server server, Shape shape) {
            return series(server, shape, 16, Wrk.Window::requestsPerSecond).median();
        }

        private void window(Server server, Shape shape, int connections) throws IOException, InterruptedException {
            Wrk.Window window = wrk.load(server, shape, connections, options.seconds(), ++number);
            System.out.printf("%s, %s: %s%n", server.name(), label(shape, connections), window);
            windows.computeIfAbsent(key(server, shape, connections), key -> new ArrayList<>())
                    .add(window);
        }

        private void p99(Server server, Shape shape, double rate) throws IOException, InterruptedException {
            double millis = openLoop.p99(server, shape, rate, options.seconds(), ++number);
            System.out.printf("%s, %s at %.0f a second: p99 %.1f ms%n", server.name(), shape, rate, millis);
            p99s.computeIfAbsent(key(server, shape, 16), key -> new ArrayList<>())
                    .add(millis);
        }

        void report(Report report) {
            for (Shape shape : Shape.values()) {
                for (int connections : CONNECTIONS) {
                    row(report, shape, connections);
                }
            }
            for (Shape shape : Shape.values()) {
                for (int connections : CONNECTIONS) {
                    report.goalAtLeast(
                            "requests/s, " + label(shape, connections), GOAL, throughput(shape, connections));
                    report.goalAtLeast(
                            "requests per CPU, " + label(shape, connections), GOAL, economy(shape, connections));
                }
            }
            report.note(
                    "Load generator and servers share the processors: where they fight for them, CPU for each request"
                            + " decides. p99 is taken at half the peak rate of the slower server, from the time a request was due.");
            report.note(
                    "Stock Fuseki logs nothing here, which helps it. Both servers ran all the time with %s heap; resident"
                                    .formatted(options.heap())
                            + " at most %.0f MB (Fuseki) and %.0f MB (Samizdat)."
                                    .formatted(stock.peakMegabytes(), samizdat.peakMegabytes()));
        }

        private void row(Report report, Shape shape, int connections) {
            report.row(
                    label(shape, connections),
                    series(stock, shape, connections, Wrk.Window::requestsPerSecond)
                            .text(0),
                    series(samizdat, shape, connections, Wrk.Window::requestsPerSecond)
                            .text(0),
                    throughput(shape, connections).text(1),
                    series(stock, shape, connections, Wrk.Window::cpuMillis).text(2),
                    series(samizdat, shape, connections, Wrk.Window::cpuMillis).text(2),
                    economy(shape, connections).text(1),
                    p99Text(stock, shape, connections),
                    p99Text(samizdat, shape, connections));
        }

        private String p99Text(Server server, Shape shape, int connections) {
            List<Double> millis = p99s.getOrDefault(key(server, shape, connections), List.of());
            return millis.isEmpty() ? "" : Series.of(millis).text(1);
        }

        private Series throughput(Shape shape, int connections) {
            return series(samizdat, shape, connections, Wrk.Window::requestsPerSecond)
                    .over(series(stock, shape, connections, Wrk.Window::requestsPerSecond));
        }

        /** How many times less CPU a request takes. */
        private Series economy(Shape shape, int connections) {
            return series(stock, shape, connections, Wrk.Window::cpuMillis)
                    .over(series(samizdat, shape, connections, Wrk.Window::cpuMillis));
        }

        private Series series(Server server, Shape shape, int connections, ToDoubleFunction<Wrk.Window> figure) {
            return Series.of(windows.get(key(server, shape, connections)).stream()
                    .map(figure::applyAsDouble)
                    .toList());
        }

        private static String key(Server server, Shape shape, int connections) {
            return server.name() + ", " + label(shape, connections);
        }

        private static String label(Shape shape, int connections) {
            return shape.name().toLowerCase(Locale.ROOT) + ", " + connections;
        }
    }
}
