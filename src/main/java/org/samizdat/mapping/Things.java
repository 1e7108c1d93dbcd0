package org.samizdat.mapping;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Which things are described, that is, are the subject of an {@code rdf:type}, and which are only mentioned. Keeps 64 bits of each
 * IRI below {@code {base}id/} and nothing else: two of a million things share them with a probability of 1 in 10 million, and then
 * all that happens is that one dangling reference is overlooked. For one thread; see {@link #addAll}.
 */
final class Things implements Consumer<Triple> {
    private final String namespace;
    private final LongSet described = new LongSet();
    private final LongSet mentioned = new LongSet();
    private Node lastSubject;

    /** @param namespace that of all things */
    Things(String namespace) {
        this.namespace = namespace;
    }

    @Override
    public void accept(Triple triple) {
        Node subject = triple.getSubject();
        if (triple.getPredicate().equals(RDF.Nodes.type)) {
            if (isThing(subject)) {
                described.add(key(subject));
            }
        } else if (subject != lastSubject) {
            mention(subject);
        }
        lastSubject = subject;
        mention(triple.getObject());
    }

    private void mention(Node node) {
        if (isThing(node)) {
            long key = key(node);
            if (!described.contains(key)) {
                mentioned.add(key);
            }
        }
    }

    /** Adds what others, which saw other triples, know. */
    void addAll(Things others) {
        described.addAll(others.described);
        mentioned.addAll(others.mentioned);
    }

    /** Whether all things that are mentioned are described. */
    boolean isComplete() {
        return described.containsAll(mentioned);
    }

    /** Whether a node is a thing that nothing describes. */
    boolean isUnknown(Node node) {
        return isThing(node) && !described.contains(key(node));
    }

    boolean isThing(Node node) {
        return node.isURI() && node.getURI().startsWith(namespace);
    }

    /** The name of a thing below its namespace. */
    String slug(Node thing) {
        return thing.getURI().substring(namespace.length());
    }

    /** A 64-bit hash (FNV-1a over UTF-16 units, then mixed); 0 stands for a free place in a set. */
    private long key(Node thing) {
        String iri = thing.getURI();
        long hash = 0xcbf29ce484222325L;
        for (int i = namespace.length(); i < iri.length(); i++) {
            hash = (hash ^ iri.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    /** A set of numbers other than 0, with open addressing. */
    private static final class LongSet {
        private long[] slots = new long[1 << 8];
        private int size;

        void add(long key) {
            int slot = slot(key);
            if (slots[slot] == 0) {
                slots[slot] = key;
                if (++size * 3L > slots.length * 2L) {
                    grow();
                }
            }
        }

        boolean contains(long key) {
            return slots[slot(key)] == key;
        }

        void addAll(LongSet other) {
            Arrays.stream(other.slots).filter(key -> key != 0).forEach(this::add);
        }

        boolean containsAll(LongSet other) {
            return Arrays.stream(other.slots).filter(key -> key != 0).allMatch(this::contains);
        }

        private int slot(long key) {
            int slot = (int) key & slots.length - 1;
            while (slots[slot] != 0 && slots[slot] != key) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private void grow() {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long key : old) {
                if (key != 0) {
                    slots[slot(key)] = key;
                }
            }
        }
    }
}
