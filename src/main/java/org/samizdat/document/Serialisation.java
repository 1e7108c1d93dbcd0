package org.samizdat.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.samizdat.http.Variant;
import org.samizdat.mapping.TurtleWriter;

/** Graphs as bytes: the same graph gives the same bytes, whatever the order in which it was collected. */
public final class Serialisation {
    private Serialisation() {}

    /**
     * @param topic what the graph is about; stands first where a format is for people too
     * @param prefixes namespace IRIs by prefix; those that the graph does not use are left out
     */
    public static byte[] write(Graph graph, Node topic, Variant variant, Map<String, String> prefixes) {
        List<Triple> triples = graph.find().toList();
        List<String> lines = triples.stream().map(Serialisation::line).sorted().toList();
        return switch (variant) {
            case N_TRIPLES -> String.join("", lines).getBytes(StandardCharsets.UTF_8);
            case TURTLE -> turtle(triples, topic, prefixes);
            case JSON_LD -> write(sorted(triples, prefixes), RDFFormat.JSONLD11_PRETTY);
            case RDF_XML -> write(sorted(triples, prefixes), RDFFormat.RDFXML_PLAIN);
            case HTML -> throw new IllegalArgumentException("A page is not a serialisation of a graph.");
        };
    }

    private static byte[] turtle(List<Triple> triples, Node topic, Map<String, String> prefixes) {
        List<Triple> sorted = triples.stream()
                .sorted(Comparator.comparing(
                                (Triple triple) -> !triple.getSubject().equals(topic))
                        .thenComparing(Serialisation::line))
                .toList();
        return TurtleWriter.text(sorted, prefixes).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Triple triple) {
        return String.join(" ", nt(triple.getSubject()), nt(triple.getPredicate()), nt(triple.getObject())) + " .\n";
    }

    private static String nt(Node node) {
        return NodeFmtLib.strNT(node);
    }

    private static Graph sorted(List<Triple> triples, Map<String, String> prefixes) {
        Graph sorted = GraphFactory.createDefaultGraph();
        triples.stream().sorted(Comparator.comparing(Serialisation::line)).forEach(sorted::add);
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
        RDFWriter.source(graph).format(format).output(out);
        return out.toByteArray();
    }
}
