package org.samizdat.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.expr.NodeValue;
import org.samizdat.query.ResultPages;

/** Shows results as tables, with names and links, and in whatever other way their columns allow. */
final class QueryResults implements ResultPages {
    /** Of a text; the formats for programs have all of it. */
    private static final int MOST_LETTERS = 2_000;

    private final Material material;

    QueryResults(Material material) {
        this.material = material;
    }

    @Override
    public byte[] truth(Asked asked, boolean answer) {
        return Templates.render(
                "result",
                new ResultPage(
                        frame(),
                        asked,
                        answer ? "Yes." : "No.",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Override
    public byte[] rows(Asked asked, RowSet rows) {
        Solutions solutions = Solutions.read(rows);
        Names names = material.names("");
        Map<Node, ResultPage.Cell> cells = new HashMap<>();
        List<List<ResultPage.Cell>> table = solutions.rows().stream()
                .map(row -> solutions.columns().stream()
                        .map(column -> Solutions.value(row, column)
                                .map(value -> cells.computeIfAbsent(value, any -> cell(any, names)))
                                .orElse(ResultPage.Cell.EMPTY))
                        .toList())
                .toList();
        return Templates.render(
                "result",
                new ResultPage(
                        frame(),
                        asked,
                        summary(solutions),
                        solutions.columns().stream().map(Var::getVarName).toList(),
                        table,
                        ResultTimeline.of(solutions, names),
                        ResultMap.of(solutions, names),
                        ResultNetwork.of(solutions, names)));
    }

    private Frame frame() {
        return material.frames().frame("Result", "", "", "");
    }

    private static String summary(Solutions solutions) {
        int rows = solutions.rows().size();
        String number = String.format(Locale.ROOT, "%,d", rows);
        return solutions.complete()
                ? number + (rows == 1 ? " row." : " rows.")
                : "The first " + number + " rows are shown; the files have all of them.";
    }

    private ResultPage.Cell cell(Node value, Names names) {
        if (value.isLiteral()) {
            Link link = names.link(value);
            Link text = new Link(shortened(value.getLiteralLexicalForm()), "", link.lang(), Symbol.THING);
            return new ResultPage.Cell(
                    text, shortened(turtle(value)), NodeValue.makeNode(value).isNumber());
        }
        return new ResultPage.Cell(
                value.isTripleTerm() ? Link.to(names.text(value), "") : names.link(value), turtle(value), false);
    }

    private static String turtle(Node value) {
        return value.isURI() ? value.getURI() : NodeFmtLib.strTTL(value);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS) + "…";
    }
}
