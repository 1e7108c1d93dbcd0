package org.samizdat.table;

import java.util.Comparator;

/**
 * Something wrong with the input: where it is, and what to do about it.
 *
 * @param file the file's path as the user would name it
 * @param line the row or line, counted from 1 (a table's header is row 1); 0 for the file as a whole
 * @param column the column's name, or for text files its number; empty where there is none
 * @param message what is wrong and what to do, a sentence in plain words
 */
public record Problem(String file, long line, String column, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingLong(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(Problem::message);

    public static Problem inFile(String file, String message) {
        return new Problem(file, 0, "", message);
    }

    public static Problem inRow(String file, long row, String message) {
        return new Problem(file, row, "", message);
    }

    public static Problem inCell(String file, long row, String column, String message) {
        return new Problem(file, row, column, message);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line, column name: message}, without the parts that are absent. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (column.isEmpty() ? "" : ", column " + column) + ": " + message;
    }
}
