package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home, as in real life: one serves, while the other publishes. */
class ServeAndPublishIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");
    private static final Pattern NAME = Pattern.compile("Beet (vorn|hinten), (alt|neu)");
    private static final List<String> PATHS = List.of(
            "doc/vorn.ttl",
            "sparql?query=SELECT+?label+%7B?bed+%3Chttp://www.w3.org/2000/01/rdf-schema%23label%3E+?label%7D");

    @TempDir
    private Path folder;

    private Path publication;
    private Published published;

    @BeforeEach
    void publishTheOldNames() throws IOException {
        publication = folder.resolve("garden");
        published = Published.in(folder);
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), publication.toFile());
        name("Beet vorn", "Beet vorn, alt");
        name("Beet hinten", "Beet hinten, alt");
        assertEquals("", published.publish(publication).err());
    }

    private void name(String from, String to) throws IOException {
        Path file = publication.resolve("tables/garten.ttl");
        Files.writeString(file, Files.readString(file).replace("\"" + from + "\"", "\"" + to + "\""));
    }

    @Test
    void whatIsPublishedBesideIsTakenUpWithoutAFailedAnswer() throws Exception {
        Process server = Run.java(List.of(), "serve", "--home", published.home().toString(), "--port", "0")
                .redirectError(folder.resolve("errors.txt").toFile())
                .start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            URI address = address(out);
            Set<String> seen = answersUntil("neu", address, () -> {
                name("Beet vorn, alt", "Beet vorn, neu");
                name("Beet hinten, alt", "Beet hinten, neu");
                return publish();
            });
            assertEquals(Set.of("alt", "neu"), seen);
            assertEquals(published.contents().get("current"), "releases/" + health(address));
        } finally {
            server.destroy();
            assertTrue(server.waitFor(30, TimeUnit.SECONDS));
        }
        assertEquals(
                List.of(),
                Files.readAllLines(folder.resolve("errors.txt")).stream()
                        .filter(line -> !line.contains("INFO"))
                        .toList());
    }

    private Run publish() throws Exception {
        Run run = Run.of(Run.java(
                List.of(),
                "publish",
                "--publication",
                publication.toString(),
                "--home",
                published.home().toString()));
        assertEquals(0, run.exit(), run.err());
        return run;
    }

    private static String health(URI address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return get(client, address.resolve("health")).body().strip();
        }
    }

    /** Asks all the time, from before something is done until the last release answers. Gives the releases that answered. */
    private static Set<String> answersUntil(String last, URI address, Callable<Run> action) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Integer>> clients = PATHS.stream()
                    .map(path -> threads.submit(() -> ask(address.resolve(path), over, seen)))
                    .toList();
            try {
                action.call();
                while (!seen.contains(last) && clients.stream().noneMatch(Future::isDone)) {
                    Thread.onSpinWait();
                }
            } finally {
                over.set(true);
            }
            for (Future<Integer> client : clients) {
                assertTrue(client.get() > 0, "each client got answers");
            }
        }
        return seen;
    }

    /** @return how many answers were right; ends with an error at the first that is not */
    private static int ask(URI address, AtomicBoolean over, Set<String> seen) throws Exception {
        int right = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!over.get()) {
                HttpResponse<String> answer = get(client, address);
                Set<String> releases = NAME.matcher(answer.body())
                        .results()
                        .map((MatchResult name) -> name.group(2))
                        .collect(Collectors.toSet());
                assertEquals(200, answer.statusCode(), address::toString);
                assertEquals(1, releases.size(), () -> address + " gave " + answer.body());
                seen.addAll(releases);
                right++;
            }
        }
        return right;
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static URI address(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return URI.create(found.group());
            }
        }
        throw new AssertionError("The server never said where it is.");
    }
}
