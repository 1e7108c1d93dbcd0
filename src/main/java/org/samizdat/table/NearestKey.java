package org.samizdat.table;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds what was probably meant by a key that does not exist. */
final class NearestKey {
    /** Each search walks over all keys: enough of them for one sitting. */
    private static final int SEARCHES = 20;

    private final KeySet keys;
    private final Map<String, Optional<String>> found = new HashMap<>();

    NearestKey(KeySet keys) {
        this.keys = keys;
    }

    /** The key that is most like the wrong one. */
    Optional<String> to(String wrong) {
        if (!found.containsKey(wrong) && found.size() >= SEARCHES) {
            return Optional.empty();
        }
        return found.computeIfAbsent(wrong, this::search);
    }

    private Optional<String> search(String wrong) {
        NearestName nearest = new NearestName(wrong);
        keys.forEach(nearest::offer);
        return nearest.best();
    }
}
