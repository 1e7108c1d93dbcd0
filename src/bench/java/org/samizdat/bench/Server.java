package org.samizdat.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A server in a process of its own. */
public final class Server implements AutoCloseable {
    /** Where all SPARQL servers here answer queries. */
    public static final String SPARQL = "/sparql";

    private static final int MILLIS_BETWEEN_TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String name;
    private final Process process;
    private final URI root;
    private final Path log;
    private final long started = System.nanoTime();

    private Server(String name, Process process, URI root, Path log) {
        this.name = name;
        this.process = process;
        this.root = root;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param port of this machine at which it will answer
     * @param log gets what it prints
     */
    public static Server start(String name, List<String> command, Map<String, String> environment, int port, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Server(name, builder.start(), URI.create("http://localhost:" + port + "/"), log);
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String name() {
        return name;
    }

    /** Ending in {@code /}. */
    public URI root() {
        return root;
    }

    /**
     * Waits until a query is answered.
     *
     * @return the seconds from the start of the process to then
     */
    public double secondsToAnswer(String query) throws IOException, InterruptedException {
        return secondsToAnswer(Target.query(query, "application/sparql-results+json"));
    }

    /** The same for any request. */
    public double secondsToAnswer(Target target) throws IOException, InterruptedException {
        return secondsToAnswer(target, started);
    }

    /**
     * Waits until a request succeeds.
     *
     * @param since a time of {@link System#nanoTime}
     * @return the seconds from that time to then
     */
    public double secondsToAnswer(Target target, long since) throws IOException, InterruptedException {
        while (true) {
            try {
                if (get(target).statusCode() == 200) {
                    return (System.nanoTime() - since) / 1e9;
                }
            } catch (IOException notYet) {
                // it does not listen
            }
            if (!process.isAlive() || System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new CannotMeasureException(name + " does not answer at " + root + "; see " + log + ".");
            }
            Thread.sleep(MILLIS_BETWEEN_TRIES);
        }
    }

    public HttpResponse<byte[]> get(Target target) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(target.path()));
        if (!target.fields().isEmpty()) {
            request.headers(target.fields().toArray(String[]::new));
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /**
     * The body of an answer.
     *
     * @throws CannotMeasureException if the status is another than 200
     */
    public byte[] body(Target target) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = get(target);
        if (response.statusCode() != 200) {
            throw new CannotMeasureException(name + " answered " + response.statusCode() + " to " + target + "\n"
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    /** User and system time so far, those of its children included. */
    public double cpuSeconds() {
        return processes()
                        .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus)
                        .toMillis()
                / 1e3;
    }

    /** Of the server itself, not of the launcher that may watch over it. */
    public double peakMegabytes() {
        return processes()
                .mapToDouble(handle -> Run.peakMegabytes(handle.pid()))
                .max()
                .orElse(0);
    }

    /** As {@code kill -9} does it: to all its processes. */
    public void kill() {
        processes().toList().forEach(ProcessHandle::destroyForcibly);
    }

    /** As {@code kill -9} does it: to the server, but not to the launcher that watches over it. */
    public void killWatched() {
        process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
