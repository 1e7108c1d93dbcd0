package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import org.samizdat.document.Addresses;
import org.samizdat.query.ResultPages;

/**
 * The result of a query.
 *
 * @param asked what it answers
 * @param summary what it is, in a sentence
 * @param timeline its rows in time, if they have dates
 * @param map its rows on a map, if they have coordinates
 * @param network what its rows join, if they do
 */
record ResultPage(
        Frame frame,
        ResultPages.Asked asked,
        String summary,
        List<String> columns,
        List<List<Cell>> rows,
        Optional<Timeline> timeline,
        Optional<PointMap> map,
        Optional<ResultNetwork> network) {
    /** An address that is longer than this may not get through; the query is then sent in a form. */
    private static final int LONGEST = 6_000;

    /**
     * A value in the table.
     *
     * @param link empty where the row has no value
     * @param exact the IRI, or the literal as Turtle writes it
     * @param number whether it is one
     */
    record Cell(Link link, String exact, boolean number) {
        static final Cell EMPTY = new Cell(Link.to("", ""), "", false);
    }

    /** Whether the query fits into an address. */
    boolean isShort() {
        return asked.parameters().length() <= LONGEST;
    }

    /** Where the same result can be had in a format. */
    String address(String format) {
        return Addresses.SPARQL + "?" + asked.parameters() + "&format=" + format;
    }
}
