package org.samizdat.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.conformance.SuiteCase.Source;

/**
 * What a query gives: a table, a truth value, which is a table of one cell, or a graph, a table of three columns.
 *
 * @param columns the names of the columns
 * @param rows each with a cell for each column, {@link #UNBOUND} where there is none
 * @param ordered whether the order of the rows is known
 */
record Result(SortedSet<String> columns, List<List<Node>> rows, boolean ordered) {
    static final Node UNBOUND = Node.ANY;

    /** As a file of the suites has it, be it one of a result's formats, or RDF that describes a table. */
    static Result read(Source expected) {
        Lang lang = RDFLanguages.filenameToLang(expected.file().toString());
        return RDFLanguages.isTriples(lang)
                ? described(graph(bytes(expected), lang, expected.address()))
                : table(bytes(expected), lang);
    }

    /** As an endpoint gave it. */
    static Result read(byte[] body, Lang lang, URI base) {
        return RDFLanguages.isTriples(lang) ? graph(graph(body, lang, base).getGraph()) : table(body, lang);
    }

    private static byte[] bytes(Source source) {
        try {
            return Files.readAllBytes(source.file());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Model graph(byte[] bytes, Lang lang, URI base) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(lang)
                .base(base.toString())
                .parse(model);
        return model;
    }

    private static Result described(Model model) {
        if (model.contains(null, ResultSetGraphVocab.p_boolean)) {
            return truth(model.listObjectsOfProperty(ResultSetGraphVocab.p_boolean)
                    .nextNode()
                    .asLiteral()
                    .getBoolean());
        }
        return model.contains(null, RDF.type, ResultSetGraphVocab.ResultSet)
                ? table(RowSet.adapt(new RDFInput(model)), model.contains(null, ResultSetGraphVocab.index))
                : graph(model.getGraph());
    }

    private static Result table(byte[] bytes, Lang lang) {
        SPARQLResult result = ResultsReader.create().forceLang(lang).build().readAny(new ByteArrayInputStream(bytes));
        if (result.isBoolean()) {
            return truth(result.getBooleanResult());
        }
        Result table = table(RowSet.adapt(result.getResultSet()), true);
        return lang.equals(ResultSetLang.RS_CSV) ? table.withBlankNodes() : table;
    }

    private static Result table(RowSet rows, boolean ordered) {
        SortedSet<String> columns =
                rows.getResultVars().stream().map(Var::getVarName).collect(Collectors.toCollection(TreeSet::new));
        List<List<Node>> cells = new ArrayList<>();
        rows.forEachRemaining(row ->
                cells.add(columns.stream().map(column -> cell(row, column)).toList()));
        return new Result(columns, cells, ordered);
    }

    private static Node cell(Binding row, String column) {
        return Optional.ofNullable(row.get(column)).orElse(UNBOUND);
    }

    private static Result truth(boolean truth) {
        Node cell = NodeFactory.createLiteralDT(Boolean.toString(truth), XSDDatatype.XSDboolean);
        return new Result(new TreeSet<>(List.of("truth")), List.of(List.of(cell)), true);
    }

    private static Result graph(Graph graph) {
        List<List<Node>> triples = graph.find()
                .mapWith(triple -> List.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .toList();
        return new Result(new TreeSet<>(List.of("1", "2", "3")), triples, false);
    }

    /** In CSV, Jena reads all as text. */
    private Result withBlankNodes() {
        return new Result(
                columns,
                rows.stream()
                        .map(row -> row.stream().map(Result::blankNode).toList())
                        .toList(),
                ordered);
    }

    private static Node blankNode(Node cell) {
        boolean labelled = cell.isLiteral() && cell.getLiteralLexicalForm().startsWith("_:");
        return labelled ? NodeFactory.createBlankNode(cell.getLiteralLexicalForm()) : cell;
    }
}
