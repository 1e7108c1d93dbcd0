package org.samizdat.publication;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * The ontology of a publication, and earlier versions of it. A file holds an earlier version if its {@code owl:versionIRI} is the
 * {@code owl:priorVersion} of what another file says (OWL 2 Structural Specification, section 3.5).
 *
 * @param current what all other files say together
 * @param earlier by version IRI
 */
public record Vocabulary(Graph current, SortedMap<String, Graph> earlier) {
    /** @param base the publication's base IRI; versions lie below its {@code ontology/}, where they can be answered */
    public static Vocabulary read(List<Path> files, String base, Problems problems) {
        Map<Path, Graph> graphs = new HashMap<>();
        files.forEach(file -> graphs.put(file, RdfFile.read(file, problems)));
        Set<Node> prior = graphs.values().stream()
                .flatMap(graph -> objects(graph, OWL2.priorVersion.asNode()).stream())
                .collect(Collectors.toSet());
        Graph current = GraphMemFactory.createDefaultGraph();
        SortedMap<String, Graph> earlier = new TreeMap<>();
        for (Path file : files) {
            Graph graph = graphs.get(file);
            List<Node> versions = objects(graph, OWL2.versionIRI.asNode());
            if (versions.size() == 1 && prior.contains(versions.getFirst())) {
                String version = versions.getFirst().toString();
                requireBelow(base + "ontology/", version, file, problems);
                earlier.put(version, graph);
            } else {
                graph.find().forEach(current::add);
            }
        }
        return new Vocabulary(current, Collections.unmodifiableSortedMap(earlier));
    }

    private static void requireBelow(String versions, String version, Path file, Problems problems) {
        if (!version.startsWith(versions)) {
            problems.add(Problem.inFile(
                    file.toString(),
                    "The version IRI of an earlier version must begin with " + versions
                            + ", so that it can be answered; it is " + version + "."));
        }
    }

    private static List<Node> objects(Graph graph, Node property) {
        return graph.find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
