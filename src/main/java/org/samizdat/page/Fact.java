package org.samizdat.page;

import java.util.List;

/** A property with its values, as a page shows them. */
record Fact(Link property, List<Value> values) {
    /**
     * @param marks the claims that say so
     * @param holders those who hold this view, where the source does not vouch for it
     */
    record Value(Link link, List<Mark> marks, List<Link> holders) {}

    /** A footnote mark that leads to a claim. */
    record Mark(int number, String href) {}
}
