package org.samizdat.page;

import java.util.List;
import org.samizdat.search.Hit;

/**
 * What was found.
 *
 * @param words as they were asked for
 * @param address where the page lies, without its number
 */
record SearchPage(Frame frame, String words, long total, List<Result> results, String address, int number, int pages) {
    /** A thing that was found. */
    record Result(Link link, List<Link> kinds, Hit hit) {}

    String address(int other) {
        return other == 1 ? address : address + "&page=" + other;
    }
}
