package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.publish.ChildProcess;
import org.samizdat.release.Home;

/** What goes wrong on the command line: the exit code, and one line that says what. */
class SamizdatIT {
    @TempDir
    private Path folder;

    private Path publication;

    @BeforeEach
    void copyTheGarden() throws IOException {
        publication = folder.resolve("garden");
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), publication.toFile());
    }

    /** The manifest of a release names it, so that the build can be found again. */
    @Test
    void theVersionIsThatOfTheProjectAndItsBuild() throws IOException {
        Matcher project = Pattern.compile("<version>(.*?)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(project.find());

        String version = Run.samizdat("--version").out().strip();

        assertTrue(
                version.matches("samizdat " + Pattern.quote(project.group(1)) + " \\(build [0-9a-f]{8}\\)"), version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "--help", "publish --help"})
    void nobodyWaitsForJenaToReadAboutUsage(String command) throws Exception {
        Run run = Run.of(Run.java(List.of("-Xlog:class+load"), command.split(" ")));

        assertTrue(run.out().contains(Samizdat.class.getName()), run.out());
        assertFalse(run.out().contains(JenaSystem.class.getName()), "Jena was started.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            serve --port 99999               | --port takes a number from 0 to 65535, not 99999.
            publish --keep 0                 | --keep takes a number from 1 to 1000, not 0.
            publish --base http://x.example  | --base takes an http or https IRI that ends in "/"
            query no-such-file               | This is neither a query nor a file: no-such-file
            query --results nonsense ASK{}   | --results does not know the format nonsense.
            """)
    void wrongUsageIsSaid(String command, String message) {
        Run run = Run.samizdat(command.split(" +"));

        assertEquals(2, run.exit(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            publication.ttl | 2020-05-01"^^xsd:date | May 2020"   | must be a date such as 2026-11-24; it is May 2020.
            publication.ttl | "garden"              | "../garden" | must be a word of a-z, 0-9 and -; it is ../garden.
            shapes.ttl      | sh:path g:hoehe       | sh:path 1   | These are no shapes
            """)
    void whatThePublicationLacksIsBadInput(String file, String good, String bad, String message) throws IOException {
        Path path = publication.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(good), text);
        Files.writeString(path, text.replace(good, bad));

        Run run = Run.samizdat("check", "--publication", publication.toString());

        assertEquals(Samizdat.BAD_INPUT, run.exit(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void whereTurtleCannotBeWrittenNothingIsPublished() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Run run = publish("--data-ttl", file.resolve("data-ttl").toString());

        assertCannot(run, "");
        assertFalse(Files.exists(folder.resolve("home/current")));
    }

    @Test
    void nothingIsLeftInTheHomeButReleasesAndWhatTellsOfThem() throws IOException {
        Path home = folder.resolve("home");
        Path leftover = Files.createDirectories(home.resolve(".work")).resolve("sort1.lines");
        Files.writeString(leftover, "left by a run that was killed");

        assertEquals("", publish().err());

        try (Stream<Path> files = Files.list(home)) {
            assertEquals(
                    "current history.tsv published publishing.lock releases",
                    String.join(
                            " ",
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList()));
        }
    }

    @Test
    void theManifestNamesEveryInputWithItsHash() throws Exception {
        assertEquals("", publish().err());
        Map<String, String> expected = new TreeMap<>();
        for (File file : FileUtils.listFiles(publication.toFile(), null, true)) {
            expected.put(
                    publication.relativize(file.toPath()).toString(),
                    DigestUtils.sha256Hex(FileUtils.readFileToByteArray(file)));
        }
        expected.remove("README.md");
        // What an example answers follows from the rest.
        expected.keySet().removeIf(name -> name.startsWith("examples/") && !name.endsWith(".ttl"));

        Home home = Home.at(folder.resolve("home"));

        assertEquals(expected, home.manifest(home.currentId().orElseThrow()).inputs());
    }

    @Test
    void threeReleasesAreKeptUnlessToldOtherwise() throws IOException {
        Path table = publication.resolve("tables/pflanzen.csv");
        for (String name : List.of("Porree", "Breitlauch", "Winterlauch", "Sommerlauch")) {
            Files.writeString(table, Files.readString(table).replaceFirst("Lauch,[A-Z][a-z]+", "Lauch," + name));
            assertEquals("", publish().err());
        }
        Home home = Home.at(folder.resolve("home"));
        assertEquals(3, home.ids().size());

        assertEquals("", publish("--keep", "1").err());

        assertEquals(List.of(home.currentId().orElseThrow()), home.ids());
    }

    @Test
    void whereThereIsNoSuchReleaseThoseThatThereAreAreNamed() {
        assertEquals("", publish().err());
        Home home = Home.at(folder.resolve("home"));

        Run run = Run.samizdat("diff", "--home", home.folder().toString(), "current", "0123");

        assertCannot(run, "There is no release 0123 in " + home.folder());
        assertTrue(run.err().contains(home.currentId().orElseThrow()), run.err());
    }

    @Test
    void underAnotherBaseThingsHaveOtherAddresses() {
        assertEquals("", publish("--base", "http://localhost:3030/").err());

        Run run = Run.samizdat(
                "query",
                "--home",
                folder.resolve("home").toString(),
                "--port",
                "1",
                "ASK { <http://localhost:3030/id/lauch> ?p ?o FILTER NOT EXISTS { <https://garden.example/id/lauch> ?q ?r } }");

        assertEquals("yes", run.out().strip(), run.err());
    }

    /** On a port that is taken, with a store that is in use, without a release: one line, and the process ends. */
    @Test
    void whyItCannotServeIsOneLine() throws Exception {
        String home = folder.resolve("home").toString();
        assertCannot(Run.samizdat("serve", "--home", home, "--port", "0"), "There is no release in " + home);
        assertEquals("", publish().err());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertCannot(
                    Run.samizdat("serve", "--home", home, "--port", port), "Port " + port + " of localhost is in use");
        }
        try (ChildProcess other = ChildProcess.serving(Home.at(Path.of(home)))) {
            other.awaitLine("waiting");
            assertCannot(Run.samizdat("serve", "--home", home, "--port", "0"), "The store in " + home);
        }
    }

    /** Stock Fuseki would start, and serve less or more than is meant. */
    @Test
    void aDataSetThatDoesNotRegisterIsOneLine() throws Exception {
        assertEquals("", publish().err());
        Path file = Files.createDirectory(folder.resolve("fuseki-config")).resolve("samizdat.ttl");
        Files.writeString(
                file,
                Files.readString(Path.of("fuseki-config/samizdat.ttl")).replace("fuseki:query ;", "fuseki:gsp-rw ;"));
        ProcessBuilder serve =
                Run.java(List.of(), "serve", "--home", folder.resolve("home").toString(), "--port", "0");
        serve.environment().put("SAMIZDAT_FOLDER", folder.toString());

        assertCannot(Run.of(serve), "The Fuseki configuration " + file + " must offer");
    }

    private static void assertCannot(Run run, String why) {
        assertAll(
                () -> assertEquals(Samizdat.CANNOT, run.exit(), run.err()),
                () -> assertTrue(run.err().startsWith("samizdat: " + why), run.err()),
                () -> assertEquals(1, run.err().lines().count(), run.err()));
    }

    private Run publish(String... options) {
        List<String> words = new ArrayList<>(List.of(
                "publish",
                "--publication",
                publication.toString(),
                "--home",
                folder.resolve("home").toString()));
        words.addAll(List.of(options));
        return Run.samizdat(words.toArray(String[]::new));
    }
}
