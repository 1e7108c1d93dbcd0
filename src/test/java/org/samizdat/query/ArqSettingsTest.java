package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.junit.jupiter.api.Test;

class ArqSettingsTest {
    /** Port 9 of this machine discards what it gets: were the call made, it would fail in another way. */
    @Test
    void noQueryOfThisProcessCallsAnotherHost() {
        ArqSettings.apply();
        try (QueryExec query = QueryExec.dataset(DatasetGraphFactory.createTxnMem())
                .query("SELECT * { SERVICE <http://localhost:9/sparql> { ?s ?p ?o } }")
                .build()) {
            QueryException refused = assertThrows(QueryException.class, () -> RowSetOps.consume(query.select()));
            assertTrue(refused.getMessage().contains("SERVICE execution disabled"), refused.getMessage());
        }
    }
}
