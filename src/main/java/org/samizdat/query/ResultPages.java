package org.samizdat.query;

import java.util.List;
import org.apache.jena.sparql.exec.RowSet;

/** Shows results to people who come with a browser. Called inside a read transaction. */
public interface ResultPages {
    /**
     * What a result answers.
     *
     * @param query its text
     * @param parameters those of the request, as they stand in an address, save the format
     * @param formats names of the other formats in which the same result can be had
     */
    record Asked(String query, String parameters, List<String> formats) {}

    /** The answer to ASK. */
    byte[] truth(Asked asked, boolean answer);

    /** A table, or a graph as a table of triples; no more rows are read than the page shows. */
    byte[] rows(Asked asked, RowSet rows);
}
