package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryParameter;

/**
 * A query with an address of its own.
 *
 * @param address of the query, relative to the page
 * @param editor where to change the query; empty if it is too long for an address
 * @param saved empty if it is an example of the release
 * @param samples programs that ask it; of one with parameters they ask it by its address
 */
record SavedPage(
        Frame frame, KeptQuery query, String address, String editor, Optional<Origin> saved, CodeSamples samples) {
    /**
     * When it was saved.
     *
     * @param day as people write it
     * @param kept whether the release of that time can still be asked
     * @param current whether it is the one that is served
     */
    record Origin(String day, String release, boolean kept, boolean current) {}

    List<QueryParameter> parameters() {
        return query.template().parameters();
    }
}
