package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** Queries that mean harm, asked of a server in a process of its own with little memory. */
class HostileIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int HEAP_MEGABYTES = 400;
    private static final String LABEL =
            "SELECT ?l { <https://example.org/id/node-7> " + "<http://www.w3.org/2000/01/rdf-schema#label> ?l }";

    @TempDir
    static Path folder;

    private static Process process;
    private static URI sparql;
    private static HttpClient client;

    @BeforeAll
    static void serve() throws IOException {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, HostileQueries.data());
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.samizdat.Samizdat",
                        "serve",
                        "--home",
                        home.folder().toString(),
                        "--port",
                        "0",
                        "--timeout",
                        Long.toString(LIMIT.toSeconds()),
                        "--query-slots",
                        "2",
                        "--trusted-proxy",
                        "127.0.0.1")
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        sparql = address(process.inputReader()).resolve("sparql");
        client = HttpClient.newHttpClient();
    }

    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return URI.create(found.group());
            }
        }
        throw new AssertionError("The server does not start: " + log());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        client.close();
        process.destroy();
        process.waitFor();
    }

    static List<String> names() throws IOException {
        return HostileQueries.names();
    }

    @Test
    void thereAreEnough() throws IOException {
        assertTrue(names().size() >= 40);
        for (String name : names()) {
            assertTrue(HostileQueries.query(name).startsWith("# "), name + " says what it attacks");
        }
    }

    /** An error or a complete answer, in time; then the slots are free again, and the same process answers. */
    @ParameterizedTest
    @MethodSource("names")
    void endsInTime(String name) throws Exception {
        long logged = log().length();
        Instant start = Instant.now();
        String outcome = ask(HostileQueries.query(name), "10.0.0.1");
        Duration took = Duration.between(start, Instant.now());
        assertTrue(took.compareTo(LIMIT.plus(GRACE)) <= 0, name + " took " + took + ": " + outcome);
        assertEquals("200", ask(LABEL, "10.0.1.1"));
        assertTrue(process.isAlive());
        String log = log().substring((int) logged);
        assertFalse(log.contains("does not end") || log.contains("could not be answered"), log);
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("server.log"));
    }

    /** Whoever asks beside them is answered: no query of one client takes the last slot from another. */
    @Test
    void othersAreAnsweredBesides() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
            Future<List<String>> good = threads.submit(() -> {
                List<String> outcomes = new ArrayList<>();
                while (!over.get()) {
                    outcomes.add(ask(LABEL, "10.1." + outcomes.size() % 200 + ".1"));
                }
                return outcomes;
            });
            List<Future<String>> bad = new ArrayList<>();
            for (String name : names()) {
                bad.add(threads.submit(() -> ask(HostileQueries.query(name), "10.2.0.1")));
            }
            for (Future<String> outcome : bad) {
                outcome.get();
            }
            over.set(true);
            assertTrue(good.get().size() > 10);
            assertEquals(List.of("200"), good.get().stream().distinct().toList());
        }
        assertTrue(process.isAlive());
        assertTrue(megabytes() < HEAP_MEGABYTES + 600, "resident " + megabytes() + " MB");
    }

    /** What the process ever had in memory, its mapped files included; 0 where that is not known. */
    private static long megabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** The status, or that the transfer was broken off; an answer that claims to be complete is looked at. */
    private static String ask(String query, String address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sparql)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/json, text/turtle")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(query))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            check(response);
            return Integer.toString(response.statusCode());
        } catch (IOException brokenOff) {
            return "broken off";
        }
    }

    private static void check(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (response.statusCode() == 200) {
            assertTrue(type.equals("text/turtle;charset=utf-8") || JSON.parse(response.body()) != null);
        } else {
            assertAll(
                    () -> assertEquals("application/problem+json", type),
                    () -> assertFalse(response.body().contains("Exception"), response.body()),
                    () -> assertFalse(response.statusCode() == 500, response.body()));
        }
    }
}
