package org.samizdat.publication;

import java.nio.file.Path;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** Makes problems of what a parser says of an RDF file: also of what it only warns of. It goes on after a warning. */
public final class ParserFaults implements ErrorHandler {
    private final String file;
    private final Problems problems;
    private boolean reported;

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
        reported = true;
        String sentence = message.endsWith(".") ? message : message + ".";
        problems.add(new Problem(file, Math.max(0, line), column > 0 ? Long.toString(column) : "", sentence));
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
