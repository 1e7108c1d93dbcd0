package org.samizdat.publication;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samizdat.table.Keys;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.table.TableReader;
import org.samizdat.table.TableSchema;

/** Reads {@code retired.csv}, a table like any other, which a publication has once it has retired a name. */
final class RetiredNames {
    private static final String CSV = "retired.csv";
    private static final String METADATA = "retired.csv-metadata.json";

    private RetiredNames() {}

    static SortedMap<String, Retired> read(Path folder, Problems problems) {
        SortedMap<String, Retired> retired = new TreeMap<>();
        Path csv = folder.resolve(CSV);
        if (Files.exists(csv)) {
            TableSchema.read(folder.resolve(METADATA), problems)
                    .ifPresent(schema -> read(csv, schema, retired, problems));
        }
        return retired;
    }

    /** The table and its schema; none where the publication has retired no name. */
    static Stream<Path> files(Path folder) {
        return Files.exists(folder.resolve(CSV))
                ? Stream.of(folder.resolve(CSV), folder.resolve(METADATA))
                : Stream.empty();
    }

    private static void read(Path csv, TableSchema schema, SortedMap<String, Retired> retired, Problems problems) {
        int slug = schema.indexOf("slug");
        int into = schema.indexOf("into");
        if (slug < 0 || into < 0) {
            problems.add(
                    Problem.inFile(schema.file().toString(), "Retired names need a column slug and a column into."));
            return;
        }
        TableReader.read(csv, schema, new Keys(), problems, row -> {
            Optional<String> successor = row.has(into) ? Optional.of(row.text(into)) : Optional.empty();
            retired.put(row.text(slug), new Retired(row.text(slug), successor));
        });
    }
}
