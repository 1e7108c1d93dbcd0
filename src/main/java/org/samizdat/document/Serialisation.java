package org.samizdat.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.samizdat.http.Variant;
import org.samizdat.mapping.TurtleWriter;

/** Documents as bytes: the same content gives the same bytes, whatever the order in which it was collected. */
public final class Serialisation {
    private final Map<String, String> prefixes;
    private final JsonContext context;

    /**
     * @param prefixes namespace IRIs by prefix; those that a document does not use are left out
     * @param context the context of JSON-LD, with the same prefixes
     */
    public Serialisation(Map<String, String> prefixes, JsonContext context) {
        this.prefixes = Map.copyOf(prefixes);
        this.context = context;
    }

    /**
     * @param variant a format for RDF
     * @param root relative path from the document to the root
     */
    public byte[] write(Content content, Variant variant, String root) {
        return switch (variant) {
            case N_TRIPLES, N_TRIPLES_12 -> bytes(lines(edition(content, variant)));
            case N_QUADS, N_QUADS_12 -> nQuads(edition(content, variant), content);
            case TURTLE, TURTLE_12 -> turtle(edition(content, variant), content, false);
            case TRIG, TRIG_12, NANOPUBLICATION -> turtle(edition(content, variant), content, true);
            case JSON_LD -> JsonDocument.write(content, context, root);
            case RDF_XML -> rdfXml(content.graph());
            case HTML -> throw new IllegalArgumentException("A page is not a serialisation of a graph.");
        };
    }

    private static Graph edition(Content content, Variant variant) {
        return variant.isRdf12() ? Reification.rdf12(content.graph()) : content.graph();
    }

    private static StringBuilder lines(Graph graph) {
        StringBuilder text = new StringBuilder();
        Line.sorted(graph.find().toList())
                .forEach(line -> text.append(line.text()).append(" .\n"));
        return text;
    }

    private static byte[] nQuads(Graph graph, Content content) {
        StringBuilder text = lines(graph);
        content.named()
                .forEach((name, triples) -> Line.sorted(triples)
                        .forEach(line -> text.append(line.text())
                                .append(" <")
                                .append(name)
                                .append("> .\n")));
        return bytes(text);
    }

    private byte[] turtle(Graph graph, Content content, boolean withGraphs) {
        StringBuilder body = new StringBuilder();
        TurtleWriter turtle = new TurtleWriter(body, prefixes);
        Line.sorted(graph.find().toList())
                .map(Line::triple)
                .sorted(Comparator.comparing(triple -> !triple.getSubject().equals(content.topic())))
                .forEach(turtle);
        turtle.finish();
        if (withGraphs) {
            content.named()
                    .forEach((name, triples) -> turtle.graph(
                            NodeFactory.createURI(name),
                            Line.sorted(triples).map(Line::triple).toList()));
        }
        return bytes(new StringBuilder(turtle.declarations()).append(body));
    }

    private byte[] rdfXml(Graph graph) {
        Graph sorted = GraphFactory.createDefaultGraph();
        List<Triple> triples =
                Line.sorted(graph.find().toList()).map(Line::triple).toList();
        triples.forEach(sorted::add);
        prefixes.forEach((prefix, namespace) -> {
            if (triples.stream().anyMatch(triple -> uses(triple, namespace))) {
                sorted.getPrefixMapping().setNsPrefix(prefix, namespace);
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(sorted).format(RDFFormat.RDFXML_PLAIN).output(out);
        return out.toByteArray();
    }

    private static boolean uses(Triple triple, String namespace) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .anyMatch(node -> node.isURI() && node.getURI().startsWith(namespace)
                        || node.isLiteral() && node.getLiteralDatatypeURI().startsWith(namespace));
    }

    private static byte[] bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
