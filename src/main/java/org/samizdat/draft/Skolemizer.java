package org.samizdat.draft;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.samizdat.table.BadInputException;
import org.samizdat.table.Problem;

/**
 * Gives blank nodes names by their content, as <a href="https://www.w3.org/TR/rdf11-concepts/#section-skolemization">RDF
 * 1.1 Concepts, section 3.5</a> allows: two nodes that say the same get the same name, on any machine.
 */
final class Skolemizer {
    private final Graph graph;
    private final String prefix;
    private final String file;
    private final Map<Node, Node> names = new HashMap<>();

    /**
     * @param base what {@code .well-known/genid/} is appended to
     * @param file the file to name in problems
     */
    Skolemizer(Graph graph, String base, String file) {
        this.graph = graph;
        this.prefix = base + ".well-known/genid/";
        this.file = file;
    }

    /** The same graph with every blank node replaced; parameters and errors as of {@link #triples}. */
    static Graph named(Graph graph, String base, String file) {
        Graph named = GraphMemFactory.createDefaultGraph();
        new Skolemizer(graph, base, file).triples().forEach(named::add);
        return named;
    }

    /**
     * @return the graph's triples with every blank node replaced, in no particular order
     * @throws BadInputException where blank nodes form a cycle, and so have no content of their own
     */
    List<Triple> triples() {
        return graph.find().mapWith(this::named).toList();
    }

    private Triple named(Triple triple) {
        return Triple.create(name(triple.getSubject()), triple.getPredicate(), name(triple.getObject()));
    }

    private Node name(Node node) {
        if (!node.isBlank()) {
            return node;
        }
        if (!names.containsKey(node)) {
            names.put(node, null);
            names.put(node, NodeFactory.createURI(prefix + hash(content(node))));
        }
        Node name = names.get(node);
        if (name == null) {
            throw new BadInputException(Problem.inFile(file, "Blank nodes refer to each other in a circle; name one."));
        }
        return name;
    }

    private String content(Node blank) {
        List<String> lines = new ArrayList<>();
        graph.find(blank, Node.ANY, Node.ANY)
                .forEach(triple -> lines.add(
                        NodeFmtLib.strNT(triple.getPredicate()) + " " + NodeFmtLib.strNT(name(triple.getObject()))));
        lines.sort(null);
        return String.join("\n", lines);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
