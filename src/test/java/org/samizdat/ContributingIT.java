package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code CONTRIBUTING.md} tells curators is done here, step by step, in a copy of the publication. */
class ContributingIT {
    private static final Path PUBLICATION = Path.of("src/main/publication");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(csv|diff)\\n(.*?)^ *```");

    /** The Turtle files before anything is changed. */
    @TempDir
    private static Path before;

    @TempDir
    private Path folder;

    private Path publication;

    /** Lines that one file of Turtle has more, and has less, than before. */
    private record Difference(List<String> added, List<String> removed) {}

    @BeforeAll
    static void buildWhatIsThere() {
        assertEquals(0, build(PUBLICATION, before));
    }

    @BeforeEach
    void copyThePublication() throws IOException {
        for (Path part : List.of(Path.of("ontology"), PUBLICATION)) {
            FileUtils.copyDirectory(part.toFile(), folder.resolve(part).toFile());
        }
        publication = folder.resolve(PUBLICATION);
    }

    @Test
    void aPersonAndAClaimAreAddedAsTheGuideSays() throws IOException {
        enter("people.csv", blocks("csv").getFirst());
        enter("claims.csv", blocks("csv").getLast());

        Map<String, Difference> differences = differences();
        assertEquals(0, Samizdat.run("check", "--publication", publication.toString()));

        List<String> added = differences.values().stream()
                .flatMap(difference -> difference.added().stream())
                .toList();
        List<String> promised =
                blocks("diff").getFirst().lines().map(line -> line.substring(1)).toList();
        assertAll(
                () -> assertEquals(Set.of("people.ttl", "claims.ttl"), differences.keySet()),
                () -> promised.forEach(line -> assertTrue(added.contains(line), () -> line + " is not in\n" + added)),
                () -> assertTrue(added.size() < 25, added::toString),
                () -> differences.values().forEach(difference -> assertEquals(List.of(), difference.removed())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people.csv    | albert-camus,    | Writer and anti-Stalinist socialist | Author and anti-Stalinist socialist | 1
            concepts.csv  | anti-stalinism,  | ,Anti-Stalinism,                    | ,Antistalinism,                     | 2
            places.csv    | cuba,            | ,Q241,                              | ,Q242,                              | 1
            works.csv     | dissent,         | ,Dissent,,                          | ,Dissent,The Dissent,               | 2
            claims.csv    | l010,            | ,1924/1953,                         | ,1924/1952,                         | 4
            claims.csv    | l009,            | ,stated,                            | ,implied,                           | 1
            sections.csv  | s8,              | ,Notable figures,                   | ,Figures of note,                   | 1
            """)
    void aChangeOfOneCellIsAFewLinesOfOneFile(String table, String row, String good, String bad, int most)
            throws IOException {
        Path file = publication.resolve("tables").resolve(table);
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        int at = rows.indexOf(
                rows.stream().filter(line -> line.startsWith(row)).findFirst().orElseThrow());
        assertTrue(rows.get(at).contains(good), rows.get(at));
        rows.set(at, rows.get(at).replace(good, bad));
        Files.write(file, rows);

        Map<String, Difference> differences = differences();

        assertEquals(Set.of(table.replace(".csv", ".ttl")), differences.keySet());
        Difference difference = differences.values().iterator().next();
        assertAll(
                () -> assertTrue(!difference.added().isEmpty(), difference::toString),
                () -> assertTrue(difference.added().size() <= most, difference::toString),
                () -> assertTrue(difference.removed().size() <= most, difference::toString));
    }

    /** Puts a row where it belongs: things in the order of their ids, claims below those of the same sentence. */
    private void enter(String table, String block) throws IOException {
        List<String> headerAndRow = block.lines().toList();
        Path file = publication.resolve("tables").resolve(table);
        List<String> rows = new ArrayList<>(Files.readAllLines(file));
        assertEquals(rows.getFirst(), headerAndRow.getFirst(), "the guide shows another header than " + table + " has");
        String row = headerAndRow.getLast();
        int place = rows.size();
        while (place > 1 && !belongsBelow(row, rows.get(place - 1), table)) {
            place--;
        }
        rows.add(place, row);
        Files.write(file, rows);
    }

    private static boolean belongsBelow(String row, String above, String table) {
        return table.equals("claims.csv") ? above.contains(",s3-1-1,") : above.compareTo(row) < 0;
    }

    private Map<String, Difference> differences() throws IOException {
        Path after = folder.resolve("data-ttl");
        assertEquals(0, build(publication, after, "--answers"));
        Map<String, Difference> differences = new TreeMap<>();
        try (Stream<Path> files = Files.list(after)) {
            for (Path file : files.toList()) {
                Path old = before.resolve(file.getFileName());
                Difference difference = new Difference(without(file, old), without(old, file));
                if (!difference.equals(new Difference(List.of(), List.of()))) {
                    differences.put(file.getFileName().toString(), difference);
                }
            }
        }
        return differences;
    }

    /** The lines of a file that another has less often; all of them stand in an order that both files keep. */
    private static List<String> without(Path file, Path other) {
        List<String> lines = new ArrayList<>(lines(file));
        lines(other).forEach(lines::remove);
        return lines;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int build(Path publication, Path turtle, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("build", "--publication", publication.toString(), "--data-ttl", turtle.toString()));
        arguments.addAll(List.of(more));
        return Samizdat.run(arguments.toArray(String[]::new));
    }

    private static List<String> blocks(String kind) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("CONTRIBUTING.md")))
                .results()
                .filter(block -> block.group(1).equals(kind))
                .map(block -> block.group(2).stripTrailing().stripIndent())
                .toList();
    }
}
