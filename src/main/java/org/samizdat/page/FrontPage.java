package org.samizdat.page;

import java.util.List;

/**
 * The front page.
 *
 * @param kinds the classes that most things are of
 * @param sources the documents that the claims rest on
 * @param server the address under which the examples reach this publication
 * @param query an example query
 * @param example path of some thing
 * @param news what came with this release
 */
record FrontPage(
        Frame frame,
        long things,
        long claims,
        List<BrowsePage.Choice> kinds,
        List<Link> sources,
        String server,
        String query,
        String example,
        News news) {
    /**
     * What the release changed.
     *
     * @param summary how much, in words; empty where there is no release before it
     * @param things some of those that are new or changed
     */
    record News(String summary, List<Link> things) {
        static final News NONE = new News("", List.of());
    }
}
