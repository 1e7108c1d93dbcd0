package org.samizdat.bench.document;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.Tool;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.load.H2load;
import org.samizdat.bench.load.Window;
import org.samizdat.bench.load.Wrk;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** Documents and redirects from cache, beside nginx with the same bodies as files. */
public final class DocumentsPart implements Part {
    private static final List<Integer> CONNECTIONS = List.of(16, 64);
    private static final int THINGS = 1_000;
    private static final String TURTLE = "Turtle";
    private static final String HTML = "HTML";
    private static final String SEE_OTHER = "303";

    private static final double GOAL_STOCK = 40;
    private static final double GOAL_P99 = 1.5;
    private static final Map<String, Double> GOAL_NGINX = Map.of(TURTLE, 1.0, HTML, 1.0, SEE_OTHER, 0.9);

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Tool.WRK.require();
        Tool.H2LOAD.require();
        Tool.NGINX.require();
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            stock.secondsToAnswer("ASK {}");
            samizdat.secondsToAnswer("ASK {}");
            Session session = new Session(options, Things.draw(data, THINGS, options.seed()), stock, samizdat);
            try (Server nginx = session.nginx()) {
                session.compare(nginx);
                session.warmUp(nginx);
                session.measure(nginx);
                return session.report();
            }
        }
    }

    /** The measuring, with all servers up. */
    private static final class Session {
        private final BenchOptions options;
        private final Things things;
        private final Server stock;
        private final Server samizdat;
        private final Path folder;
        private final Comparison comparison = new Comparison(Servers.SAMIZDAT, "Documents from cache");
        private final Map<String, List<Target>> ours = new LinkedHashMap<>();
        private final Map<String, List<Target>> files = new LinkedHashMap<>();
        private long bytes;

        Session(BenchOptions options, Things things, Server stock, Server samizdat)
                throws IOException, InterruptedException {
            this.options = options;
            this.things = things;
            this.stock = stock;
            this.samizdat = samizdat;
            this.folder = options.folder().resolve("nginx");
            ours.put(TURTLE, things.documents(Things.TURTLE));
            ours.put(HTML, things.documents(Things.HTML));
            ours.put(SEE_OTHER, things.things());
            files.put(TURTLE, things.files(TURTLE));
            files.put(HTML, things.files(HTML));
            files.put(SEE_OTHER, things.things());
        }

        /** nginx with what Samizdat answers, bodies and header fields. */
        Server nginx() throws IOException, InterruptedException {
            Nginx nginx = new Nginx(folder)
                    .folder(TURTLE, samizdat.get(ours.get(TURTLE).getFirst()).headers())
                    .folder(HTML, samizdat.get(ours.get(HTML).getFirst()).headers())
                    .redirect(
                            "id",
                            "../doc",
                            samizdat.get(ours.get(SEE_OTHER).getFirst()).headers());
            for (String form : List.of(TURTLE, HTML)) {
                for (int i = 0; i < things.slugs().size(); i++) {
                    byte[] body = samizdat.body(ours.get(form).get(i));
                    nginx.file(form + "/" + things.slugs().get(i), body);
                    bytes += body.length;
                }
            }
            return nginx.start();
        }

        /** Both must send the same bytes, or to the same place. */
        void compare(Server nginx) throws IOException, InterruptedException {
            nginx.secondsToAnswer(files.get(TURTLE).getFirst());
            for (String form : ours.keySet()) {
                for (int i = 0; i < things.slugs().size(); i++) {
                    Target target = ours.get(form).get(i);
                    HttpResponse<byte[]> one = samizdat.get(target);
                    HttpResponse<byte[]> other = nginx.get(files.get(form).get(i));
                    boolean same = one.statusCode() == other.statusCode()
                            && location(one).equals(location(other))
                            // what nginx writes below a redirect is for people with very old browsers
                            && (one.statusCode() == 303 || Arrays.equals(one.body(), other.body()));
                    if (!same) {
                        throw new CannotMeasureException("Samizdat and nginx differ in their answers to " + target);
                    }
                }
            }
        }

        private static String location(HttpResponse<byte[]> response) {
            return response.headers().firstValue("Location").orElse("");
        }

        void warmUp(Server nginx) throws IOException, InterruptedException {
            int seconds = Math.max(1, options.warmUp() / 4);
            for (String form : ours.keySet()) {
                new Wrk(16, seconds).cycle(samizdat, ours.get(form));
                new Wrk(16, 1).cycle(nginx, files.get(form));
            }
            new Wrk(16, seconds).cycle(stock, things.describes());
        }

        void measure(Server nginx) throws IOException, InterruptedException {
            for (int round = 0; round < options.rounds(); round++) {
                for (int connections : CONNECTIONS) {
                    Wrk wrk = new Wrk(connections, options.seconds());
                    for (String form : ours.keySet()) {
                        comparison.add(nginx, load(form, connections), wrk.cycle(nginx, files.get(form)));
                        comparison.add(samizdat, load(form, connections), wrk.cycle(samizdat, ours.get(form)));
                    }
                    Window described = wrk.cycle(stock, things.describes());
                    comparison.add(stock, load(TURTLE, connections), described);
                    comparison.add(stock, load(HTML, connections), described);
                }
            }
            for (int round = 0; round < options.rounds(); round++) {
                for (String form : ours.keySet()) {
                    p99(nginx, form);
                }
            }
        }

        private void p99(Server nginx, String form) throws IOException, InterruptedException {
            for (int connections : CONNECTIONS) {
                String load = load(form, connections);
                double peak = Math.min(
                        comparison.rate(Nginx.NAME, load).median(),
                        comparison.rate(Servers.SAMIZDAT, load).median());
                H2load h2load = new H2load(connections, options.seconds(), folder);
                comparison.add(nginx, load, h2load.load(nginx, files.get(form), peak / 2));
                comparison.add(samizdat, load, h2load.load(samizdat, ours.get(form), peak / 2));
            }
        }

        Report report() {
            Report report = comparison.report();
            for (String form : ours.keySet()) {
                for (int connections : CONNECTIONS) {
                    String load = load(form, connections);
                    comparison.row(load, Nginx.NAME);
                    goals(report, form, load);
                }
            }
            for (int connections : CONNECTIONS) {
                for (String form : List.of(TURTLE, HTML)) {
                    String load = load(form, connections);
                    comparison.row(load, Servers.STOCK);
                    report.goalAtLeast(
                            "requests/s against DESCRIBE, " + load,
                            GOAL_STOCK,
                            comparison.throughput(Servers.STOCK, load));
                }
            }
            report.note("%d things, bodies of %d bytes on average; %.0f MB resident (Samizdat)."
                    .formatted(things.slugs().size(), bytes / things.slugs().size() / 2, samizdat.peakMegabytes()));
            return report;
        }

        private void goals(Report report, String form, String load) {
            report.goalAtLeast("requests/s, " + load, GOAL_NGINX.get(form), comparison.throughput(Nginx.NAME, load));
            report.goalAtLeast("requests per CPU, " + load, 1, comparison.economy(Nginx.NAME, load));
            report.goalAtMost("p99, " + load, GOAL_P99, comparison.slowness(Nginx.NAME, load));
        }

        private static String load(String form, int connections) {
            return form + ", " + connections;
        }
    }
}
