package org.samizdat.query;

import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * What a client asks by the SPARQL 1.1 Protocol, section 2.1, in whichever of the three ways. Two that are equal have
 * equal answers, if they accept the same.
 *
 * @param query its text
 * @param defaultGraphs IRIs that take the place of the query's FROM
 * @param namedGraphs IRIs that take the place of the query's FROM NAMED
 * @param format the name of a format, which decides before the Accept field does
 */
record SparqlRequest(String query, List<String> defaultGraphs, List<String> namedGraphs, Optional<String> format) {
    /**
     * The query, with the dataset of the request: section 2.1.4 of the protocol.
     *
     * @throws HttpProblem if it is not a query of SPARQL 1.2
     */
    Query parse(QueryData data, Cancellation cancellation) {
        Query parsed = new QueryText(query).parse(data.base(), data.prefixes(), cancellation);
        if (!defaultGraphs.isEmpty() || !namedGraphs.isEmpty()) {
            parsed.getGraphURIs().clear();
            parsed.getNamedGraphURIs().clear();
            defaultGraphs.forEach(parsed::addGraphURI);
            namedGraphs.forEach(parsed::addNamedGraphURI);
        }
        return parsed;
    }
}
