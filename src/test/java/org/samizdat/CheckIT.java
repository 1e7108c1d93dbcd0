package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.check.Coverage;
import org.samizdat.check.Finding;
import org.samizdat.check.Rule;
import org.samizdat.check.Survey;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;

/** What a curator is told of the two publications. */
class CheckIT {
    private static final Path PUBLICATION = Path.of("src/main/publication");
    private static final Path GARDEN = Path.of("src/test/publications/garden");

    @TempDir
    private Path folder;

    private Path copy;

    private record Run(int exit, String out) {}

    @BeforeEach
    void copyThePublication() throws IOException {
        for (Path part : List.of(Path.of("ontology"), PUBLICATION)) {
            FileUtils.copyDirectory(part.toFile(), folder.resolve(part).toFile());
        }
        copy = folder.resolve(PUBLICATION);
    }

    @Test
    void everySentenceOfTheSourceIsCitedOrHasAReason() {
        Coverage coverage = survey(PUBLICATION).coverage();
        List<Coverage.Part> sentences = coverage.parts().stream()
                .filter(part -> !part.name().endsWith("-0-0"))
                .toList();
        assertAll(
                () -> assertEquals(214, sentences.size()),
                () -> assertEquals(
                        List.of(),
                        coverage.parts().stream()
                                .filter(part -> !part.isCited() && part.reason().isEmpty())
                                .toList()));
    }

    /** A sentence that is left out, or a number that is jumped, would go unseen where sentences are only counted. */
    @Test
    void sentencesAndParagraphsAreNumberedWithoutAGap() {
        String before = "s0-0-0";
        for (String line : lines(PUBLICATION.resolve("tables/sentences.csv"))) {
            String id = line.substring(0, line.indexOf(','));
            if (!id.equals("id") && !id.equals(before)) {
                assertTrue(following(before).contains(id), id + " after " + before);
                before = id;
            }
        }
        assertEquals("s9", before.substring(0, 2));
    }

    /** The parts that may come after this one: the next sentence, a paragraph's first, the next section's heading. */
    private static List<String> following(String part) {
        int[] numbers = Stream.of(part.substring(1).split("-"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return List.of(
                "s%d-%d-%d".formatted(numbers[0], numbers[1], numbers[2] + 1),
                "s%d-%d-1".formatted(numbers[0], numbers[1] + 1),
                "s%d-0-0".formatted(numbers[0] + 1));
    }

    @Test
    void aSentenceThatNoClaimCitesStopsTheBuild() throws IOException {
        edit("claims.csv", "m096,", ",s4-3-3,", ",s4-3-2,");

        assertEquals(
                Samizdat.BAD_INPUT,
                run("check", "--publication", copy.toString()).exit());
    }

    @Test
    void aReasonLetsItPassAndIsReported() throws IOException {
        edit("claims.csv", "m096,", ",s4-3-3,", ",s4-3-2,");
        edit("sentences.csv", "s4-3-3,", "s4-3-3,s4,3,3,", "s4-3-3,s4,3,3,It thanks the printer.");

        Run run = run("check", "--publication", copy.toString());

        assertAll(
                () -> assertEquals(0, run.exit()),
                () -> assertTrue(
                        run.out().contains("s4-3-3  Section 4, paragraph 3, sentence 3: It thanks the printer."),
                        run.out()),
                () -> assertTrue(run.out().contains("Nothing found: uncited-part"), run.out()));
    }

    @Test
    void aReasonThatIsNotTrueAnyMoreDeservesALook() throws IOException {
        edit("sentences.csv", "s4-3-3,", "s4-3-3,s4,3,3,", "s4-3-3,s4,3,3,It thanks the printer.");

        Run run = run("check", "--publication", copy.toString());

        assertAll(
                () -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().contains("\nshape-warning  1\n"), run.out()),
                () -> assertTrue(
                        run.out().contains("tables/sentences.csv:" + row("sentences.csv", "s4-3-3,") + "  s4-3-3"),
                        run.out()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/publication", "src/test/publications/garden"})
    void everyCaseOfATableNamesTheRowThatItComesFrom(Path publication) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        List<Finding.Item> items = survey(publication).findings().stream()
                .flatMap(finding -> finding.cases().stream())
                .flatMap(found -> found.items().stream())
                .toList();
        assertTrue(items.size() > 20, items::toString);
        for (Finding.Item item : items) {
            Finding.Place place = item.place().orElseThrow();
            if (place.file().endsWith(".csv")) {
                List<String> rows = files.computeIfAbsent(place.file(), name -> lines(publication.resolve(name)));
                String row = rows.get((int) place.row() - 1);
                String id = row.substring(0, row.indexOf(','));
                assertTrue(
                        item.node().getURI().matches(".*/([a-z]+-)?" + id),
                        () -> item + " is not what " + row + " says");
            }
        }
    }

    @Test
    void whatIsKnownOfTheGardenIsFound() {
        Map<Rule, Integer> counts = new TreeMap<>();
        survey(GARDEN)
                .findings()
                .forEach(finding -> counts.put(finding.rule(), finding.cases().size()));
        assertEquals(
                Map.of(
                        Rule.UNDATED_CLAIM, 1,
                        Rule.NO_DESCRIPTION, 5,
                        Rule.SINGLE_SOURCE, 3,
                        Rule.UNLINKED_THING, 5,
                        Rule.UNDEFINED_TERM, 9),
                counts);
    }

    @Test
    void theReportIsTheSameAgainAndNothingIsChanged() throws IOException {
        Map<String, String> before = contents(copy);

        Run first = run("check", "--all", "--publication", copy.toString());
        Run second = run("check", "--all", "--publication", copy.toString());

        assertAll(
                () -> assertEquals(0, first.exit()),
                () -> assertEquals(first.out(), second.out()),
                () -> assertFalse(first.out().contains("\u001B"), "colour without a terminal"),
                () -> assertEquals(before, contents(copy)));
    }

    @Test
    void thePageHoldsWhatTheFullReportHolds() throws IOException {
        Path page = folder.resolve("reports/check.html");

        Run run = run("check", "--publication", copy.toString(), "--html", page.toString());

        String html = Files.readString(page);
        assertAll(
                () -> assertEquals(0, run.exit()),
                () -> assertTrue(run.out().endsWith("All of it is in " + page + ".\n"), run.out()),
                () -> survey(copy).findings().stream()
                        .flatMap(finding -> finding.cases().stream())
                        .flatMap(found -> found.items().stream())
                        .flatMap(item -> item.place().stream())
                        .forEach(place -> assertTrue(html.contains("<code>" + place + "</code>"), place::toString)));
    }

    private Survey survey(Path publication) {
        return Draft.of(Publication.read(publication), folder, Progress.SILENT).survey();
    }

    private static Run run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            return new Run(
                    Samizdat.run(arguments),
                    captured.toString(StandardCharsets.UTF_8).replace("\r", ""));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** Changes the row that begins so. */
    private void edit(String table, String begin, String good, String bad) throws IOException {
        Path file = copy.resolve("tables").resolve(table);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int at = row(table, begin) - 1;
        assertTrue(lines.get(at).contains(good), lines.get(at));
        lines.set(at, lines.get(at).replace(good, bad));
        Files.write(file, lines);
    }

    private int row(String table, String begin) {
        List<String> lines = lines(copy.resolve("tables").resolve(table));
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith(begin))
                        .findFirst()
                        .orElseThrow());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(file.toString(), String.join("\n", lines(file))));
        }
        return contents;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
