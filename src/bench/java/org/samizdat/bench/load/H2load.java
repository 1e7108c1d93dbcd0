package org.samizdat.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Run;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;

/**
 * Load by h2load over HTTP/1.1: at a fixed rate, of far more requests than {@link OpenLoop} can send; or as fast as the server
 * answers where wrk cannot, since it waits for the body of a 304 that tells its length.
 */
public final class H2load {
    private final int connections;
    private final int seconds;
    private final Path folder;

    /** @param folder for its log */
    public H2load(int connections, int seconds, Path folder) {
        this.connections = connections;
        this.seconds = seconds;
        this.folder = folder;
    }

    /**
     * Sends requests in their order, over and over, each connection at its times.
     *
     * @param targets all with the same header fields
     * @param rate requests a second, of all connections together
     * @throws CannotMeasureException if an answer is not a success
     */
    public Latencies load(Server server, List<Target> targets, double rate) throws IOException, InterruptedException {
        return run(server, targets, List.of("--rps=" + String.format(Locale.ROOT, "%.3f", rate / connections)));
    }

    /** Sends one request over and over, each connection when it has its answer. */
    public Window repeat(Server server, Target target) throws IOException, InterruptedException {
        double cpu = server.cpuSeconds();
        Latencies latencies = run(server, List.of(target), List.of());
        return Window.of(latencies.millis().size(), seconds, server.cpuSeconds() - cpu);
    }

    private Latencies run(Server server, List<Target> targets, List<String> options)
            throws IOException, InterruptedException {
        Path uris = folder.resolve("h2load.uris");
        Path log = folder.resolve("h2load.log");
        Files.write(
                uris,
                targets.stream()
                        .map(target -> server.root().resolve(target.path()).toString())
                        .toList());
        Files.deleteIfExists(log);
        List<String> command = new ArrayList<>(List.of(
                "h2load",
                "--h1",
                "--clients=" + connections,
                "--duration=" + seconds,
                "--input-file=" + uris,
                "--log-file=" + log));
        command.addAll(options);
        List<String> fields = targets.getFirst().fields();
        for (int i = 0; i < fields.size(); i += 2) {
            command.add("--header=" + fields.get(i) + ": " + fields.get(i + 1));
        }
        Run.of(command, folder.resolve("h2load.out"));
        return read(log);
    }

    /** Lines have the time of the start, the status, and microseconds to the end of the answer, with tabs between. */
    private static Latencies read(Path log) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String[] cells = line.split("\t");
            int status = Integer.parseInt(cells[1]);
            if (status < 200 || status >= 400) {
                throw new CannotMeasureException("h2load had the status " + status + "; see " + log + ".");
            }
            millis.add(Integer.parseInt(cells[2]) / 1e3);
        }
        return new Latencies(millis);
    }
}
