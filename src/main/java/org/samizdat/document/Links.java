package org.samizdat.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The triples of the default graph with a thing as subject, or as object, page by page. A release does not change, and its
 * indexes have one order, so that pages neither overlap nor leave anything out. What lies before a page is passed over,
 * and all is counted, in the index alone: no term is read that is not on the page.
 */
final class Links {
    /** How many triples with the thing as subject, and how many with it as object, stand on one page. */
    static final int PAGE = 1_000;

    /** From the thing to others, or from others to the thing. */
    enum Direction {
        OUTGOING,
        INCOMING
    }

    private record Key(Node thing, Direction direction) {}

    /** Nodes that were read lately. A document comes to the same few again and again, and TDB2's own cache is one for all threads. */
    static final class Known {
        private final Map<NodeId, Node> nodes = new HashMap<>();

        private Node get(NodeId id, NodeTable table) {
            return nodes.computeIfAbsent(id, table::getNodeForNodeId);
        }
    }

    private final DatasetGraph data;
    private final Cache<Key, SortedMap<String, Long>> counts =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    Links(DatasetGraph data) {
        this.data = data;
    }

    /**
     * Inside a read transaction.
     *
     * @param skip how many triples to pass over
     * @param limit how many to give at most
     * @param known what was read for the same document
     */
    List<Triple> find(Node thing, Direction direction, long skip, int limit, Known known) {
        NodeTable nodes = table().getNodeTable();
        Iterator<Tuple<NodeId>> tuples = tuples(thing, direction);
        for (long i = 0; i < skip && tuples.hasNext(); i++) {
            tuples.next();
        }
        List<Triple> page = new ArrayList<>();
        while (page.size() < limit && tuples.hasNext()) {
            Tuple<NodeId> tuple = tuples.next();
            page.add(Triple.create(
                    known.get(tuple.get(0), nodes), known.get(tuple.get(1), nodes), known.get(tuple.get(2), nodes)));
        }
        return page;
    }

    /** Whether anything is said of a thing by a property. */
    boolean has(Node thing, Node property) {
        Iterator<Tuple<NodeId>> found = table().findAsNodeIds(thing, property, Node.ANY);
        return found != null && found.hasNext();
    }

    /** The number of triples by property. Remembered, since it is asked for only where there are many. */
    SortedMap<String, Long> count(Node thing, Direction direction) {
        return counts.get(new Key(thing, direction), key -> tally(tuples(thing, direction)));
    }

    private SortedMap<String, Long> tally(Iterator<Tuple<NodeId>> tuples) {
        Map<NodeId, Long> byId = new HashMap<>();
        tuples.forEachRemaining(tuple -> byId.merge(tuple.get(1), 1L, Long::sum));
        NodeTable nodes = table().getNodeTable();
        SortedMap<String, Long> byProperty = new TreeMap<>();
        byId.forEach((id, count) -> byProperty.put(nodes.getNodeForNodeId(id).getURI(), count));
        return Collections.unmodifiableSortedMap(byProperty);
    }

    private Iterator<Tuple<NodeId>> tuples(Node thing, Direction direction) {
        Iterator<Tuple<NodeId>> found = direction == Direction.OUTGOING
                ? table().findAsNodeIds(thing, Node.ANY, Node.ANY)
                : table().findAsNodeIds(Node.ANY, Node.ANY, thing);
        // TDB2 gives null where its index ends before the place.
        return found == null ? Iter.nullIterator() : found;
    }

    private NodeTupleTable table() {
        return TDBInternal.requireStorage(data).getTripleTable().getNodeTupleTable();
    }
}
