package org.samizdat.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
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

/** A SPARQL server in a process of its own. */
public final class Server implements AutoCloseable {
    private static final int MILLIS_BETWEEN_TRIES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String name;
    private final Process process;
    private final URI endpoint;
    private final Path log;
    private final long started = System.nanoTime();

    private Server(String name, Process process, URI endpoint, Path log) {
        this.name = name;
        this.process = process;
        this.endpoint = endpoint;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param endpoint where it will answer queries
     * @param log gets what it prints
     */
    public static Server start(
            String name, List<String> command, Map<String, String> environment, URI endpoint, Path log)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new Server(name, builder.start(), endpoint, log);
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

    public URI endpoint() {
        return endpoint;
    }

    /**
     * Waits until a query is answered.
     *
     * @return the seconds from the start of the process to then
     */
    public double secondsToAnswer(String query) throws IOException, InterruptedException {
        while (true) {
            try {
                HttpResponse<String> response = get(query, "application/sparql-results+json");
                if (response.statusCode() == 200) {
                    return (System.nanoTime() - started) / 1e9;
                }
            } catch (IOException notYet) {
                // it does not listen
            }
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                throw new CannotMeasureException(name + " does not answer at " + endpoint + "; see " + log + ".");
            }
            Thread.sleep(MILLIS_BETWEEN_TRIES);
        }
    }

    /** Asks a query. */
    public HttpResponse<String> get(String query, String accept) throws IOException, InterruptedException {
        URI uri = URI.create(endpoint + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(uri).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
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
