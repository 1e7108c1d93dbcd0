package org.samizdat.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.table.Row;

/**
 * Turns one row after the other into triples as a mapping says. For one thread; holds nothing of the rows.
 *
 * <p>The query is run as ARQ would run it, but by a walk over its steps (BIND, FILTER, pattern) that is laid out once: no row is
 * substituted, optimised or planned for. Patterns go to ARQ, and since they see little of a row (a property's name, say), what
 * they found is remembered.
 */
final class RowMapping {
    private final MappingQuery query;
    private final Solution solution;
    private final RowCells cells;
    private final List<Step> steps;
    private final RowTemplate template;

    private Row row;
    private Consumer<Triple> out;
    private Problems problems;
    private boolean failed;
    private boolean explaining;
    private int furthest;
    private Optional<Obstacle> obstacle;

    /**
     * Why a row has no solution.
     *
     * @param columns the columns that matter
     * @param message a sentence
     */
    record Obstacle(Set<String> columns, String message) {}

    /** @param reference the graph in which the patterns of the query are looked up: the ontology */
    RowMapping(MappingQuery query, Graph reference) {
        this.query = query;
        RowPlan plan = RowPlan.of(query, reference, this::fail);
        this.solution = plan.solution();
        this.steps = plan.steps();
        this.cells = new RowCells(query.columns(), solution);
        this.template = new RowTemplate(query.query().getConstructTemplate().getTriples(), solution);
    }

    /**
     * Maps a row.
     *
     * @param out takes the triples, RDF 1.2 reifiers among them; all can be published (see {@link Terms} and {@link Editions})
     * @param problems takes what failed
     * @return whether the query had a solution; if not, {@link #obstacle} says why
     */
    boolean map(Row row, Consumer<Triple> out, Problems problems) {
        this.row = row;
        this.out = out;
        this.problems = problems;
        failed = false;
        furthest = -1;
        obstacle = Optional.empty();
        solution.clear();
        cells.fill(row);
        boolean found = false;
        for (boolean more = cells.first(row); more; more = cells.next()) {
            found |= run(0);
        }
        return found;
    }

    /** Why a row that was just mapped had no solution. Maps it again, so that rows which have one need not keep books. */
    Optional<Obstacle> obstacle(Row row) {
        explaining = true;
        map(row, triple -> {}, new Problems());
        explaining = false;
        return obstacle;
    }

    /** Whether the last row had problems that were reported. */
    boolean failed() {
        return failed;
    }

    MappingQuery query() {
        return query;
    }

    private boolean run(int index) {
        if (index == steps.size()) {
            return emit();
        }
        return switch (steps.get(index)) {
            case Step.Bind bind -> bind(bind) && run(index + 1);
            case Step.Keep keep ->
                keep.expression().isSatisfied(solution, keep.context()) ? run(index + 1) : stop(index, keep);
            case Step.Match match -> match(match, index);
        };
    }

    /** Binds a variable, or leaves it unbound: that ends nothing. */
    private boolean bind(Step.Bind bind) {
        solution.set(bind.place(), null);
        if (!bind.canEvaluate(solution)) {
            return true;
        }
        try {
            solution.set(
                    bind.place(),
                    bind.expression().eval(solution, bind.context()).asNode());
        } catch (VariableNotBoundException e) {
            return true;
        } catch (RuntimeException e) {
            fail(bind.variable(), bind.written(), e);
        }
        return true;
    }

    private boolean match(Step.Match match, int index) {
        boolean found = false;
        Node[] before = match.save(solution);
        List<Node[]> extensions = match.extensions(solution, () -> failed);
        for (Node[] extension : extensions) {
            match.restore(solution, extension);
            found |= run(index + 1);
        }
        match.restore(solution, before);
        return extensions.isEmpty() ? stop(index, match) : found;
    }

    private boolean stop(int index, Step step) {
        if (explaining && index > furthest) {
            furthest = index;
            obstacle = Optional.of(step.obstacle(solution));
        }
        return false;
    }

    private boolean emit() {
        template.emit(out, this::dropped);
        return true;
    }

    private void dropped(Triple triple, Set<String> variables) {
        Set<String> columns = new LinkedHashSet<>();
        variables.forEach(name -> columns.addAll(cells.columnsBehind(name, steps)));
        String why = Editions.terms(triple).anyMatch(Node::isBlank)
                ? "a triple with a blank node, which keeps no name"
                : "a triple that RDF 1.1 does not allow";
        report(columns, "The template makes " + why + ": " + shown(triple) + ".");
    }

    private static String shown(Triple triple) {
        return Editions.terms(triple)
                .map(node -> node.isURI() ? "<" + node.getURI() + ">" : node.isBlank() ? "[]" : node.toString())
                .collect(Collectors.joining(" "));
    }

    private void fail(Var variable, Expr written, RuntimeException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        List<String> columns = new ArrayList<>();
        written.getVarsMentioned().forEach(var -> columns.addAll(cells.columnsBehind(var.getName(), steps)));
        report(new LinkedHashSet<>(columns), "?" + variable.getName() + " got no value: " + endWithStop(reason));
    }

    private static String endWithStop(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private void report(Set<String> columns, String message) {
        failed = true;
        problems.add(Problem.inCell(
                row.file(),
                row.number(),
                String.join(", ", columns),
                query.file().getFileName() + ": " + message));
    }
}
