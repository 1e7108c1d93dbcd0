package org.samizdat.release;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDBException;

/** Queries that between them go through every index and through the nodes, each answered in less than a millisecond. */
public final class Canaries {
    /** Look-ups that TDB2 answers from SPO, POS and OSP. */
    private static final List<Query> IN_DEFAULT_GRAPH = List.of(
            query("SELECT ?p ?o WHERE { ?S ?p ?o } LIMIT 5"),
            query("SELECT ?s WHERE { ?s ?P ?O } LIMIT 5"),
            query("SELECT ?s ?p WHERE { ?s ?p ?O } LIMIT 5"));

    /** Look-ups that TDB2 answers from GSPO, GPOS and GOSP, then SPOG, POSG and OSPG. */
    private static final List<Query> IN_NAMED_GRAPHS = List.of(
            query("SELECT ?p ?o WHERE { GRAPH ?G { ?S ?p ?o } } LIMIT 5"),
            query("SELECT ?s WHERE { GRAPH ?G { ?s ?P ?O } } LIMIT 5"),
            query("SELECT ?s ?p WHERE { GRAPH ?G { ?s ?p ?O } } LIMIT 5"),
            query("SELECT ?g ?p ?o WHERE { GRAPH ?g { ?S ?p ?o } } LIMIT 5"),
            query("SELECT ?g ?s WHERE { GRAPH ?g { ?s ?P ?O } } LIMIT 5"),
            query("SELECT ?g ?s ?p WHERE { GRAPH ?g { ?s ?p ?O } } LIMIT 5"));

    private Canaries() {}

    private static Query query(String text) {
        return QueryFactory.create(text);
    }

    /** Makes canaries of a sample of the store's quads: without their order, the answers are those of this very store. */
    public static List<Canary> ask(DatasetGraph store, List<Quad> sample) {
        SortedSet<String> queries = new TreeSet<>();
        for (Quad quad : sample) {
            for (Query template : quad.isDefaultGraph() ? IN_DEFAULT_GRAPH : IN_NAMED_GRAPHS) {
                queries.add(QueryTransformOps.replaceVars(template, terms(quad)).serialize());
            }
        }
        List<Canary> canaries = new ArrayList<>();
        Txn.executeRead(store, () -> queries.forEach(query -> canaries.add(new Canary(query, answer(store, query)))));
        return List.copyOf(canaries);
    }

    private static Map<Var, Node> terms(Quad quad) {
        return Map.of(
                Var.alloc("G"), quad.getGraph(),
                Var.alloc("S"), quad.getSubject(),
                Var.alloc("P"), quad.getPredicate(),
                Var.alloc("O"), quad.getObject());
    }

    /** @throws InvalidReleaseException if a query gets another answer than it got when the release was built */
    static void check(DatasetGraph store, List<Canary> canaries, Path folder) throws InvalidReleaseException {
        for (Canary canary : canaries) {
            try {
                String answer = Txn.calculateRead(store, () -> answer(store, canary.query()));
                if (!answer.equals(canary.answer())) {
                    throw new InvalidReleaseException(
                            "The store in " + folder + " answers otherwise than when it was built: "
                                    + canary.query().replaceAll("\\s+", " "));
                }
            } catch (TDBException e) {
                throw new InvalidReleaseException("The store in " + folder + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private static String answer(DatasetGraph store, String query) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExec execution = QueryExec.dataset(store).query(query).build()) {
            ResultsWriter.create().lang(ResultSetLang.RS_TSV).write(out, execution.select());
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
