package org.samizdat.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** Data to download: the same rows as CSV (RFC 4180) or as JSON, an object for each row. */
final class Table {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> columns) {
        this.columns = columns;
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    String csv() {
        StringWriter out = new StringWriter();
        // Closed, since what is in its buffer would else be missing.
        try (CsvWriter writer = CsvWriter.builder().build(out)) {
            writer.writeRecord(columns);
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    String json() {
        return array().toString();
    }

    JsonArray array() {
        JsonArray array = new JsonArray();
        for (List<String> row : rows) {
            JsonObject object = new JsonObject();
            for (int i = 0; i < columns.size(); i++) {
                object.put(columns.get(i), row.get(i));
            }
            array.add(object);
        }
        return array;
    }
}
