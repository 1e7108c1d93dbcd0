package org.samizdat.page;

import java.util.List;

/**
 * The front page.
 *
 * @param server the address under which the examples reach this publication
 * @param query an example query, and the same as it stands in an address
 * @param example path of some thing
 */
record FrontPage(
        Frame frame,
        String description,
        List<Kind> kinds,
        String server,
        String query,
        String encodedQuery,
        String example) {
    /** A class with the number of its things. */
    record Kind(Link link, long count) {}
}
