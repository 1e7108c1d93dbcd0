package org.samizdat.publish;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.solver.stats.StatsCollector;
import org.apache.jena.tdb2.solver.stats.StatsResults;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;

/** Counts what passes on its way into the store, so that no second reading is needed, and takes a sample of it. */
final class Census extends StreamRDFWrapper {
    private static final int TICK = 1_000;

    private final Stage.Progress progress;
    private final Map<Node, Long> triples = new HashMap<>();
    private final StatsCollector statistics = new StatsCollector();
    private final Sample inDefaultGraph = new Sample(3);
    private final Sample inNamedGraphs = new Sample(2);
    private Node subject = Node.ANY;
    private long subjects;
    private long seen;

    Census(StreamRDF store, Stage.Progress progress) {
        super(store);
        this.progress = progress;
    }

    @Override
    public void triple(Triple triple) {
        quad(Quad.create(Quad.defaultGraphIRI, triple));
    }

    @Override
    public void quad(Quad quad) {
        Node graph = quad.isTriple() || quad.isDefaultGraph() ? Quad.defaultGraphIRI : quad.getGraph();
        triples.merge(graph, 1L, Long::sum);
        if (graph == Quad.defaultGraphIRI) {
            countSubject(quad.getSubject());
            statistics.record(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
            inDefaultGraph.offer(Quad.create(graph, quad.asTriple()));
        } else {
            inNamedGraphs.offer(quad);
        }
        super.quad(quad);
        seen++;
        if (seen % TICK == 0) {
            progress.at(Stage.LOADING, seen);
        }
    }

    /** The quads come sorted, so that those of one subject are together. */
    private void countSubject(Node next) {
        if (!next.equals(subject)) {
            subject = next;
            subjects++;
        }
    }

    /** How many triples a subject of the default graph has, on average; at least 1. */
    long triplesOfASubject() {
        return Math.max(1, statistics.results().getCount() / Math.max(1, subjects));
    }

    /** The number of triples by graph. */
    SortedMap<String, Long> triples() {
        SortedMap<String, Long> byName = new TreeMap<>();
        triples.forEach((graph, count) -> byName.put(graph.getURI(), count));
        return Collections.unmodifiableSortedMap(byName);
    }

    /** The number of things by class in the default graph. */
    SortedMap<String, Long> classes() {
        SortedMap<String, Long> byName = new TreeMap<>();
        statistics.results().getTypes().forEach((type, count) -> byName.put(type.getURI(), count));
        return Collections.unmodifiableSortedMap(byName);
    }

    /** What TDB2's optimiser wants to know of the default graph. */
    StatsResults statistics() {
        return statistics.results();
    }

    /** Some of the quads, the same ones for the same input. */
    List<Quad> sample() {
        return Stream.concat(inDefaultGraph.quads().stream(), inNamedGraphs.quads().stream())
                .toList();
    }

    /** @throws InvalidReleaseException if the store does not hold as many triples in each graph as passed here */
    void compare(DatasetGraph store) throws InvalidReleaseException {
        SortedMap<String, Long> stored = Txn.calculateRead(store, () -> count(store));
        if (!stored.equals(triples())) {
            throw new InvalidReleaseException("The store holds " + stored + " triples, but the N-Quads have "
                    + triples() + ": lines that are there twice, or literals not in canonical form.");
        }
    }

    /** Counted by the records of an index: to go through the triples would take as long as loading them. */
    private static SortedMap<String, Long> count(DatasetGraph store) {
        SortedMap<String, Long> counts = new TreeMap<>();
        Iter.toList(store.listGraphNodes())
                .forEach(graph ->
                        counts.put(graph.getURI(), (long) store.getGraph(graph).size()));
        int inDefaultGraph = store.getDefaultGraph().size();
        if (inDefaultGraph > 0) {
            counts.put(Manifest.DEFAULT_GRAPH, (long) inDefaultGraph);
        }
        return counts;
    }
}
