package org.samizdat.query;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.example.Form;

/** The example queries of a release as texts that stand by themselves: with their prefixes, and with title and description. */
public final class ExampleQueries {
    private ExampleQueries() {}

    /**
     * Inside a read transaction.
     *
     * @param examples a graph of {@code sh:SPARQLExecutable}s
     * @return texts by the last part of the example's IRI, in order of these names
     */
    public static Map<String, String> read(Graph examples) {
        Map<String, String> queries = new TreeMap<>();
        Stream.of(Form.values())
                .forEach(form -> examples.find(Node.ANY, form.property(), Node.ANY)
                        .filterKeep(triple -> triple.getSubject().isURI()
                                && triple.getObject().isLiteral())
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
                + query(examples, statement);
    }

    /**
     * A query with the declarations of those prefixes that it has in it.
     *
     * @param statement from an example to the text of its query
     */
    public static String query(Graph examples, Triple statement) {
        String text = statement.getObject().getLiteralLexicalForm().strip() + "\n";
        return ShLib.prefixes(examples, statement.getSubject())
                        .lines()
                        .filter(line -> isNeeded(line, text))
                        .map(line -> line + "\n")
                        .sorted()
                        .collect(Collectors.joining())
                + text;
    }

    private static boolean isNeeded(String declaration, String query) {
        String prefix = declaration.replaceFirst("(?i)^\\s*PREFIX\\s+([^:]*:).*", "$1");
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(prefix))
                .matcher(query)
                .find();
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
