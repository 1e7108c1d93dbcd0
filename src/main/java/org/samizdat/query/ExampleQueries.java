package org.samizdat.query;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.vocab.Spex;

/** The example queries of a release as texts that stand by themselves: with their prefixes, and with title and description. */
public final class ExampleQueries {
    private static final List<Node> TEXTS = List.of(SHACL.select, SHACL.ask, SHACL.construct, Spex.DESCRIBE);

    private ExampleQueries() {}

    /**
     * Inside a read transaction.
     *
     * @param examples a graph of {@code sh:SPARQLExecutable}s
     * @return texts by the last part of the example's IRI, in order of these names
     */
    public static Map<String, String> read(Graph examples) {
        Map<String, String> queries = new TreeMap<>();
        TEXTS.forEach(property -> examples.find(Node.ANY, property, Node.ANY)
                .filterKeep(triple ->
                        triple.getSubject().isURI() && triple.getObject().isLiteral())
                .forEachRemaining(triple -> queries.put(name(triple.getSubject()), text(examples, triple))));
        return queries;
    }

    private static String name(Node example) {
        return example.getURI().replaceFirst(".*[#/]", "");
    }

    private static String text(Graph examples, Triple statement) {
        Node example = statement.getSubject();
        return comment("title", examples, example, RDFS.label.asNode())
                + comment("description", examples, example, RDFS.comment.asNode())
                + ShLib.prefixes(examples, example)
                + "\n"
                + statement.getObject().getLiteralLexicalForm().strip()
                + "\n";
    }

    private static String comment(String name, Graph examples, Node example, Node property) {
        return examples
                .find(example, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .map(value -> "# " + name + ": " + value.strip().replaceAll("\\s+", " ") + "\n")
                .orElse("");
    }
}
