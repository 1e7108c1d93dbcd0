package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.release.ChildProcess;
import org.samizdat.release.Home;

/** Switching from one release to another while requests come in. */
class EditionsIT {
    private static final int SWITCHES = 200;
    private static final Pattern MARK = Pattern.compile("edition-[ab]");

    @TempDir
    Path folder;

    /**
     * Releases whose every fact names them. Answers hold many facts, so one that was put together from two releases would
     * name both.
     */
    @Test
    void noRequestFailsAndNoneMixesReleases() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        List<String> ids = List.of(publish(home, "edition-a"), publish(home, "edition-b"));
        AtomicBoolean over = new AtomicBoolean();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicLong answers = new AtomicLong();
        try (ServerFixture server = ServerFixture.start(home);
                ExecutorService clients = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (String path : paths()) {
                URI address = server.address().resolve(path);
                running.add(clients.submit(client(address, over, seen, answers)));
            }
            for (int i = 1; i <= SWITCHES; i++) {
                String id = ids.get(i % 2);
                home.switchTo(id);
                await(server, id, answers);
            }
            over.set(true);
            for (Future<Integer> client : running) {
                assertTrue(client.get() > 0, "each client got answers");
            }
        }
        assertEquals(Set.of("edition-a", "edition-b"), seen);
    }

    private static List<String> paths() {
        String query = "sparql?query=SELECT+%3Fl+%7B%3Fs+%3Chttp://www.w3.org/2000/01/rdf-schema%23label%3E+%3Fl%7D";
        return List.of(query, "doc/hub.nt", "sparql?query=DESCRIBE+%3Chttps://example.org/id/hub%3E");
    }

    /** @return how many answers were right; ends with an error at the first that is not */
    private static Callable<Integer> client(URI address, AtomicBoolean over, Set<String> seen, AtomicLong answers) {
        return () -> {
            int right = 0;
            HttpClient client = HttpClient.newHttpClient();
            while (!over.get()) {
                var response = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
                Set<String> marks = marks(response.body());
                if (response.statusCode() != 200 || marks.size() != 1) {
                    throw new AssertionError(address + " gave " + response.statusCode() + " with " + marks);
                }
                seen.addAll(marks);
                answers.incrementAndGet();
                right++;
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

    /** Until the release is served, and some answers have been given from it. */
    private static void await(ServerFixture server, String id, AtomicLong answers) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!server.get("/health").body().strip().equals(id)) {
            assertTrue(Instant.now().isBefore(end), "release " + id + " was not taken up");
        }
        long before = answers.get();
        while (answers.get() < before + 3) {
            assertTrue(Instant.now().isBefore(end), "clients get no answers");
            Thread.onSpinWait();
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
