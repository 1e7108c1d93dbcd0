package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        Run run = Run.samizdat(
                "publish",
                "--publication",
                publication.toString(),
                "--home",
                folder.resolve("home").toString(),
                "--data-ttl",
                file.resolve("data-ttl").toString());

        assertAll(
                () -> assertEquals(Samizdat.CANNOT, run.exit(), run.err()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertFalse(Files.exists(folder.resolve("home/current"))));
    }

    @Test
    void nothingIsLeftInTheHomeButReleases() throws IOException {
        Path home = folder.resolve("home");
        Path leftover = Files.createDirectories(home.resolve(".work")).resolve("sort1.lines");
        Files.writeString(leftover, "left by a run that was killed");

        assertEquals(
                0,
                Run.samizdat("publish", "--publication", publication.toString(), "--home", home.toString())
                        .exit());

        try (Stream<Path> files = Files.list(home)) {
            assertEquals(
                    "current published publishing.lock releases",
                    String.join(
                            " ",
                            files.map(file -> file.getFileName().toString())
                                    .sorted()
                                    .toList()));
        }
    }
}
