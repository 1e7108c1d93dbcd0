package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good tables and their rows, and bad files that cannot lie in a repository; other bad tables are in {@link BadTablesTest}. */
class TableReaderTest {
    private static final String SCHEMA = """
            { "@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
              "tableSchema": { "primaryKey": "id", "columns": [
                { "name": "id", "required": true },
                { "name": "label", "titles": ["Label", "Name"] },
                { "name": "lang", "datatype": "language", "default": "en" },
                { "name": "tags", "separator": "|", "default": "a|b" } ] } }
            """;
    private static final String HEADER = "id,label,lang,tags\n";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void writeSchema() throws IOException {
        Files.writeString(folder.resolve("t.csv-metadata.json"), SCHEMA);
    }

    private List<Row> read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("t.csv"), bytes));
    }

    private List<Row> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> read(Path csv) {
        List<Row> rows = new ArrayList<>();
        TableSchema schema = TableSchema.read(folder.resolve("t.csv-metadata.json"), problems)
                .orElseThrow();
        TableReader.read(csv, schema, new Keys(), problems, rows::add);
        return rows;
    }

    private List<String> messages() {
        return problems.sorted().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    private String onlyLabel(String cell) throws IOException {
        List<Row> rows = read(HEADER + "x," + cell + ",,\n");
        assertEquals(List.of(), messages());
        return rows.getFirst().text(1);
    }

    @Test
    void givesRowsWithTheirCells() throws IOException {
        List<Row> rows = read(HEADER + "x,\"Ex, \"\"the\"\" X\",de,p | q\ny,,,\n");
        assertEquals(List.of(), messages());
        assertEquals(2, rows.size());
        Row x = rows.getFirst();
        assertEquals(folder.resolve("t.csv").toString(), x.file());
        assertEquals(2, x.number());
        assertEquals("Ex, \"the\" X", x.text(1));
        assertEquals("de", x.text(2));
        assertEquals(List.of("p", "q"), x.values(3));
        Row y = rows.getLast();
        assertEquals(3, y.number());
        assertFalse(y.has(1));
        assertEquals(List.of(), y.values(1));
        assertThrows(IllegalStateException.class, () -> y.text(1));
        assertEquals("en", y.text(2), "the default");
        assertEquals(List.of("a", "b"), y.values(3), "the default, split");
    }

    /** Tabular Data Model, 8: row numbers; as a spreadsheet shows them, whatever lines the file has. */
    @Test
    void countsRowsLikeASpreadsheet() throws IOException {
        List<Row> rows = read(HEADER + "\nx,\"one\ntwo\",,\n,,,\n\"\",,,\ny,,,\n");
        assertEquals(List.of(), messages());
        assertEquals(List.of(3L, 6L), rows.stream().map(Row::number).toList());
    }

    @Test
    void acceptsTitlesAsHeader() throws IOException {
        assertEquals(1, read("id,Name,lang,tags\nx,,,\n").size());
        assertEquals(1, read("id,Label,lang,tags\nx,,,\n").size());
        assertEquals(List.of(), messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void acceptsEveryKindOfLineBreakAndAByteOrderMark(String lineBreak) throws IOException {
        String text = HEADER + "x,\"one\ntwo\",,\ny,Why,,";
        List<Row> rows = read("\uFEFF" + text.replace("\n", lineBreak));
        assertEquals(List.of(), messages());
        assertEquals("one\ntwo", rows.getFirst().text(1), "line breaks in cells do not depend on the file's");
        assertEquals("Why", rows.getLast().text(1));
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" Anna", "Anna ", "\u00A0Anna\u202F", "\u200BAnna", "\tAnna\u3000"})
    void stripsWhiteSpace(String cell) throws IOException {
        assertEquals("Anna", onlyLabel(cell));
        assertEquals("Anna", onlyLabel("\"" + cell + "\""));
    }

    @Test
    void keepsWhiteSpaceInside() throws IOException {
        assertEquals("a  b\u00A0c", onlyLabel("a  b\u00A0c"));
    }

    @Test
    void composesCharacters() throws IOException {
        assertEquals("\u00E9t\u00E9 \u03AE", onlyLabel("e\u0301te\u0301 \u03B7\u0301"));
    }

    @Test
    void findsTheSameKeyInAnotherForm() throws IOException {
        read(HEADER + "\u00E9,,,\ne\u0301 ,,,\n");
        assertEquals(
                List.of(
                        "t.csv:3, column id: \"\u00E9\" is already the name of row 2; give one of the two rows another."),
                messages());
    }

    @Test
    void namesEveryCellThatIsNotUtf8() throws IOException {
        List<Row> rows =
                read((HEADER + "x,caf\u00E9,,\ny,plain,,\nz,na\u00EFve,,\n").getBytes(StandardCharsets.ISO_8859_1));
        String message = "This cell is not UTF-8, or characters were lost in it already (U+FFFD);"
                + " correct it and save the file as UTF-8.";
        assertEquals(List.of("t.csv:2, column label: " + message, "t.csv:4, column label: " + message), messages());
        assertEquals(1, rows.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void refusesOtherEncodings(String encoding) throws IOException {
        assertEquals(List.of(), read((HEADER + "x,y,,\n").getBytes(Charset.forName(encoding))));
        assertTrue(messages().getFirst().startsWith("t.csv:1, column 1: This cell "), messages()::toString);
    }

    @Test
    void saysThatAFileIsMissing() {
        assertEquals(List.of(), read(folder.resolve("none.csv")));
        assertEquals(List.of("none.csv: There is no such file."), messages());
    }

    @Test
    void refusesAFileOfNothingButAByteOrderMark() throws IOException {
        read("\uFEFF");
        assertEquals(List.of("t.csv: This file is empty; its first row must hold the column names."), messages());
    }

    @Test
    void readsTheRowsAfterACellThatIsSlightlyTooLong() throws IOException {
        List<Row> rows = read(HEADER + "x," + "a".repeat(RowHandler.MAX_CELL) + ",,\ny,"
                + "a".repeat(RowHandler.MAX_CELL + 1) + ",,\nz,,,e n\n");
        assertEquals(List.of("x", "z"), rows.stream().map(row -> row.text(0)).toList());
        assertEquals(
                List.of(
                        "t.csv:3, column label: This cell is longer than a million characters; is a closing quote missing?"),
                messages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void refusesACellOf100MegabytesWithoutHoldingIt(String quote) throws IOException {
        Path csv = folder.resolve("t.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(csv)) {
            writer.write(HEADER + "x,,,\ny," + quote);
            for (int i = 0; i < 100; i++) {
                writer.write("0123456789".repeat(100_000));
            }
            writer.write(quote + ",,\n");
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertEquals(1, read(csv).size());
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 30_000_000);
        assertEquals(
                List.of(
                        "t.csv:3, column label: This cell is longer than a million characters; is a closing quote missing?"
                                + " The rows after this one were not read."),
                messages());
    }

    @Test
    void doesNotHoldARowOfMillionsOfCells() throws IOException {
        byte[] bytes = (HEADER + ",".repeat(5_000_000) + "x\n").getBytes(StandardCharsets.UTF_8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(bytes);
        assertTrue(threads.getCurrentThreadAllocatedBytes() - before < 10_000_000);
        assertTrue(messages().getFirst().startsWith("t.csv:2: This row has 5000001 cells, but the header has 4;"));
    }

    @Test
    void passesOnWhatTheConsumerThrows() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), HEADER + "x,,,\n");
        TableSchema schema = TableSchema.read(folder.resolve("t.csv-metadata.json"), problems)
                .orElseThrow();
        assertThrows(
                ArithmeticException.class,
                () -> TableReader.read(csv, schema, new Keys(), problems, row -> {
                    throw new ArithmeticException();
                }));
    }
}
