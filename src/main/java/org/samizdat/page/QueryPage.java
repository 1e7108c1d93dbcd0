package org.samizdat.page;

import java.util.List;
import java.util.Map;

/**
 * The editor of queries.
 *
 * @param query the text that it begins with
 * @param tags of the examples, with how many have each
 */
record QueryPage(Frame frame, String query, List<Example> examples, Map<String, Long> tags) {
    /**
     * A query that shows what can be asked.
     *
     * @param title leads to this page with the query in it
     */
    record Example(Link title, Link description, List<String> tags) {}
}
