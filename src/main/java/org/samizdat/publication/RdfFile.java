package org.samizdat.publication;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** A Turtle file of the publication that is read whole: its description, its ontology, its shapes. */
public final class RdfFile {
    private RdfFile() {}

    /**
     * Reads a Turtle file, with its own address as base IRI. What the parser only warns of is a problem too.
     *
     * @return the graph; empty or incomplete where problems were added
     */
    public static Graph read(Path file, Problems problems) {
        Graph graph = GraphFactory.createDefaultGraph();
        if (!Files.isRegularFile(file)) {
            problems.add(Problem.inFile(file.toString(), "This file is missing, or is not a file."));
            return graph;
        }
        try {
            RDFParser.source(file)
                    .base(file.toUri().toString())
                    .lang(Lang.TURTLE)
                    .forceLang(Lang.TURTLE)
                    .checking(true)
                    .errorHandler(new ProblemHandler(file.toString(), problems))
                    .parse(graph);
        } catch (RiotException reported) {
            if (problems.isEmpty()) {
                problems.add(Problem.inFile(file.toString(), reported.getMessage()));
            }
        }
        return graph;
    }

    /**
     * Hands what a parser says to the list of problems.
     *
     * @param file the file as the user would name it
     */
    public record ProblemHandler(String file, Problems problems) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long col) {
            report(message, line, col);
        }

        @Override
        public void error(String message, long line, long col) {
            report(message, line, col);
        }

        @Override
        public void fatal(String message, long line, long col) {
            report(message, line, col);
            throw new RiotException(message);
        }

        private void report(String message, long line, long col) {
            problems.add(new Problem(file, Math.max(line, 0), col > 0 ? Long.toString(col) : "", message));
        }
    }
}
