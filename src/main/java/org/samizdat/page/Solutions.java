package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * The rows of a result that a page shows.
 *
 * @param complete whether these are all
 */
record Solutions(List<Var> columns, List<Binding> rows, boolean complete) {
    private static final int ROWS = 1_000;
    private static final int CELLS = 10_000;

    /** Reads as many rows as a browser shows well. */
    static Solutions read(RowSet rows) {
        List<Var> columns = rows.getResultVars();
        int most = Math.clamp(CELLS / Math.max(1, columns.size()), 1, ROWS);
        List<Binding> shown = new ArrayList<>();
        while (shown.size() < most && rows.hasNext()) {
            shown.add(rows.next());
        }
        return new Solutions(columns, shown, !rows.hasNext());
    }

    /** What stands in a row, if anything does. */
    static Optional<Node> value(Binding row, Var column) {
        return Optional.ofNullable(row.get(column));
    }

    /** The columns whose values are all of a kind, from the left. */
    List<Var> columns(Predicate<Node> kind) {
        return columns.stream().filter(column -> isOf(kind, column)).toList();
    }

    private boolean isOf(Predicate<Node> kind, Var column) {
        List<Node> values =
                rows.stream().flatMap(row -> value(row, column).stream()).toList();
        return !values.isEmpty() && values.stream().allMatch(kind);
    }

    /** What stands in a row in the columns between two others. */
    Stream<Node> between(Binding row, Var left, Var right) {
        return columns.subList(columns.indexOf(left) + 1, columns.indexOf(right)).stream()
                .flatMap(column -> value(row, column).stream());
    }

    /**
     * What to call a row: its first thing, or else its first value.
     *
     * @param without columns that do not count
     */
    Link title(Binding row, List<Var> without, Names names) {
        List<Node> values = columns.stream()
                .filter(column -> !without.contains(column))
                .flatMap(column -> value(row, column).stream())
                .toList();
        return Stream.concat(values.stream().filter(names::isThing), values.stream())
                .findFirst()
                .map(names::link)
                .orElse(Link.to("", ""));
    }
}
