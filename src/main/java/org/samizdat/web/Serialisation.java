package org.samizdat.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;

/** Graphs as bytes: the same graph gives the same bytes, whatever the order in which it was collected. */
final class Serialisation {
    private Serialisation() {}

    /** @param prefixes namespace IRIs by prefix; those that the graph does not use are left out */
    static byte[] write(Graph graph, Variant variant, Map<String, String> prefixes) {
        List<Triple> triples = graph.find().toList();
        List<String> lines = triples.stream().map(Serialisation::line).sorted().toList();
        return switch (variant) {
            case N_TRIPLES -> String.join("", lines).getBytes(StandardCharsets.UTF_8);
            case TURTLE -> write(sorted(triples, prefixes), RDFFormat.TURTLE_PRETTY);
            case JSON_LD -> write(sorted(triples, prefixes), RDFFormat.JSONLD11_PRETTY);
            case RDF_XML -> write(sorted(triples, prefixes), RDFFormat.RDFXML_PLAIN);
            case HTML -> throw new IllegalArgumentException("A page is not a serialisation of a graph.");
        };
    }

    private static String line(Triple triple) {
        return String.join(" ", nt(triple.getSubject()), nt(triple.getPredicate()), nt(triple.getObject())) + " .\n";
    }

    private static String nt(Node node) {
        return NodeFmtLib.strNT(node);
    }

    private static Graph sorted(List<Triple> triples, Map<String, String> prefixes) {
        Graph sorted = GraphFactory.createDefaultGraph();
        triples.stream()
                .sorted((left, right) -> line(left).compareTo(line(right)))
                .forEach(sorted::add);
        prefixes.forEach((prefix, namespace) -> {
            if (triples.stream().anyMatch(triple -> uses(triple, namespace))) {
                sorted.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        return sorted;
    }

    private static boolean uses(Triple triple, String namespace) {
        return List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()).stream()
                .anyMatch(node -> node.isURI() && node.getURI().startsWith(namespace)
                        || node.isLiteral() && node.getLiteralDatatypeURI().startsWith(namespace));
    }

    private static byte[] write(Graph graph, RDFFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph)
                .format(format)
                // Older parsers do not know PREFIX without the @.
                .set(RIOT.symTurtleDirectiveStyle, "rdf10")
                .output(out);
        return out.toByteArray();
    }
}
