package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.samizdat.web.ServerFixture;

/** Another version of Jena may have another field: then this fails, and the class and its decision are to be looked at. */
class ValueCacheTest {
    private static final List<String> QUERIES = List.of(
            "SELECT (COUNT(DISTINCT ?s) AS ?n) ?p { ?s ?p ?o } GROUP BY ?p ORDER BY ?n ?p",
            "SELECT ?s ?o { ?s ?p ?o FILTER(LANG(?o) = 'en' || ISNUMERIC(?o) && ?o > 1) } ORDER BY ?s ?p ?o",
            "SELECT (STR(?o) AS ?x) { ?s ?p ?o FILTER(CONTAINS(LCASE(STR(?o)), 'a')) } ORDER BY ?x",
            "SELECT (MIN(?o) AS ?least) (MAX(?o) AS ?most) (SAMPLE(1 + 1) AS ?two) { ?s ?p ?o }");

    @Test
    void answersAreTheSameWithoutIt() {
        Node term = NodeFactory.createLiteralLang("a term of this test", "en");
        NodeValue.makeNode(term);
        DatasetGraph data = RDFDataMgr.loadDatasetGraph(
                ServerFixture.class.getResource("sample.trig").toString());
        List<String> before = QUERIES.stream().map(query -> answer(data, query)).toList();
        ValueCache.switchOff();
        assertNotSame(NodeValue.makeNode(term), NodeValue.makeNode(term), "the cache is off");
        assertEquals(NodeValue.makeNode(term), NodeValue.makeNode(term));
        assertEquals(before, QUERIES.stream().map(query -> answer(data, query)).toList());
        assertTrue(before.get(2).lines().count() > 5, before.get(2));
    }

    private static String answer(DatasetGraph data, String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExec execution = QueryExec.dataset(data).query(query).build()) {
            RowSetWriterRegistry.getFactory(ResultSetLang.RS_JSON)
                    .create(ResultSetLang.RS_JSON)
                    .write(out, execution.select(), new Context());
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
