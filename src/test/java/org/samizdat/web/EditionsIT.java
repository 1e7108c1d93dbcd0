package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.publish.ChildProcess;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.release.Home;

/** Switching from one release to another while requests come in. */
class EditionsIT {
    private static final int SWITCHES = 200;
    private static final Pattern MARK = Pattern.compile("edition-[ab]");

    private static final List<String> PATHS = List.of(
            "doc/hub.nt",
            "sparql?query=SELECT+%3Fl+%7B%3Fs+%3Chttp://www.w3.org/2000/01/rdf-schema%23label%3E+%3Fl%7D");

    @TempDir
    Path folder;

    /**
     * Releases whose every fact names them. Answers hold many facts, so one that was put together from two releases would
     * name both.
     */
    @Test
    void noRequestFailsAndNoneMixesReleases() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        List<String> marks = List.of("edition-a", "edition-b");
        List<String> ids = List.of(publish(home, marks.get(0)), publish(home, marks.get(1)));
        AtomicBoolean over = new AtomicBoolean();
        BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);
        try (ServerFixture server = ServerFixture.start(home);
                ExecutorService clients = Executors.newFixedThreadPool(PATHS.size())) {
            List<Future<Integer>> running = PATHS.stream()
                    .map(path -> clients.submit(client(server.address().resolve(path), over, answers)))
                    .toList();
            for (int i = 1; i <= SWITCHES; i++) {
                home.switchTo(ids.get(i % 2));
                await(marks.get(i % 2), answers, running);
            }
            over.set(true);
            answers.clear();
            for (Future<Integer> client : running) {
                assertTrue(client.get() > 0, "each client got answers");
            }
        }
    }

    /** @return how many answers were right; ends with an error at the first that is not */
    private static Callable<Integer> client(URI address, AtomicBoolean over, BlockingQueue<String> answers) {
        return () -> {
            int right = 0;
            try (HttpClient client = HttpClient.newHttpClient()) {
                while (!over.get()) {
                    var response = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                    Set<String> marks = marks(response.body());
                    if (response.statusCode() != 200 || marks.size() != 1) {
                        throw new AssertionError(address + " gave " + response.statusCode() + " with " + marks);
                    }
                    answers.offer(marks.iterator().next(), 1, TimeUnit.SECONDS);
                    right++;
                }
            }
            return right;
        };
    }

    private static Set<String> marks(String body) {
        Set<String> marks = new HashSet<>();
        Matcher matcher = MARK.matcher(body);
        while (matcher.find()) {
            marks.add(matcher.group());
        }
        return marks;
    }

    /** Until answers come from a release. The clients go on asking while we look at their answers. */
    private static void await(String mark, BlockingQueue<String> answers, List<Future<Integer>> clients)
            throws Exception {
        String last = "";
        while (!last.equals(mark)) {
            last = answers.poll(30, TimeUnit.SECONDS);
            for (Future<Integer> client : clients) {
                assertFalse(client.isDone(), () -> "A client has ended: " + client.exceptionNow());
            }
            assertNotNull(last, "The clients get no answers.");
        }
    }

    /** A release that is not what was built is not taken up; the next sound one is. */
    @Test
    void aDamagedReleaseIsNotTakenUp() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        String damaged = publish(home, "edition-b");
        String sound = publish(home, "edition-a");
        damage(home.releaseFolder(damaged));
        try (ServerFixture server = ServerFixture.start(home)) {
            home.switchTo(damaged);
            String third = publish(home, "edition-c");
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            Set<String> served = new HashSet<>();
            while (!served.contains(third) && Instant.now().isBefore(end)) {
                served.add(server.get("/health").body().strip());
            }
            served.remove(sound);
            assertEquals(Set.of(third), served);
        }
    }

    /** What is published again has the same id, and is another release on the disk. */
    @Test
    void aDamagedReleaseThatIsPublishedAgainIsTakenUp() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        String sound = publish(home, "edition-a");
        try (Editions editions = open(home)) {
            String damaged = publish(home, "edition-b");
            damage(home.releaseFolder(damaged));
            editions.follow();
            assertEquals(sound, served(editions));
            assertEquals(damaged, publish(home, "edition-b"));
            editions.follow();
            assertEquals(damaged, served(editions));
        }
    }

    /** A query without a server has the store open for a moment, in a process of its own. */
    @Test
    void aReleaseThatWasInUseIsTakenUpLater() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        String sound = publish(home, "edition-a");
        String used = publish(home, "edition-b");
        try (ChildProcess query = ChildProcess.serving(home)) {
            query.awaitLine("waiting");
            home.switchTo(sound);
            try (Editions editions = open(home)) {
                home.switchTo(used);
                editions.follow();
                assertEquals(sound, served(editions));
                query.kill();
                editions.follow();
                assertEquals(used, served(editions));
            }
        }
    }

    private static Editions open(Home home) {
        FusekiConfiguration fuseki = FusekiConfiguration.read(Path.of("fuseki-config", "samizdat.ttl"));
        Editions editions = new Editions(home, fuseki, () -> URI.create("http://localhost/"));
        editions.open();
        return editions;
    }

    private static String served(Editions editions) {
        Edition edition = editions.hold();
        edition.release();
        return edition.id();
    }

    /** At start the last sound release is served instead. */
    @Test
    void aDamagedReleaseIsNotServedAtStart() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        String sound = publish(home, "edition-a");
        damage(home.releaseFolder(publish(home, "edition-b")));
        try (ServerFixture server = ServerFixture.start(home)) {
            assertEquals(sound, server.get("/health").body().strip());
        }
    }

    private static void damage(Path release) throws IOException {
        try (Stream<Path> files = Files.walk(release.resolve("store"))) {
            Path data = files.filter(file -> file.endsWith("nodes-data.obj"))
                    .findFirst()
                    .orElseThrow();
            try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "rw")) {
                file.seek(file.length() / 2);
                int old = file.read();
                file.seek(file.length() / 2);
                file.write(old ^ 0xFF);
            }
        }
    }

    private String publish(Home home, String mark) {
        String label = "<http://www.w3.org/2000/01/rdf-schema#label>";
        String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
        List<String> quads = new ArrayList<>();
        quads.add("<https://example.org/id/hub> " + type + " <https://example.org/ontology#Thing> .");
        quads.add("<https://example.org/id/hub> " + label + " \"Hub of " + mark + "\" .");
        for (int i = 0; i < 50; i++) {
            String thing = "<https://example.org/id/t" + i + "> ";
            quads.add(thing + type + " <https://example.org/ontology#Thing> .");
            quads.add(thing + label + " \"Thing " + i + " of " + mark + "\" .");
            quads.add("<https://example.org/id/hub> <https://example.org/ontology#has> " + thing + ".");
        }
        return ServerFixture.publish(home, folder, quads);
    }
}
