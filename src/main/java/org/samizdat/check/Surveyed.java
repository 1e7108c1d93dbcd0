package org.samizdat.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.io.IOUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A publication as the rules see it. What it states is the default graph; beside it are graphs of what the rules ask for again and
 * again, named {@code check:ontology}, {@code check:parts} (of sources), {@code check:things} (all that is neither claim nor part of
 * a source), {@code check:dates} and {@code check:used} (terms). Each of the latter is made by a query of its name.
 */
record Surveyed(String base, DatasetGraph data, Names names) {
    private static final String NS = "https://w3id.org/samizdat/check#";

    /**
     * @param base that of the publication
     * @param stated what tables and RDF files say
     */
    static Surveyed of(String base, Graph stated, Graph ontology) {
        Surveyed surveyed = new Surveyed(base, DatasetGraphFactory.create(stated), new Names(stated, ontology));
        surveyed.data.addGraph(name("ontology"), ontology);
        for (String graph : List.of("parts", "things", "dates", "used")) {
            surveyed.data.addGraph(name(graph), surveyed.construct(graph + ".rq"));
        }
        return surveyed;
    }

    private static Node name(String graph) {
        return NodeFactory.createURI(NS + graph);
    }

    /** One of the graphs beside the default graph. */
    Graph graph(String name) {
        return data.getGraph(name(name));
    }

    private Graph construct(String query) {
        try (QueryExec exec = exec(query)) {
            return exec.construct();
        }
    }

    /** Runs a query of this package. */
    void select(String query, Consumer<Binding> sink) {
        try (QueryExec exec = exec(query)) {
            exec.select().forEachRemaining(sink);
        }
    }

    /** In a query, {@code ?base} is the base IRI, a string. */
    private QueryExec exec(String query) {
        return QueryExec.dataset(data)
                .query(text(query))
                .substitution("base", NodeFactory.createLiteralString(base))
                .build();
    }

    /** What a report calls the subject of a case: a term of the publication's own by its local name, as it is written in mappings. */
    String subject(Node node) {
        return node.isURI() && node.getURI().startsWith(base + "ontology#") ? Names.local(node) : names.of(node);
    }

    /** What is neither a claim nor a part of a source. */
    Set<Node> things() {
        return graph("things").find().mapWith(Triple::getSubject).toSet();
    }

    Graph stated() {
        return data.getDefaultGraph();
    }

    private static String text(String name) {
        try (InputStream in = Surveyed.class.getResourceAsStream(name)) {
            return IOUtils.toString(in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
