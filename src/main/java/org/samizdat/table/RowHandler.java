package org.samizdat.table;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Gets the cells of one row after the other from FastCSV, checks them and makes rows of them. */
final class RowHandler extends CsvCallbackHandler<Row> {
    /** In UTF-16 units. A longer cell is no fact but a broken file, and must not fill the memory. */
    static final int MAX_CELL = 1_000_000;

    private static final String TOO_LONG = "This cell is longer than a million characters; is a closing quote missing?";

    private final String file;
    private final TableSchema schema;
    private final List<Column> columns;
    private final KeyListener keys;
    private final Problems problems;

    private final List<String> header = new ArrayList<>();
    private boolean headerIsGood;
    private long rows;

    /** Of the row that is being read, from 1. */
    private long number;

    private int count;
    private boolean blank;
    private final BitSet illegible = new BitSet();
    private String[] cells = {};

    RowHandler(String file, TableSchema schema, KeyListener keys, Problems problems) {
        this.file = file;
        this.schema = schema;
        this.columns = schema.columns();
        this.keys = keys;
        this.problems = problems;
    }

    @Override
    protected RecordType getRecordType() {
        return RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return count;
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        number++;
        count = 0;
        blank = true;
        illegible.clear();
        cells = new String[columns.size()];
    }

    @Override
    protected void setEmpty() {
        addField(new char[0], 0, 0, false);
    }

    @Override
    protected void setComment(char[] buf, int offset, int len) {
        throw new IllegalStateException("Comments are not switched on.");
    }

    @Override
    protected void addField(char[] buf, int offset, int len, boolean quoted) {
        String text = text(buf, offset, len, quoted);
        blank &= text.isEmpty() && illegible.isEmpty();
        if (number == 1 && count <= columns.size() + 1) {
            header.add(text);
        }
        if (count < cells.length && !text.isEmpty()) {
            cells[count] = text;
        }
        count++;
    }

    /** The text of a cell; empty if it cannot be read. */
    private String text(char[] buf, int offset, int len, boolean quoted) {
        if (len == 0) {
            return "";
        }
        if (len > MAX_CELL) {
            illegible(TOO_LONG);
            return "";
        }
        if (Text.isPlain(buf, offset, len)) {
            return new String(buf, offset, len);
        }
        String raw = new String(buf, offset, len);
        Optional<String> fault = Text.fault(raw, quoted);
        fault.ifPresent(this::illegible);
        return fault.isPresent() ? "" : Text.clean(raw);
    }

    private void illegible(String why) {
        illegible.set(count);
        problems.add(Problem.inCell(file, number, nameOf(count), why));
    }

    private String nameOf(int column) {
        return number > 1 && column < columns.size() ? columns.get(column).name() : Integer.toString(column + 1);
    }

    /** FastCSV passes over a row for which this is null. */
    @Override
    protected Row buildRecord() {
        if (number == 1) {
            headerIsGood = illegible.isEmpty() && new Header(header, columns).check(file, problems);
            return null;
        }
        if (!headerIsGood || blank) {
            return null;
        }
        rows++;
        boolean good = hasEveryCell() ? checkCells() : keepKeyOnly();
        keys.row(number, cells);
        return good ? new Row(file, number, columns, cells) : null;
    }

    private boolean hasEveryCell() {
        if (count != columns.size() && illegible.isEmpty()) {
            problems.add(Problem.inRow(
                    file,
                    number,
                    "This row has " + count + " cells, but the header has " + columns.size()
                            + "; add or remove commas, and put a cell that contains a comma in double quotes."));
        }
        return count == columns.size();
    }

    /** Where cells are missing or too many, those that remain may stand in wrong columns; references to the row still hold. */
    private boolean keepKeyOnly() {
        for (int i = 0; i < cells.length; i++) {
            if (!schema.primaryKey().contains(columns.get(i).name())) {
                cells[i] = null;
            }
        }
        return false;
    }

    private boolean checkCells() {
        boolean good = true;
        for (int i = 0; i < cells.length; i++) {
            Optional<String> error = checkCell(i);
            if (error.isPresent()) {
                problems.add(Problem.inCell(file, number, columns.get(i).name(), error.get()));
                cells[i] = null;
            }
            good &= error.isEmpty() && !illegible.get(i);
        }
        return good;
    }

    private Optional<String> checkCell(int i) {
        Column column = columns.get(i);
        if (cells[i] != null) {
            return column.check(cells[i]);
        }
        if (illegible.get(i)) {
            return Optional.empty();
        }
        cells[i] = column.defaultValue().orElse(null);
        return column.required() && cells[i] == null
                ? Optional.of("This cell is empty; every row must say something here.")
                : Optional.empty();
    }

    /** All was read. */
    void end() {
        if (number == 0 || number == 1 && blank) {
            fail("This file is empty; its first row must hold the column names.");
        } else if (!headerIsGood) {
            keys.incomplete();
        } else if (rows == 0) {
            problems.add(
                    Problem.inFile(file, "This table has no rows below its header; add some, or remove the table."));
        }
    }

    /** The rest cannot be read. */
    void fail(String why) {
        problems.add(Problem.inFile(file, why));
        keys.incomplete();
    }

    /** The rest cannot be read because of the cell that is being read. */
    void fail(CsvParseException e) {
        if (e.getCause() != null) {
            throw e;
        }
        problems.add(Problem.inCell(file, number, nameOf(count), reason(e.getMessage())));
        keys.incomplete();
    }

    /** FastCSV has one exception for all; the tests pin its texts. */
    private static String reason(String message) {
        if (message.startsWith("The maximum buffer size")) {
            return TOO_LONG + " The rows after this one were not read.";
        }
        if (message.startsWith("Unclosed quoted field")) {
            return "The double quote that opens this cell is never closed; close it, or remove it.";
        }
        return "Text follows the double quote that closes this cell; write a double quote inside a quoted cell twice."
                + " The rows after this one were not read.";
    }
}
