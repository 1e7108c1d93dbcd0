package org.samizdat.table;

import java.util.List;

/** A row whose cells were all found good. Columns are counted from 0 in the order of the schema. */
public final class Row {
    private final String file;
    private final long number;
    private final List<Column> columns;
    private final String[] cells;

    /** @param cells one for each column, null where empty */
    Row(String file, long number, List<Column> columns, String[] cells) {
        this.file = file;
        this.number = number;
        this.columns = columns;
        this.cells = cells;
    }

    public String file() {
        return file;
    }

    /** As a spreadsheet counts: the header is row 1, and empty rows count. */
    public long number() {
        return number;
    }

    /** Whether the row says something in this column, be it by default. */
    public boolean has(int column) {
        return cells[column] != null;
    }

    /**
     * The text of a cell that is not empty, without white space around it and in Unicode normal form C.
     *
     * @throws IllegalStateException if the cell is empty
     */
    public String text(int column) {
        if (cells[column] == null) {
            throw new IllegalStateException(file + ":" + number + ": the cell in column "
                    + columns.get(column).name() + " is empty.");
        }
        return cells[column];
    }

    /** The values of a cell in a column with a separator, in their order; none if the cell is empty. */
    public List<String> values(int column) {
        return cells[column] == null ? List.of() : columns.get(column).split(cells[column]);
    }
}
