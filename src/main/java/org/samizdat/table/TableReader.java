package org.samizdat.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.commons.io.input.BOMInputStream;

/** Reads tables row by row: RFC 4180 without leniency, as {@code docs/publication.md} (Tables) lays down. */
public final class TableReader {
    /** FastCSV needs this much room beside a cell. */
    private static final int READ_AHEAD = 1 << 14;

    private TableReader() {}

    /**
     * Reads a table in one pass and holds one row at a time.
     *
     * @param keys learns the keys that the table's rows have, and to which they refer
     * @param problems gets whatever is wrong with the table, in all rows
     * @param rows gets each row in which nothing is wrong, in order
     */
    public static void read(Path csv, TableSchema schema, Keys keys, Problems problems, Consumer<Row> rows) {
        read(csv, schema, keys.of(csv, schema, problems), problems, rows);
    }

    static void read(Path csv, TableSchema schema, KeyListener keys, Problems problems, Consumer<Row> rows) {
        RowHandler handler = new RowHandler(csv.toString(), schema, keys, problems);
        if (!Files.isRegularFile(csv)) {
            handler.fail("There is no such file.");
            return;
        }
        try (Reader text = new InputStreamReader(
                        BOMInputStream.builder().setPath(csv).get(), StandardCharsets.UTF_8);
                CsvReader<Row> reader = csvReader(handler, text)) {
            reader.forEach(rows);
            handler.end();
        } catch (CsvParseException e) {
            handler.fail(e);
        } catch (IOException e) {
            handler.fail("This file cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static CsvReader<Row> csvReader(RowHandler handler, Reader text) {
        return CsvReader.builder()
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(RowHandler.MAX_CELL + READ_AHEAD)
                .build(handler, text);
    }
}
