package org.samizdat.example;

import java.nio.file.Path;
import org.apache.jena.query.Query;
import org.samizdat.table.Problem;

/**
 * A query that shows what can be asked.
 *
 * @param file the Turtle file that states it
 * @param line the line of that file on which the query begins
 * @param query the query, its prefixes declared
 */
record Example(Path file, long line, Query query) {
    /** The file beside that holds the answer that is expected. */
    Path answerFile() {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        return file.resolveSibling(stem + Form.of(query).ending());
    }

    Problem problem(String message) {
        return Problem.inRow(file.toString(), line, message);
    }
}
