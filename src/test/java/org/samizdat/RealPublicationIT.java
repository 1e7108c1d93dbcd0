package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;
import org.samizdat.table.BadInputException;
import org.samizdat.table.Problem;

/**
 * What a curator of the publication itself can get wrong: each mistake must be reported at the row where it was made, or
 * where the thing that it spoils is described, in the words of the schema or of the shape. All mistakes that
 * are looked for at the same stage are made at once, as the publication takes seconds to check.
 */
class RealPublicationIT {
    private static final Path PUBLICATION = Path.of("src/main/publication");

    @TempDir
    private Path folder;

    private Path tables;

    /** Something written into a row instead of what is there; a row is named by its table and its id. */
    private record Edit(String row, String good, String bad) {}

    /** The row and column of a problem (no column where the whole row is meant), and a part of its message. */
    private record Expected(String row, String column, String says) {}

    private record Mistake(Edit edit, Expected expected) {}

    @BeforeEach
    void copyThePublication() throws IOException {
        for (Path part : List.of(Path.of("ontology"), PUBLICATION)) {
            FileUtils.copyDirectory(part.toFile(), folder.resolve(part).toFile());
        }
        tables = folder.resolve(PUBLICATION).resolve("tables");
    }

    @Test
    void mistakesThatTablesAndMappingsSee() {
        areReported(
                inCell("claims/l003", "movements,,stated", "movements,e n,stated", "lang", "\"e n\""),
                inCell("claims/l004", ",s0-1-1,", ",,", "cites", "empty"),
                inCell("claims/l005", ",s0-1-1,", ",s0-1-99,", "cites", "s0-1-99"),
                inCell("claims/l006", ",opposed,", ",oposed,", "property", "ontology#oposed> is not in the ontology"),
                inCell("claims/l009", ",1924/1953,", ",1953/1924,", "when", "after the end 1924"),
                inCell("people/adolf-hitler", ",Q352,", ",352,", "wikidata", "\"352\""),
                inCell("people/albert-camus", ",Albert Camus,", ",,", "label", "empty"));
    }

    @Test
    void namesOfNothing() {
        areReported(
                inCell("claims/l007", ",neo-stalinism,", ",neo-stalinsm,", "object", "is \"neo-stalinism\" meant?"),
                inCell(
                        "claims/r101",
                        "r101,emma-goldman,",
                        "r101,ema-goldman,",
                        "subject",
                        "is \"emma-goldman\" meant?"));
    }

    @Test
    void mistakesThatShapesSee() {
        String sameItem = "has the same Wikidata item";
        Edit camus = new Edit("people/albert-camus", ",Q34670,", ",Q352,");
        allowEmpty("people", "label");
        allowEmpty("claims", "cites");
        areReported(
                seenAt(
                        new Edit("people/adolf-hitler", ",Adolf Hitler,", ",,"),
                        "people/adolf-hitler",
                        "Give this exactly one English label, in the column label"),
                inRow(
                        "claims/l004",
                        ",s0-1-1,",
                        ",,",
                        "Cite the sentence that this claim rests on, in the column cites"),
                seenAt(camus, "people/albert-camus", sameItem),
                seenAt(camus, "people/adolf-hitler", sameItem),
                inRow("claims/r101", ",emma-goldman,", ",secret-bloc,", "is of no kind that can be the subject of"),
                inRow("claims/l010", ",soviet-union,", ",dictatorship,", "is of no kind that can be the object of"),
                seenAt(
                        new Edit("claims/d019", ",international-revolutionary-marxist-centre,", ",leon-trotsky,"),
                        "people/leon-trotsky",
                        "A person has no founding date: take the claim back"),
                seenAt(
                        new Edit("claims/k246", ",1989,", ",1949,"),
                        "events/soviet-funding-of-the-communist-party-usa",
                        "before it starts"),
                seenAt(
                        new Edit("claims/m096", ",s4-3-3,", ",s4-3-2,"),
                        "sentences/s4-3-3",
                        "No claim cites this sentence: add the claims that it supports"));
    }

    /** Takes a rule out of a schema that would stop the release before the shapes are asked. */
    private void allowEmpty(String table, String column) {
        Path schema = tables.resolve(table + ".csv-metadata.json");
        String required = "\"titles\": \"" + column + "\", \"required\": true";
        List<String> lines = lines(schema);
        assertEquals(1, lines.stream().filter(line -> line.contains(required)).count(), schema::toString);
        lines.replaceAll(line -> line.contains(required) ? line.replace(", \"required\": true", "") : line);
        write(schema, lines);
    }

    private void areReported(Mistake... mistakes) {
        Stream.of(mistakes).map(Mistake::edit).distinct().forEach(this::make);
        Publication publication = Publication.read(folder.resolve(PUBLICATION));

        BadInputException bad =
                assertThrows(BadInputException.class, () -> Draft.of(publication, folder, Progress.SILENT));

        assertAll(Stream.of(mistakes)
                .map(Mistake::expected)
                .map(expected -> () -> assertTrue(
                        bad.problems().stream().anyMatch(problem -> isExpected(problem, expected)),
                        () -> "expected " + expected + "\nbut got\n" + bad.getMessage())));
    }

    private void make(Edit edit) {
        Path table = table(edit.row());
        List<String> lines = lines(table);
        int at = line(edit.row()) - 1;
        assertEquals(2, lines.get(at).split(edit.good(), -1).length, () -> edit + " in " + lines.get(at));
        lines.set(at, lines.get(at).replace(edit.good(), edit.bad()));
        write(table, lines);
    }

    private boolean isExpected(Problem problem, Expected expected) {
        return problem.file().equals(table(expected.row()).toString())
                && problem.line() == line(expected.row())
                && problem.column().equals(expected.column())
                && problem.message().contains(expected.says());
    }

    private Path table(String row) {
        return tables.resolve(row.substring(0, row.indexOf('/')) + ".csv");
    }

    /** The number of a row, counted as in reports: the header is row 1. */
    private int line(String row) {
        String id = row.substring(row.indexOf('/') + 1) + ",";
        List<String> lines = lines(table(row));
        return 1
                + lines.indexOf(lines.stream()
                        .filter(line -> line.startsWith(id))
                        .findFirst()
                        .orElseThrow());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mistake inCell(String row, String good, String bad, String column, String says) {
        return new Mistake(new Edit(row, good, bad), new Expected(row, column, says));
    }

    private static Mistake inRow(String row, String good, String bad, String says) {
        return inCell(row, good, bad, "", says);
    }

    private static Mistake seenAt(Edit edit, String row, String says) {
        return new Mistake(edit, new Expected(row, "", says));
    }
}
