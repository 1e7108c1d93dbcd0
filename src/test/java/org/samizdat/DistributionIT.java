package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged archive, unpacked elsewhere and used as from a shell, with a publication that is not the project's own. */
class DistributionIT {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");

    @TempDir
    private static Path folder;

    private static Path launcher;

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Required.program("tar");
        Path archive;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
        Path unpacked = Files.createDirectory(folder.resolve("un packed"));
        Run tar = run(Map.of(), "tar", "-xzf", archive.toAbsolutePath().toString(), "-C", unpacked.toString());
        assertEquals(0, tar.exit(), tar.err());
        try (Stream<Path> files = Files.list(unpacked)) {
            launcher = files.findFirst().orElseThrow().resolve("bin/samizdat");
        }
        FileUtils.copyDirectory(
                Path.of("src/test/publications/garden").toFile(),
                folder.resolve("garden").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "check", "publish", "serve", "diff", "query"})
    void everyCommandHasHelp(String command) throws Exception {
        Run help = samizdat(command, "--help");

        assertEquals(0, help.exit(), help.err());
        assertTrue(help.out().startsWith("Usage: samizdat " + command), help.out());
    }

    @Test
    void wrongUsageIsSaid() throws Exception {
        assertAll(
                () -> assertEquals(2, samizdat().exit()),
                () -> assertEquals(2, samizdat("serbe").exit()),
                () -> assertEquals(2, samizdat("serve", "--port", "many").exit()),
                () -> assertEquals(2, samizdat("diff", "current").exit()));
    }

    @Test
    void aJavaThatIsTooOldIsSaid() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).getParent();
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"17.0.15\"\n");
        assertTrue(Files.createFile(old.resolve("bin/java")).toFile().setExecutable(true));

        Run run = run(Map.of("SAMIZDAT_JAVA_HOME", old.toString()), launcher.toString(), "--version");

        assertEquals(3, run.exit());
        assertTrue(run.err().contains("no Java 21 or later was found"), run.err());
    }

    @Test
    void whatCannotBeDoneIsOneLine() throws Exception {
        Run run = samizdat("serve", "--home", "nowhere", "--rehearse");

        assertEquals(3, run.exit());
        assertEquals(
                1,
                run.err()
                        .lines()
                        .filter(line -> line.startsWith("samizdat: There is no release"))
                        .count(),
                run.err());
    }

    @Test
    void anotherPublicationGoesThroughEverything() throws Exception {
        Run first = samizdat("publish", "--publication", "garden", "--home", "home");
        assertEquals(0, first.exit(), first.err());
        assertTrue(first.out().contains("is current."), first.out());

        Run again = samizdat("publish", "--publication", "garden", "--home", "home");
        assertTrue(again.out().contains("Nothing has changed"), again.out());

        Path claims = folder.resolve("garden/tables/aussagen.csv");
        Files.writeString(
                claims, Files.readString(claims).replace("a3,lauch,waechstIn,vorn", "a3,lauch,waechstIn,hinten"));
        assertEquals(
                0,
                samizdat("publish", "--publication", "garden", "--home", "home").exit());

        Run diff = samizdat("diff", "--home", "home", "previous", "current");
        assertTrue(diff.out().contains("Claims: 0 added, 0 removed, 1 changed."), diff.out());
        Run patch = samizdat("diff", "--home", "home", "--patch", "previous", "current");
        assertTrue(
                patch.out().contains("D <https://garden.example/id/lauch> <https://garden.example/ontology#waechstIn>"),
                patch.out());

        Run check = samizdat("check", "--publication", "garden");
        assertTrue(check.out().contains("cited: 2 of 2."), check.out());

        assertServes();
    }

    private void assertServes() throws Exception {
        Process server = start(Map.of(), launcher.toString(), "serve", "--home", "home", "--port", "0");
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
            URI address = URI.create(firstAddress(out));
            assertEquals(
                    "Lauch",
                    answer(
                                    address.resolve(
                                            "sparql?query="
                                                    + "SELECT%20?n%20%7B%3Chttps://garden.example/id/lauch%3E%20%3Chttp://www.w3.org/2000/01/rdf-schema%23label%3E%20?n%7D"),
                                    "text/csv")
                            .lines()
                            .toList()
                            .get(1));
            assertTrue(answer(address.resolve("id/porree"), "text/turtle").contains("g:waechstIn id:hinten"));
            Run query = samizdat(
                    "query",
                    "--home",
                    "home",
                    "--port",
                    Integer.toString(address.getPort()),
                    "--results",
                    "csv",
                    "SELECT (1 AS ?one) {}");
            assertEquals("one\n1\n", query.out().replace("\r", ""), query.err());
        } finally {
            server.destroy();
            assertTrue(server.waitFor(10, TimeUnit.SECONDS));
        }
        Run offline =
                samizdat("query", "--home", "home", "--port", "1", "ASK { <https://garden.example/id/lauch> ?p ?o }");
        assertTrue(offline.out().toLowerCase(java.util.Locale.ROOT).contains("yes"), offline.out() + offline.err());
    }

    /** It ends itself when memory runs out, by the signal that is sent here; whoever stops the launcher stops it. */
    @Test
    void aServerThatCameDownIsStartedAgain() throws Exception {
        assertEquals(
                0,
                samizdat("publish", "--publication", "garden", "--home", "again")
                        .exit());
        Process launched = start(Map.of(), launcher.toString(), "serve", "--home", "again", "--port", "0");
        try (BufferedReader out = launched.inputReader(StandardCharsets.UTF_8)) {
            String first = firstAddress(out);
            ProcessHandle server = launched.children().findFirst().orElseThrow();
            assertTrue(server.destroyForcibly());
            String second = firstAddress(out);
            while (second.equals(first)) {
                second = firstAddress(out);
            }
            assertTrue(answer(URI.create(second).resolve("id/porree"), "text/turtle")
                    .contains("garden.example"));
            ProcessHandle next = launched.children().findFirst().orElseThrow();
            launched.destroy();
            assertEquals(143, launched.waitFor());
            assertFalse(next.isAlive());
        } finally {
            launched.destroy();
        }
    }

    @Test
    void aServerWithoutALauncherEnds() throws Exception {
        samizdat("publish", "--publication", "garden", "--home", "alone");
        Process launched = start(Map.of(), launcher.toString(), "serve", "--home", "alone", "--port", "0");
        try (BufferedReader out = launched.inputReader(StandardCharsets.UTF_8)) {
            firstAddress(out);
            ProcessHandle server = launched.children().findFirst().orElseThrow();
            launched.destroyForcibly();
            server.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aServerWithoutMemoryEndsItself() throws Exception {
        samizdat("publish", "--publication", "garden", "--home", "small");
        Path err = folder.resolve("small.txt");
        Process launched = builder(
                        Map.of("SAMIZDAT_JAVA_OPTS", "-Xmx6m"), launcher.toString(), "serve", "--home", "small")
                .redirectError(err.toFile())
                .start();
        try {
            while (!Files.readString(err).contains("it is started again")) {
                assertTrue(launched.isAlive(), Files.readString(err));
                Thread.onSpinWait();
            }
        } finally {
            launched.destroy();
            launched.waitFor();
        }
    }

    private static String firstAddress(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                return found.group();
            }
        }
        throw new AssertionError("The server never said where it is.");
    }

    private static String answer(URI address, String type) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", type)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private static Run samizdat(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return run(Map.of(), command.toArray(String[]::new));
    }

    private static Run run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        return Run.of(builder(environment, command));
    }

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        return builder(environment, command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }
}
