package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys across tables (Metadata Vocabulary for Tabular Data, 5.5.2; Model for Tabular Data, 6.6: table constraints). */
class KeysTest {
    private static final String TABLE = """
            { "@context": "http://www.w3.org/ns/csvw", "url": "%s.csv", "tableSchema": { "columns": [%s], %s } }
            """;
    private static final String SENTENCES = """
            { "name": "section", "required": true }, { "name": "sentence", "required": true }""";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();
    private final Keys keys = new Keys();

    private void read(String name, String columns, String constraints, String csv) throws IOException {
        Path metadata = Files.writeString(
                folder.resolve(name + ".csv-metadata.json"), TABLE.formatted(name, columns, constraints));
        Path table = Files.writeString(folder.resolve(name + ".csv"), csv);
        TableReader.read(table, TableSchema.read(metadata, problems).orElseThrow(), keys, problems, row -> {});
    }

    private List<String> messages() {
        keys.check(problems);
        return problems.sorted().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    private static String reference(String columns, String resource, String referenced) {
        return "\"foreignKeys\": [ { \"columnReference\": [%s], \"reference\": { \"resource\": \"%s\", \"columnReference\": [%s] } } ]"
                .formatted(columns, resource, referenced);
    }

    private void readCitations(String csv) throws IOException {
        read(
                "citations",
                "{ \"name\": \"section\" }, { \"name\": \"sentence\" }",
                reference("\"section\", \"sentence\"", "sentences.csv", "\"section\", \"sentence\""),
                csv);
    }

    @Test
    void comparesKeysOfSeveralColumns() throws IOException {
        readCitations("section,sentence\n1,2\n2,\n,\n12,\n1,12\n");
        read(
                "sentences",
                SENTENCES,
                "\"primaryKey\": [\"section\", \"sentence\"]",
                "section,sentence\n1,2\n11,2\n1,2\n");
        assertEquals(
                List.of(
                        "citations.csv:6, column section, sentence: There is no \"1, 12\" in sentences.csv;"
                                + " did you mean 1, 2?",
                        "sentences.csv:4, column section, sentence: \"1, 2\" is already the name of row 2;"
                                + " give one of the two rows another."),
                messages());
    }

    @Test
    void acceptsReferencesInEitherOrderOfReading() throws IOException {
        readCitations("section,sentence\n1,2\n");
        read("sentences", SENTENCES, "\"primaryKey\": [\"section\", \"sentence\"]", "section,sentence\n1,2\n");
        readCitations("section,sentence\n1,2\n");
        assertEquals(List.of(), messages());
    }

    @Test
    void refusesReferencesToNoTable() throws IOException {
        readCitations("section,sentence\n1,2\n");
        assertRefused();
    }

    @Test
    void refusesReferencesToWhatIsNoKey() throws IOException {
        readCitations("section,sentence\n1,2\n");
        read("sentences", SENTENCES, "\"primaryKey\": \"sentence\"", "section,sentence\n1,2\n");
        assertRefused();
    }

    private void assertRefused() {
        assertEquals(
                List.of("citations.csv-metadata.json: The foreign key section, sentence refers to section, sentence of"
                        + " sentences.csv, which must be the primary key of a table in the same folder."),
                messages());
    }

    @Test
    void doesNotBlameReferencesForATableThatCouldNotBeRead() throws IOException {
        readCitations("section,sentence\n1,2\n");
        read("sentences", SENTENCES, "\"primaryKey\": [\"section\", \"sentence\"]", "section,sentence\n\"1\"x,2\n");
        assertEquals(
                List.of(
                        "sentences.csv:2, column section: Text follows the double quote that closes this cell; write a double"
                                + " quote inside a quoted cell twice. The rows after this one were not read."),
                messages());
    }

    @Test
    void doesNotBlameReferencesForASchemaThatCouldNotBeRead() throws IOException {
        Files.writeString(folder.resolve("sentences.csv"), "section,sentence\n1,2\n");
        readCitations("section,sentence\n1,2\n");
        assertEquals(List.of(), messages());
    }
}
