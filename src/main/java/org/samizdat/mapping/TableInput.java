package org.samizdat.mapping;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.samizdat.publication.TableSource;
import org.samizdat.table.Keys;
import org.samizdat.table.Problems;
import org.samizdat.table.Row;
import org.samizdat.table.TableReader;
import org.samizdat.table.TableSchema;

/** A table whose schema and mappings were read and found good. */
record TableInput(TableSource source, TableSchema schema, List<MappingQuery> mappings) {
    /**
     * Reads schema and mappings.
     *
     * @param base the canonical base IRI
     * @return the table, or nothing when problems were found and added
     */
    static Optional<TableInput> open(TableSource source, String base, Problems problems) {
        Optional<TableSchema> schema = TableSchema.read(source.metadata(), problems);
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        List<MappingQuery> mappings = source.mappings().stream()
                .flatMap(file -> MappingQuery.read(file, schema.get().columns(), base, problems).stream())
                .toList();
        return mappings.size() == source.mappings().size()
                ? Optional.of(new TableInput(source, schema.get(), mappings))
                : Optional.empty();
    }

    /** A mapper of this table's rows for one thread. */
    TableMapping mapping(Graph ontology) {
        return new TableMapping(source.name(), mappings, ontology);
    }

    /** Reads the good rows. */
    void read(Keys keys, Problems problems, Consumer<Row> rows) {
        TableReader.read(csv(), schema, keys, problems, rows);
    }

    Path csv() {
        return source.csv();
    }
}
