package org.samizdat.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
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

    /** The key that is reached with the fewest changed letters, at most a quarter of them; of several the one defined first. */
    Optional<String> to(String wrong) {
        if (!found.containsKey(wrong) && found.size() >= SEARCHES) {
            return Optional.empty();
        }
        return found.computeIfAbsent(wrong, this::search);
    }

    private Optional<String> search(String wrong) {
        String folded = wrong.toLowerCase(Locale.ROOT);
        Best best = new Best(Math.max(1, wrong.length() / 4) + 1);
        keys.forEach(key -> best.offer(key, distance(folded, key.toLowerCase(Locale.ROOT), best.distance)));
        return Optional.ofNullable(best.key);
    }

    private static final class Best {
        private int distance;
        private String key;

        Best(int distance) {
            this.distance = distance;
        }

        void offer(String candidate, int itsDistance) {
            if (itsDistance < distance) {
                distance = itsDistance;
                key = candidate;
            }
        }
    }

    /** Levenshtein's distance, or {@code limit} if it is not below that. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int smallest = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
                smallest = Math.min(smallest, row[j]);
            }
            if (smallest >= limit) {
                return limit;
            }
        }
        return Math.min(limit, row[b.length()]);
    }
}
