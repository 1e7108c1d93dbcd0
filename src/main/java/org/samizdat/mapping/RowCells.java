package org.samizdat.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.samizdat.table.Base;
import org.samizdat.table.Column;
import org.samizdat.table.Row;

/** Puts the cells of a row, as literals, into the places of the variables that a mapping names. */
final class RowCells {
    private final List<Cell> cells = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Solution solution;
    private final int rowNumber;
    private Optional<Cell> unfolded = Optional.empty();
    private List<String> values = List.of();
    private int nextValue;

    /** A column that the mapping names: where it stands in the table, where its variable, and what its literals are like. */
    private record Cell(int column, int place, Optional<String> language, RDFDatatype datatype) {
        Node literal(String text) {
            if (language.isPresent()) {
                return NodeFactory.createLiteralLang(text, language.get());
            }
            return datatype == XSDDatatype.XSDstring ? NodeFactory.createLiteralString(text) : canonical(text);
        }

        private Node canonical(String text) {
            Node literal = NodeFactory.createLiteralDT(text, datatype);
            return datatype == XSDDatatype.XSDinteger && isPlainNumber(text) ? literal : Terms.canonical(literal);
        }
    }

    /** Whether Jena's normalisation would change nothing: a natural number without leading zeros. */
    private static boolean isPlainNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.charAt(0) != '0';
    }

    RowCells(List<Column> columns, Solution solution) {
        this.solution = solution;
        this.rowNumber = placeOf(MappingQuery.ROWNUM);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            names.add(column.name());
            int place = placeOf(column.name());
            if (place >= 0) {
                add(
                        column,
                        new Cell(
                                i,
                                place,
                                language(column),
                                datatype(column.datatype().base())));
            }
        }
    }

    private int placeOf(String name) {
        Var variable = Var.alloc(name);
        return solution.knows(variable) ? solution.place(variable) : -1;
    }

    private void add(Column column, Cell cell) {
        if (column.separator().isPresent()) {
            unfolded = Optional.of(cell);
        } else {
            cells.add(cell);
        }
    }

    private static Optional<String> language(Column column) {
        return column.datatype().base() == Base.STRING ? column.lang() : Optional.empty();
    }

    /** EDTF cells are plain strings, so that f:date makes the literal. */
    private static RDFDatatype datatype(Base base) {
        return base == Base.STRING || base == Base.EDTF
                ? XSDDatatype.XSDstring
                : TypeMapper.getInstance().getSafeTypeByName(XSDDatatype.XSD + "#" + base.xsd());
    }

    /** Fills in all cells but that of the column with several values. */
    void fill(Row row) {
        for (Cell cell : cells) {
            if (row.has(cell.column())) {
                solution.set(cell.place(), cell.literal(row.text(cell.column())));
            }
        }
        if (rowNumber >= 0) {
            solution.set(rowNumber, NodeFactory.createLiteralDT(Long.toString(row.number()), XSDDatatype.XSDinteger));
        }
    }

    /** Sets out to unfold the row; the mapping is to be run while this, then {@link #next()}, says so: at least once. */
    boolean first(Row row) {
        values = unfolded.isPresent() ? row.values(unfolded.get().column()) : List.of();
        nextValue = 0;
        return values.isEmpty() || next();
    }

    boolean next() {
        if (nextValue >= values.size()) {
            return false;
        }
        Cell cell = unfolded.orElseThrow();
        solution.set(cell.place(), cell.literal(values.get(nextValue++)));
        return true;
    }

    /** The columns from which a variable takes its value, through any number of BINDs. */
    Set<String> columnsBehind(String variable, List<Step> steps) {
        if (names.contains(variable)) {
            return Set.of(variable);
        }
        Set<String> columns = new LinkedHashSet<>();
        for (Step step : steps) {
            if (step instanceof Step.Bind bind && bind.variable().getName().equals(variable)) {
                bind.written().getVarsMentioned().forEach(var -> columns.addAll(columnsBehind(var.getName(), steps)));
            }
        }
        return columns;
    }
}
