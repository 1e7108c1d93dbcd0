package org.samizdat.bench.query;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.load.Latencies;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;
import org.samizdat.query.HostileQueries;

/** Queries that mean harm, one after the other, under the usual limits; and what somebody else meets meanwhile. */
public final class HostilePart implements Part {
    private static final String HEAP = "1g";
    /** The heap, and the store's mapped files, code and stacks. */
    private static final int CAP_MEGABYTES = 1024 + 600;

    private static final int GRACE_SECONDS = 2;
    private static final double GOAL_MILLIS = 250;
    private static final int TOO_MANY = 429;

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated data = StoreData.generateWith(HostileQueries.data(), options, "hostile");
        Servers servers = Servers.prepare(options, data);
        Report report = new Report(
                "Hostile queries",
                "limit s",
                "queries",
                "slowest",
                "its s",
                "well-behaved requests",
                "median ms",
                "p99 ms",
                "peak MB");
        for (int limit : options.limits()) {
            try (Server server = servers.samizdat(
                    HEAP,
                    "--timeout",
                    Integer.toString(limit),
                    "--trusted-proxy",
                    "127.0.0.1",
                    "--trusted-proxy",
                    "::1")) {
                server.secondsToAnswer("ASK {}");
                SmallQueries queries = new SmallQueries(data, options.seed());
                Bystander.warmUp(server, queries, options.warmUp());
                Bystander bystander = Bystander.start(server, queries);
                List<Attack> attacks = attack(server);
                report(report, limit, attacks, bystander.stop(), server);
            }
        }
        report.note("An answer is an error or complete: the transfer of what is broken off counts as an error.");
        report.note(
                "A well-behaved client sends 20 small queries a second, from the time each is due; fair use is on, and"
                        + " whoever means harm has one address and waits when told to.");
        return report;
    }

    /** @param seconds from sending the query to the end of the answer */
    private record Attack(String name, String outcome, double seconds) {}

    private static List<Attack> attack(Server server) throws IOException, InterruptedException {
        List<Attack> attacks = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String name : HostileQueries.names()) {
                Attack attack = attack(client, server, name);
                System.out.printf(Locale.ROOT, "%s: %s after %.2f s%n", name, attack.outcome, attack.seconds);
                attacks.add(attack);
            }
        }
        return attacks;
    }

    private static Attack attack(HttpClient client, Server server, String name)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.root().resolve(Server.SPARQL))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json, text/turtle")
                .header("X-Forwarded-For", "10.2.0.1")
                .POST(HttpRequest.BodyPublishers.ofString(HostileQueries.query(name)))
                .build();
        while (true) {
            long start = System.nanoTime();
            try {
                HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() != TOO_MANY) {
                    return new Attack(name, Integer.toString(response.statusCode()), secondsSince(start));
                }
                Thread.sleep(1_000
                        * response.headers().firstValueAsLong("Retry-After").orElse(1));
            } catch (IOException brokenOff) {
                return new Attack(name, "broken off", secondsSince(start));
            }
        }
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    private static void report(Report report, int limit, List<Attack> attacks, Latencies others, Server server) {
        Attack slowest = attacks.stream()
                .max((a, b) -> Double.compare(a.seconds, b.seconds))
                .orElseThrow();
        double peak = server.peakMegabytes();
        report.row(
                Integer.toString(limit),
                Integer.toString(attacks.size()),
                slowest.name,
                format(slowest.seconds),
                Integer.toString(others.millis().size()),
                format(others.median()),
                format(others.p99()),
                format(peak));
        goal(report, limit, "each answered within limit + 2 s", slowest.seconds <= limit + GRACE_SECONDS);
        goal(report, limit, "p99 of others under 250 ms", others.p99() < GOAL_MILLIS);
        goal(report, limit, "memory below %d MB".formatted(CAP_MEGABYTES), peak < CAP_MEGABYTES);
        if (attacks.stream().anyMatch(attack -> attack.outcome.equals("500"))) {
            throw new CannotMeasureException("A query was answered 500; see the lines above.");
        }
    }

    private static void goal(Report report, int limit, String what, boolean met) {
        report.note("Goal, limit %d s: %s: %s.".formatted(limit, what, met ? "met" : "**not met**"));
    }

    private static String format(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
