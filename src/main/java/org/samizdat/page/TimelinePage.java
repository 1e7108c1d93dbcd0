package org.samizdat.page;

import java.util.List;
import java.util.Optional;

/**
 * All that has a date.
 *
 * @param kinds by which it can be filtered, of the subjects of claims
 * @param parts by which it can be filtered, of sources
 * @param total how many claims with a date there are, shown or not
 * @param complete whether all claims were looked through
 * @param json where the data can be had
 * @param csv the same as a table
 */
record TimelinePage(
        Frame frame,
        List<BrowsePage.Choice> kinds,
        List<BrowsePage.Choice> parts,
        String from,
        String to,
        int total,
        boolean complete,
        Optional<Timeline> timeline,
        String json,
        String csv) {}
