package org.samizdat.search;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps Lucene from recommending, at every start, an option for vectors, of which an index of words has none. */
final class LuceneLog {
    /** Held, since a logger that nobody holds forgets its level. */
    private static final Logger VECTORS =
            Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private LuceneLog() {}

    static void quiet() {
        VECTORS.setLevel(Level.SEVERE);
    }
}
