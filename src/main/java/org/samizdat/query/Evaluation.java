package org.samizdat.query;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.system.Txn;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Guard;
import org.samizdat.http.HttpProblem;

/** Runs one query and writes its result. */
final class Evaluation {
    private final QueryData data;
    private final Query query;
    private final ResultFormat format;
    private final Services services;
    private final Cancellation cancellation;

    Evaluation(QueryData data, Query query, ResultFormat format, Services services, Cancellation cancellation) {
        this.data = data;
        this.query = query;
        this.format = format;
        this.services = services;
        this.cancellation = cancellation;
    }

    /**
     * @throws HttpProblem if the format cannot say what the result is
     * @throws org.apache.jena.query.QueryCancelledException if the query is cancelled meanwhile, or makes a value that is
     *     too large
     */
    void write(OutputStream out) {
        OutputStream checked = format.isXml() ? new XmlOutput(out) : out;
        Txn.executeRead(data.data(), () -> {
            if (query.isDescribeType()) {
                writeGraph(new Description(dataset(), things(), cancellation), checked);
            } else {
                answer(checked);
            }
        });
    }

    private void answer(OutputStream out) {
        try (QueryExec execution = execution(query)) {
            if (query.isAskType()) {
                tableWriter().write(out, execution.ask(), new Context());
            } else if (query.isSelectType()) {
                RowSet rows = execution.select();
                tableWriter().write(out, format == ResultFormat.CSV ? CsvTerms.asTexts(rows) : rows, new Context());
            } else {
                writeGraph(execution.constructTriples(), out);
            }
        }
    }

    private QueryExec execution(Query asked) {
        QueryExecDatasetBuilder builder =
                QueryExecDatasetBuilder.create().dataset(data.data()).query(asked);
        for (Symbol key : data.settings().keys()) {
            builder.set(key, data.settings().get(key));
        }
        Guard.install(builder, cancellation);
        services.install(builder, cancellation);
        return builder.build();
    }

    /** What FROM and FROM NAMED make of the data. */
    private DatasetGraph dataset() {
        return DynamicDatasets.dynamicDataset(query.getDatasetDescription(), data.data(), false);
    }

    /** What a DESCRIBE query names, and what its pattern finds. */
    private Set<Node> things() {
        Set<Node> things = new LinkedHashSet<>(query.getResultURIs());
        boolean asks = query.getQueryPattern() != null
                && (query.isQueryResultStar() || !query.getProjectVars().isEmpty());
        if (asks) {
            Query select = query.cloneQuery();
            select.setQuerySelectType();
            try (QueryExec execution = execution(select)) {
                execution.select().forEachRemaining(row -> row.forEach((variable, node) -> things.add(node)));
            }
        }
        return things;
    }

    private RowSetWriter tableWriter() {
        return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    private void writeGraph(Iterator<Triple> triples, OutputStream out) {
        new GraphWriter(format, data.prefixes(), cancellation).write(triples, out);
    }
}
