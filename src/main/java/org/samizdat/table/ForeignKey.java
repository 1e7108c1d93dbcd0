package org.samizdat.table;

import java.util.List;

/**
 * Columns whose cells name a row of a table, the same one or another.
 *
 * @param columns the columns that refer
 * @param resource the {@code url} of the table that they refer to
 * @param referencedColumns the columns referred to, in the same order: the primary key of that table
 */
public record ForeignKey(List<String> columns, String resource, List<String> referencedColumns) {
    public ForeignKey {
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
    }
}
