package org.samizdat.page;

import java.util.List;
import java.util.Optional;

/**
 * A list of things, page by page.
 *
 * @param kinds all classes, with how many things they have
 * @param properties all properties that are used
 * @param letters with which the names of the selection begin
 * @param address where the page lies, without its number
 * @param from the first year of the period asked for; empty for any
 * @param number the page's number, from 1
 */
record BrowsePage(
        Frame frame,
        List<Choice> kinds,
        List<Choice> properties,
        List<Choice> letters,
        String from,
        String to,
        long total,
        List<Link> things,
        String address,
        int number,
        int pages) {
    /**
     * Something to choose.
     *
     * @param value as it stands in the address
     */
    record Choice(Link link, String value, long count, boolean chosen) {}

    String address(int other) {
        return other == 1 ? address : address + (address.contains("?") ? "&" : "?") + "page=" + other;
    }

    Optional<Choice> kind() {
        return kinds.stream().filter(Choice::chosen).findFirst();
    }
}
