package org.samizdat.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * What one rule found.
 *
 * @param cases at least one
 */
public record Finding(Rule rule, List<Case> cases) {
    /**
     * One thing to look at, or several that belong together.
     *
     * @param items at least one
     * @param detail what {@link Rule#detail} says it is; may be empty
     */
    public record Case(List<Item> items, String detail) {}

    /**
     * @param name what a person calls the node
     * @param place where it comes from, if that is known
     */
    public record Item(Node node, String name, Optional<Place> place) {
        /** An item whose place is still to be looked up. */
        static Item of(Node node, String name) {
            return new Item(node, name, Optional.empty());
        }
    }

    /**
     * @param file the file's name in the publication
     * @param row its row or line; 0 for the file as a whole
     */
    public record Place(String file, long row) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::file).thenComparingLong(Place::row);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        /** {@code tables/claims.csv:12} */
        @Override
        public String toString() {
            return row > 0 ? file + ":" + row : file;
        }
    }
}
