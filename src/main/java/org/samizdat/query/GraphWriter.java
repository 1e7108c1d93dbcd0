package org.samizdat.query;

import java.io.OutputStream;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * Writes graphs.
 *
 * @param format one of those for graphs
 * @param prefixes namespace IRIs by prefix
 * @param cancellation of the query whose result this is
 */
record GraphWriter(ResultFormat format, Map<String, String> prefixes, Cancellation cancellation) {
    /**
     * @param triples may come more than once
     * @throws HttpProblem if the format cannot say one of them
     */
    void write(Iterator<Triple> triples, OutputStream out) {
        if (StreamRDFWriter.registered(format.lang())) {
            StreamRDF stream = StreamRDFWriter.getWriterStream(out, format.lang());
            stream.start();
            prefixes.forEach(stream::prefix);
            Set<Triple> seen = new HashSet<>();
            triples.forEachRemaining(triple -> {
                if (seen.add(triple)) {
                    stream.triple(triple);
                }
            });
            stream.finish();
        } else {
            writeWhole(triples, out);
        }
    }

    private void writeWhole(Iterator<Triple> triples, OutputStream out) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEachRemaining(graph::add);
        graph.getPrefixMapping().setNsPrefixes(prefixes);
        try {
            RDFWriter.source(graph).lang(format.lang()).output(out);
        } catch (RiotException | UnsupportedOperationException e) {
            throw inexpressible();
        } catch (JenaException e) {
            cancellation.check();
            throw inexpressible();
        }
    }

    private static HttpProblem inexpressible() {
        return HttpProblem.of(406, "Not acceptable", "The result has a term in it that this format cannot say.")
                .advising("Ask for another format, such as Turtle.");
    }
}
