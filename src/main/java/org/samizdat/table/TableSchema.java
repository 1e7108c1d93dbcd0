package org.samizdat.table;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a table's rows look like, read from its CSVW metadata.
 *
 * <p>Implemented of the <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>, for one
 * table a file: {@code @context}, {@code url} and {@code tableSchema} of a table (5.4), {@code columns}, {@code primaryKey}
 * and {@code foreignKeys} of a schema (5.5, 5.5.2), {@code name}, {@code titles} and {@code required} of a column (5.6),
 * {@code default}, {@code lang}, {@code separator} and {@code datatype} (5.7), and of datatypes (5.11) the built-in ones
 * that {@link Datatype} names, {@code base}, {@code format}, {@code length}, {@code minLength}, {@code maxLength},
 * {@code minimum}, {@code maximum} and {@code @id}. Everything else is an error, so that nothing is silently left unchecked.
 */
public final class TableSchema {
    private final Path file;
    private final String url;
    private final List<Column> columns;
    private final List<String> primaryKey;
    private final List<ForeignKey> foreignKeys;

    TableSchema(Path file, String url, List<Column> columns, List<String> primaryKey, List<ForeignKey> foreignKeys) {
        this.file = file;
        this.url = url;
        this.columns = List.copyOf(columns);
        this.primaryKey = List.copyOf(primaryKey);
        this.foreignKeys = List.copyOf(foreignKeys);
    }

    /**
     * Reads a metadata file.
     *
     * @return the schema, or nothing when problems were found and added
     */
    public static Optional<TableSchema> read(Path metadata, Problems problems) {
        return new SchemaReader(metadata, problems).read();
    }

    /** The metadata file. */
    public Path file() {
        return file;
    }

    /** The name of the CSV file, by which foreign keys refer to it. */
    public String url() {
        return url;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The names of the columns that together name a row; none where rows have no name. */
    public List<String> primaryKey() {
        return primaryKey;
    }

    public List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    /** Where a column stands, counted from 0, or -1 if there is none of this name. */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
