package org.samizdat.page;

import java.util.List;

/**
 * A list of things of one kind, page by page.
 *
 * @param number the page's number, from 1
 * @param address where the page lies, without its number
 */
record BrowsePage(Frame frame, List<FrontPage.Kind> kinds, List<Link> things, int number, int pages, String address) {
    String address(int other) {
        return other == 1 ? address : address + "&page=" + other;
    }
}
