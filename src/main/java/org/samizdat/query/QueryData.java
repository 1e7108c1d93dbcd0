package org.samizdat.query;

import java.util.SortedMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;

/**
 * What queries are asked of: one release.
 *
 * @param data for reading only
 * @param settings of the Fuseki configuration for the query engine
 * @param base against which a query's relative IRIs are resolved
 * @param prefixes of the publication: graphs are written with them, and they are offered to whoever forgot one
 * @param answers what is known of them already
 * @param pages how results are shown to people
 */
public record QueryData(
        DatasetGraph data,
        Context settings,
        String base,
        SortedMap<String, String> prefixes,
        KnownAnswers answers,
        ResultPages pages) {}
