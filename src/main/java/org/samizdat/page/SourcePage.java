package org.samizdat.page;

import java.util.List;

/**
 * A source document by its parts, with the claims that rest on each.
 *
 * @param original where the source itself can be read
 * @param whole whether the claims of all parts are shown; if not, each part has a page of its own
 */
record SourcePage(
        Frame frame, String description, List<Link> original, Part document, boolean whole, List<Link> above) {
    /**
     * A part, in the order of the source.
     *
     * @param id the fragment of its address
     * @param page where its own page is
     */
    record Part(String id, Link link, Link page, List<Line> claims, List<Part> parts) {
        /** How many claims rest on it or on its parts. */
        int count() {
            return claims.size() + parts.stream().mapToInt(Part::count).sum();
        }

        boolean isLeaf() {
            return parts.isEmpty();
        }
    }

    /** A claim. */
    record Line(Link claim, boolean said, List<Link> tags, List<Link> holders) {}
}
