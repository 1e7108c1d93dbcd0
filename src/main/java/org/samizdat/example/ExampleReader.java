package org.samizdat.example;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.mapping.QueryFault;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * Finds the query in a file of examples: a {@code sh:SPARQLExecutable}
 * (<a href="https://www.w3.org/TR/shacl/#sparql-constraints-prefixes">SHACL, section 5.2.1</a> for its prefixes).
 */
final class ExampleReader {
    private static final Map<Node, String> REQUIRED = Map.of(
            RDFS.label.asNode(), "a title (rdfs:label)",
            RDFS.comment.asNode(), "a description (rdfs:comment)");

    private final String base;
    private final Graph declarations;
    private final Problems problems;
    /** The prefixes of examples as a prologue, by what {@code sh:prefixes} names: all examples of a folder mostly name the same. */
    private final Map<Set<Node>, String> prologues = new HashMap<>();

    /**
     * @param base the canonical base IRI of the publication
     * @param declarations the triples of all files of examples, since they share the declarations of prefixes
     */
    ExampleReader(String base, Graph declarations, Problems problems) {
        this.base = base;
        this.declarations = declarations;
        this.problems = problems;
    }

    /** The text of a query, and the triple of the file that states it. */
    private record Statement(Path file, Form form, Triple triple) {
        String text() {
            return triple.getObject().getLiteralLexicalForm();
        }
    }

    /** @return the example of a file; nothing where the file holds none, or where problems were added */
    Optional<Example> read(Path file, Graph graph) {
        List<Statement> statements = Stream.of(Form.values())
                .flatMap(form -> graph.find(Node.ANY, form.property(), Node.ANY).toList().stream()
                        .map(triple -> new Statement(file, form, triple)))
                .toList();
        if (statements.size() > 1) {
            problem(file, 0, "", "This file states " + statements.size() + " queries; give each a file of its own.");
            return Optional.empty();
        }
        return statements.stream().findFirst().flatMap(statement -> read(statement, graph));
    }

    private Optional<Example> read(Statement statement, Graph graph) {
        Node example = statement.triple().getSubject();
        if (!example.isURI() || !graph.contains(example, RDF.type.asNode(), SHACL.SPARQLExecutable)) {
            problem(statement.file(), 0, "", "Give the example an IRI, and the class sh:SPARQLExecutable.");
        }
        REQUIRED.forEach((property, name) -> {
            if (!graph.contains(example, property, Node.ANY)) {
                problem(statement.file(), 0, "", "Give the example " + name + ".");
            }
        });
        return statement.triple().getObject().isLiteral() ? parse(statement) : notText(statement);
    }

    private Optional<Example> notText(Statement statement) {
        problem(statement.file(), 0, "", "The value of " + statement.form().shortName() + " must be the query's text.");
        return Optional.empty();
    }

    private Optional<Example> parse(Statement statement) {
        QueryPlace place = QueryPlace.of(statement.file(), statement.text());
        if (statement.text().contains("<" + base)) {
            problem(
                    statement.file(),
                    place.firstWord(),
                    "",
                    "Write IRIs below " + base + " with a prefix: in full they stay as they are under another base.");
        }
        Node name = statement.triple().getSubject();
        try {
            String text = prologue(name) + statement.text();
            Query query = QueryFactory.parse(new Query(), text, base, Syntax.syntaxSPARQL_12);
            return ofItsForm(statement, new Example(name, statement.file(), place.firstWord(), query));
        } catch (QueryParseException e) {
            QueryFault fault = QueryFault.of(e);
            problem(
                    statement.file(),
                    place.line(fault.line()),
                    fault.line() > 1 ? fault.column() : "",
                    "This is not a SPARQL 1.2 query with the prefixes that sh:prefixes names: " + fault.reason());
        } catch (QueryException | ShaclParseException e) {
            problem(statement.file(), place.firstWord(), "", "This query cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** One line, so that the lines of the query keep their numbers. */
    private String prologue(Node example) {
        Set<Node> names = declarations
                .find(example, SHACL.prefixes, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
        return prologues.computeIfAbsent(
                names, any -> ShLib.prefixes(declarations, example).replace('\n', ' '));
    }

    private Optional<Example> ofItsForm(Statement statement, Example example) {
        Form form = Form.of(example.query());
        if (form != statement.form()) {
            problems.add(example.problem("State this query by " + form.shortName() + ", not by "
                    + statement.form().shortName() + "."));
            return Optional.empty();
        }
        return Optional.of(example);
    }

    private void problem(Path file, long line, String column, String message) {
        problems.add(new Problem(file.toString(), line, column, message));
    }
}
