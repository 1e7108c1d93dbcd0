package org.samizdat.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column as its schema describes it.
 *
 * @param name its name, also that of the mapping's variable
 * @param titles what may stand in the header instead of the name
 * @param required whether every row must say something here
 * @param separator what stands between the values of a cell that holds several
 * @param defaultValue what an empty cell says
 * @param lang the BCP 47 tag of the language that the text is written in
 * @param datatype what a value must look like
 */
public record Column(
        String name,
        List<String> titles,
        boolean required,
        Optional<String> separator,
        Optional<String> defaultValue,
        Optional<String> lang,
        Datatype datatype) {

    public Column {
        titles = List.copyOf(titles);
    }

    boolean isHeadedBy(String cell) {
        return cell.equals(name) || titles.contains(cell);
    }

    /** What is wrong with a cell that is not empty, as a sentence; nothing if it is good. */
    Optional<String> check(String cell) {
        if (separator.isEmpty()) {
            return datatype.check(cell);
        }
        for (String value : split(cell)) {
            Optional<String> error = value.isEmpty()
                    ? Optional.of("A value is missing before or after a " + separator.get()
                            + "; add it, or remove the separator.")
                    : datatype.check(value);
            if (error.isPresent()) {
                return error;
            }
        }
        return Optional.empty();
    }

    /** The values in a cell, each without white space around it: one, unless the column has a separator. */
    List<String> split(String cell) {
        if (separator.isEmpty() || !cell.contains(separator.get())) {
            return List.of(cell);
        }
        List<String> values = new ArrayList<>();
        int start = 0;
        for (int end;
                (end = cell.indexOf(separator.get(), start)) >= 0;
                start = end + separator.get().length()) {
            values.add(Text.strip(cell.substring(start, end)));
        }
        values.add(Text.strip(cell.substring(start)));
        return values;
    }
}
