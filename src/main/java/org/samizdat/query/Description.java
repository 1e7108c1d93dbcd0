package org.samizdat.query;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.samizdat.guard.Cancellation;

/**
 * What DESCRIBE tells of things: as in stock Fuseki all triples with them as subject, in whichever graph, and those of
 * the blank nodes that they lead to. It is found while it is written.
 */
final class Description implements Iterator<Triple> {
    private final DatasetGraph data;
    private final Cancellation cancellation;
    private final Deque<Node> open;
    private final Set<Node> blank = new HashSet<>();
    private Iterator<Quad> current = Collections.emptyIterator();

    Description(DatasetGraph data, Set<Node> things, Cancellation cancellation) {
        this.data = data;
        this.cancellation = cancellation;
        this.open = new ArrayDeque<>(things);
    }

    @Override
    public boolean hasNext() {
        cancellation.check();
        while (!current.hasNext() && !open.isEmpty()) {
            Node thing = open.remove();
            current = thing.isLiteral() ? Collections.emptyIterator() : data.find(Node.ANY, thing, Node.ANY, Node.ANY);
        }
        return current.hasNext();
    }

    @Override
    public Triple next() {
        Triple triple = current.next().asTriple();
        if (triple.getObject().isBlank() && blank.add(triple.getObject())) {
            open.addFirst(triple.getObject());
        }
        return triple;
    }
}
