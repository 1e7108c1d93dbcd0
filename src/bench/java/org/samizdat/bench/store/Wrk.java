package org.samizdat.bench.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;

/** Closed-loop load by wrk: each connection sends its next request when it has its answer. */
final class Wrk {
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+)");

    /** A slow answer is slow, not an error. */
    private static final int PATIENCE_SECONDS = 60;

    private final Path slugs;
    private final long seed;

    Wrk(Path slugs, long seed) {
        this.slugs = slugs;
        this.seed = seed;
    }

    /**
     * What one window of load came to.
     *
     * @param requestsPerSecond answered requests
     * @param cpuMillis user and system time of the server for each
     */
    record Window(double requestsPerSecond, double cpuMillis) {}

    /** @throws CannotMeasureException if wrk is not there */
    static void require() throws InterruptedException {
        try {
            new ProcessBuilder("wrk", "--version").start().waitFor();
        } catch (IOException absent) {
            throw new CannotMeasureException("wrk is not installed; on Debian: apt-get install wrk.");
        }
    }

    /** @param number of the window, different for each on a server, so that no query text comes twice */
    Window load(Server server, Shape shape, int connections, int seconds, int number)
            throws IOException, InterruptedException {
        List<String> command = List.of(
                "wrk",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + seconds + "s",
                "--timeout=" + PATIENCE_SECONDS + "s",
                "--script=src/bench/wrk/queries.lua",
                server.endpoint().toString(),
                "--",
                slugs.toString(),
                shape.accept(),
                shape.encodedTemplate(),
                "w" + number,
                Long.toString(1 + Math.floorMod(seed * 7919 + number, 2147483646)));
        double cpu = server.cpuSeconds();
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes());
        wrk.waitFor();
        return window(output, server.cpuSeconds() - cpu);
    }

    private static Window window(String output, double cpuSeconds) {
        Matcher result = RESULT.matcher(output);
        if (!result.find() || !result.group(3).equals("0") || result.group(1).equals("0")) {
            throw new CannotMeasureException("wrk had errors:\n" + output);
        }
        double requests = Double.parseDouble(result.group(1));
        return new Window(requests / (Double.parseDouble(result.group(2)) / 1e6), cpuSeconds * 1e3 / requests);
    }
}
