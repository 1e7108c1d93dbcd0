package org.samizdat.bench.conversion;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The rows of one CSV file, with the checks of a cell that {@link HandWritten} makes. What is wrong goes into a list. */
final class Cells {
    private static final Pattern LANGUAGE = Pattern.compile("(?i:[a-z]{2,8}(-[a-z0-9]{1,8})*)");
    private static final int LONGEST_TEXT = 500;

    private final Path file;
    private final List<String> columns;
    private final List<String> errors;
    private final String[] cells;
    private long line;

    Cells(Path file, List<String> columns, List<String> errors) {
        this.file = file;
        this.columns = columns;
        this.errors = errors;
        this.cells = new String[columns.size()];
    }

    /** Reads the file; after each good row the texts are at hand, and the action is run. */
    void forEachRow(Runnable action) throws IOException {
        try (Reader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder());
                CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord record : csv) {
                line++;
                if (line == 1) {
                    checkHeader(record);
                } else if (take(record)) {
                    action.run();
                }
            }
        }
    }

    private void checkHeader(CsvRecord header) {
        if (!header.getFields().equals(columns)) {
            throw new IllegalArgumentException(file + ": expected the columns " + columns);
        }
    }

    private boolean take(CsvRecord record) {
        if (record.getFieldCount() != cells.length) {
            error(0, "the row has " + record.getFieldCount() + " cells");
            return false;
        }
        boolean good = true;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = record.getField(i);
            good &= isClean(i);
        }
        return good;
    }

    /** Control characters are refused, spaces at the ends taken off, and composed characters used. */
    private boolean isClean(int column) {
        String text = cells[column];
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7F || c == 0xFFFD) {
                return error(column, "a control character");
            }
            ascii &= c < 0x80;
        }
        cells[column] = ascii ? text.strip() : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return true;
    }

    String text(int column) {
        return cells[column];
    }

    boolean has(int column) {
        return !cells[column].isEmpty();
    }

    /** The values between bars; none if the cell is empty. */
    List<String> values(int column) {
        String cell = cells[column];
        if (cell.isEmpty()) {
            return List.of();
        }
        if (cell.indexOf('|') < 0) {
            return List.of(cell);
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int end; (end = cell.indexOf('|', start)) >= 0; start = end + 1) {
            values.add(cell.substring(start, end).strip());
        }
        values.add(cell.substring(start).strip());
        return values;
    }

    boolean isSlug(int column) {
        return isMade(column, c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    boolean isDigits(int column) {
        return isMade(column, c -> c >= '0' && c <= '9');
    }

    private boolean isMade(int column, IntPredicate of) {
        String text = cells[column];
        boolean good = !text.isEmpty();
        for (int i = 0; i < text.length() && good; i++) {
            good = of.test(text.charAt(i));
        }
        return good || error(column, "not of the form that this column has");
    }

    boolean isLanguage(int column) {
        return LANGUAGE.matcher(cells[column]).matches() || error(column, "not a language tag");
    }

    boolean isOneOf(int column, Collection<String> choices) {
        return choices.contains(cells[column]) || error(column, "none of " + choices);
    }

    boolean isShort(int column) {
        return cells[column].length() <= LONGEST_TEXT || error(column, "too long");
    }

    /** Notes an error of this row; always false. */
    boolean error(int column, String message) {
        errors.add(file + ":" + line + ", column " + columns.get(column) + ": '" + cells[column] + "': " + message);
        return false;
    }
}
