package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One wrong thing at a time in a good publication that has been published already: the command must say where it is and what to do,
 * and leave everything as it was. Each folder of faults holds the files that differ, in {@code why.txt} what is wrong with them, and
 * in {@code expected.txt} the whole report.
 */
class BadInputIT {
    private static final Path GOOD = Path.of("src/test/publications/garden");
    private static final Path FAULTS = Path.of("src/test/publications/garden-faults");

    /** Published to once, before anything is spoilt. */
    private static Published published;

    @TempDir
    private Path folder;

    private Path publication;

    @BeforeAll
    static void publishWhatIsGood(@TempDir Path home) {
        published = Published.in(home);
        assertEquals("", published.publish(GOOD).err());
    }

    @BeforeEach
    void copyWhatIsGood() throws IOException {
        publication = folder.resolve("garden");
        FileUtils.copyDirectory(GOOD.toFile(), publication.toFile());
    }

    static Stream<String> faults() throws IOException {
        try (Stream<Path> all = Files.list(FAULTS)) {
            return all.map(fault -> fault.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isReportedAndChangesNothing(String name) throws IOException {
        Path fault = FAULTS.resolve(name);
        Map<String, String> before = published.contents();
        FileUtils.copyDirectory(fault.toFile(), publication.toFile());

        Run run = published.publish(publication);

        assertAll(
                Files.readString(fault.resolve("why.txt")),
                () -> assertEquals(
                        Files.readString(fault.resolve("expected.txt")),
                        run.err().replace(publication + "/", "")),
                () -> assertEquals(Samizdat.BAD_INPUT, run.exit()),
                () -> assertEquals(before, published.contents()));
    }

    @Test
    void allProblemsOfARunAreReportedTogether() throws IOException {
        change("tables/aussagen.csv", "1987-04", "1987-02-30");
        change("tables/aussagen.csv", "hinten", "");
        change("tables/pflanzen.csv", "12.50", "hoch");

        Run run = published.publish(publication);

        assertTrue(run.err().contains("3 problems. Nothing was changed."), run.err());
    }

    @Test
    void aCellOfAHundredMegabytesIsReported() throws IOException {
        Files.writeString(
                publication.resolve("tables/pflanzen.csv"),
                "riese,Pflanze," + "x".repeat(100_000_000) + ",,,\n",
                StandardOpenOption.APPEND);
        Map<String, String> before = published.contents();

        Run run = published.publish(publication);

        assertTrue(run.err().contains("tables/pflanzen.csv:5, column name: This cell is longer"), run.err());
        assertEquals(before, published.contents());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
        Path claims = publication.resolve("tables/aussagen.csv");
        Files.write(
                claims, ("\uFEFF" + Files.readString(claims).replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        Map<String, String> before = published.contents();

        assertEquals("", published.publish(publication).err());

        assertEquals(before, published.contents());
    }

    private void change(String name, String from, String to) throws IOException {
        Path file = publication.resolve(name);
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replaceFirst(from, to));
    }
}
