package org.samizdat.publication;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** A Turtle file of the publication that is read whole: its description, its ontology, its shapes. */
public final class RdfFile {
    private RdfFile() {}

    /** Reads several files, as {@link #read} does, into one graph. */
    public static Graph readAll(List<Path> files, Problems problems) {
        Graph all = GraphMemFactory.createDefaultGraph();
        files.forEach(file -> read(file, problems).find().forEach(all::add));
        return all;
    }

    /**
     * Reads a Turtle file, with its own address as base IRI. What the parser only warns of is a problem too.
     *
     * @return the graph; empty or incomplete where problems were added
     */
    public static Graph read(Path file, Problems problems) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        if (!Files.isRegularFile(file)) {
            problems.add(Problem.inFile(file.toString(), "This file is missing, or is not a file."));
            return graph;
        }
        ParserFaults faults = new ParserFaults(file, problems);
        try {
            RDFParser.source(file)
                    .base(file.toUri().toString())
                    .lang(Lang.TURTLE)
                    .forceLang(Lang.TURTLE)
                    .checking(true)
                    .errorHandler(faults)
                    .parse(graph);
        } catch (RiotException e) {
            if (!faults.reported()) {
                problems.add(Problem.inFile(file.toString(), e.getMessage()));
            }
        }
        return graph;
    }
}
