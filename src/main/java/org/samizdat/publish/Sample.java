package org.samizdat.publish;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * A few quads at even distances from a stream whose length is not known, the same ones for the same stream: whenever there
 * are too many, every other one goes, and the distance doubles.
 */
final class Sample {
    private final int capacity;
    private final List<Quad> kept = new ArrayList<>();
    private long seen;
    private long distance = 1;

    /** @param capacity never more than this are kept, and from then on at least half as many less one */
    Sample(int capacity) {
        this.capacity = capacity;
    }

    void offer(Quad quad) {
        if (seen++ % distance != 0) {
            return;
        }
        kept.add(quad);
        if (kept.size() > capacity) {
            for (int i = kept.size() / 2 * 2 - 1; i > 0; i -= 2) {
                kept.remove(i);
            }
            distance *= 2;
        }
    }

    List<Quad> quads() {
        return List.copyOf(kept);
    }
}
