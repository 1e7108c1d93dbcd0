package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong on the command line: the exit code, and one line that says what. */
class SamizdatIT {
    @TempDir
    private Path folder;

    private Path publication;

    private record Run(int exit, String err) {}

    @BeforeEach
    void copyTheGarden() throws IOException {
        publication = folder.resolve("garden");
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), publication.toFile());
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
        Run run = run(command.split(" +"));

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

        Run run = run("check", "--publication", publication.toString());

        assertEquals(Samizdat.BAD_INPUT, run.exit(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    @Test
    void whereTurtleCannotBeWrittenNothingIsPublished() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));

        Run run = run(
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
                run("publish", "--publication", publication.toString(), "--home", home.toString())
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

    private static Run run(String... arguments) {
        PrintStream err = System.err;
        PrintStream out = System.out;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            return new Run(Samizdat.run(arguments), captured.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
    }
}
