package org.samizdat.bench.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;

/** What servers came to under several loads, in the order of the rounds, and the table in which one stands beside others. */
public final class Comparison {
    private record Key(String server, String load, String figure) {}

    private static final String RATE = "requests a second";
    private static final String CPU = "CPU ms a request";
    private static final String P99 = "p99 ms";

    private final String subject;
    private final Map<Key, List<Double>> figures = new HashMap<>();
    private final Report report;

    /**
     * To be made when the measuring starts.
     *
     * @param subject the server that is compared with others
     * @param title of the table
     */
    public Comparison(String subject, String title) {
        this.subject = subject;
        this.report = new Report(
                title,
                "load",
                "peer",
                "peer req/s",
                "Samizdat req/s",
                "×",
                "peer CPU ms/req",
                "Samizdat CPU ms/req",
                "× CPU",
                "peer p99 ms",
                "Samizdat p99 ms");
    }

    /** Keeps what a window of load came to, and prints it. */
    public void add(Server server, String load, Window window) {
        add(new Key(server.name(), load, RATE), window.requestsPerSecond());
        add(new Key(server.name(), load, CPU), window.cpuMillis());
    }

    /** Keeps the p99, and prints it. */
    public void add(Server server, String load, Latencies latencies) {
        add(new Key(server.name(), load, P99), latencies.p99());
    }

    private void add(Key key, double value) {
        System.out.printf(Locale.ROOT, "%s, %s: %.4g %s%n", key.server, key.load, value, key.figure);
        figures.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    /** Requests a second. */
    public Series rate(String server, String load) {
        return series(server, load, RATE);
    }

    /** Milliseconds of the server's CPU for each request. */
    public Series cpu(String server, String load) {
        return series(server, load, CPU);
    }

    /** How many times as many requests a second the subject answers as the peer. */
    public Series throughput(String peer, String load) {
        return rate(subject, load).over(rate(peer, load));
    }

    /** How many times less CPU a request takes of the subject than of the peer. */
    public Series economy(String peer, String load) {
        return cpu(peer, load).over(cpu(subject, load));
    }

    /** How many times as long as with the peer the slowest of a hundred requests take. */
    public Series slowness(String peer, String load) {
        return series(subject, load, P99).over(series(peer, load, P99));
    }

    private Series series(String server, String load, String figure) {
        return Series.of(figures.get(new Key(server, load, figure)));
    }

    /** The table, with the rows that were added. */
    public Report report() {
        return report;
    }

    /** Adds a row. */
    public void row(String load, String peer) {
        report.row(
                load,
                peer,
                rate(peer, load).text(),
                rate(subject, load).text(),
                throughput(peer, load).text(),
                cpu(peer, load).text(),
                cpu(subject, load).text(),
                economy(peer, load).text(),
                p99(peer, load),
                p99(subject, load));
    }

    /** Empty where it was not measured. */
    private String p99(String server, String load) {
        return figures.containsKey(new Key(server, load, P99))
                ? series(server, load, P99).text()
                : "";
    }
}
