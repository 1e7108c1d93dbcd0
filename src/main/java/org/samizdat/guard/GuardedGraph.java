package org.samizdat.guard;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphWrapper;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** A graph that gives no triple once the query has been cancelled. */
final class GuardedGraph extends GraphWrapper {
    private final Cancellation cancellation;

    GuardedGraph(Graph graph, Cancellation cancellation) {
        super(graph);
        this.cancellation = cancellation;
    }

    @Override
    public ExtendedIterator<Triple> find(Triple triple) {
        return guarded(super.find(triple));
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return guarded(super.find(subject, predicate, object));
    }

    @Override
    public boolean contains(Node subject, Node predicate, Node object) {
        cancellation.check();
        return super.contains(subject, predicate, object);
    }

    private ExtendedIterator<Triple> guarded(ExtendedIterator<Triple> triples) {
        cancellation.check();
        return WrappedIterator.create(new Iterator<Triple>() {
            @Override
            public boolean hasNext() {
                cancellation.check();
                return triples.hasNext();
            }

            @Override
            public Triple next() {
                return triples.next();
            }
        });
    }
}
