package org.samizdat.publication;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * Makes problems of what a parser says of an RDF file: also of what it only warns of. It goes on after a warning. Of several faults
 * of one term only the first is reported.
 */
public final class ParserFaults implements ErrorHandler {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String file;
    private final Problems problems;
    private boolean reported;
    private long lastLine;
    private long lastColumn;

    /** @param file as the user would name it */
    public ParserFaults(Path file, Problems problems) {
        this.file = file.toString();
        this.problems = problems;
    }

    /** Whether there was any. */
    public boolean reported() {
        return reported;
    }

    @Override
    public void warning(String message, long line, long column) {
        if (reported && column > 0 && line == lastLine && column == lastColumn) {
            return;
        }
        reported = true;
        lastLine = line;
        lastColumn = column;
        problems.add(new Problem(
                file, Math.max(0, line), column > 0 ? Long.toString(column) : "", endWithStop(visible(message))));
    }

    /** Terms at fault may hold anything, and a report has one line for each problem. */
    private static String visible(String message) {
        return CONTROL.matcher(message)
                .replaceAll(found -> "<U+%04X>".formatted(found.group().codePointAt(0)));
    }

    private static String endWithStop(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public void error(String message, long line, long column) {
        fatal(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
        warning(message, line, column);
        throw new RiotException(message);
    }
}
