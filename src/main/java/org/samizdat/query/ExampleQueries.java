package org.samizdat.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
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
        return examples
                .find(Node.ANY, RDF.type.asNode(), SHACL.SPARQLExecutable)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList()
                .stream()
                .filter(example -> text(examples, example).isPresent())
                .collect(Collectors.toMap(
                        example -> example.getURI().replaceFirst(".*[#/]", ""),
                        example -> comment("title", examples, example, RDFS.label.asNode())
                                + comment("description", examples, example, RDFS.comment.asNode())
                                + ShLib.prefixes(examples, example)
                                + "\n"
                                + text(examples, example).orElseThrow().strip()
                                + "\n",
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Optional<String> text(Graph examples, Node example) {
        return TEXTS.stream()
                .flatMap(property -> literals(examples, example, property).stream())
                .findFirst();
    }

    private static String comment(String name, Graph examples, Node example, Node property) {
        return literals(examples, example, property).stream()
                .sorted()
                .findFirst()
                .map(value -> "# " + name + ": " + value.strip().replaceAll("\\s+", " ") + "\n")
                .orElse("");
    }

    private static List<String> literals(Graph examples, Node example, Node property) {
        return examples.find(example, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLexicalForm)
                .toList();
    }
}
