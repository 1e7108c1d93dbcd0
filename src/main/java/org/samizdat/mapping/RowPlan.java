package org.samizdat.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.ExprUtils;

/** Lays the pattern of a mapping out as steps, in the order in which it is written; a FILTER goes as early as it can. */
final class RowPlan {
    private final MappingQuery query;
    private final Expressions.Failure failure;
    private final ExecutionContext context;
    private final Solution solution;
    private final Expressions expressions;
    private final List<Step> steps = new ArrayList<>();
    private final List<Set<Var>> boundBefore = new ArrayList<>();
    private final Set<Var> bound = new LinkedHashSet<>();

    private RowPlan(MappingQuery query, Graph reference, Expressions.Failure failure) {
        this.query = query;
        this.failure = failure;
        this.context = context(reference);
        Op op = Algebra.compile(query.query());
        this.solution = new Solution(List.copyOf(variables(op)));
        this.expressions = new Expressions(solution);
        query.columns().forEach(column -> bound.add(Var.alloc(column.name())));
        bound.add(Var.alloc(MappingQuery.ROWNUM));
        add(op);
    }

    /** @param failure takes the BINDs that fail inside a pattern */
    static RowPlan of(MappingQuery query, Graph reference, Expressions.Failure failure) {
        return new RowPlan(query, reference, failure);
    }

    Solution solution() {
        return solution;
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    private static ExecutionContext context(Graph reference) {
        Context context = ARQ.getContext().copy();
        context.setFalse(ARQ.httpServiceAllowed);
        context.setFalse(ARQ.enablePropertyFunctions);
        Functions.register(context);
        return ExecutionContext.createForGraph(reference, context);
    }

    private Set<Var> variables(Op op) {
        Set<Var> variables = new LinkedHashSet<>();
        MappingVariables mentioned = MappingVariables.of(op);
        variables.addAll(mentioned.used());
        variables.addAll(mentioned.bound());
        query.query()
                .getConstructTemplate()
                .getTriples()
                .forEach(triple -> MappingVariables.collect(triple, variables));
        return variables;
    }

    private void add(Op op) {
        switch (op) {
            case OpExtend extend -> {
                add(extend.getSubOp());
                extend.getVarExprList().forEachVarExpr(this::bind);
            }
            case OpFilter filter -> {
                add(filter.getSubOp());
                filter.getExprs().forEach(this::keep);
            }
            case OpJoin join -> {
                add(join.getLeft());
                match(join.getRight());
            }
            case OpLeftJoin optional -> {
                add(optional.getLeft());
                match(OpLeftJoin.create(OpTable.unit(), optional.getRight(), optional.getExprs()));
            }
            default -> {
                if (!(op instanceof OpTable table && table.isJoinIdentity())) {
                    match(op);
                }
            }
        }
    }

    private void append(Step step, Collection<Var> binds) {
        boundBefore.add(Set.copyOf(bound));
        steps.add(step);
        bound.addAll(binds);
    }

    private void bind(Var variable, Expr written) {
        if (hasPattern(written)) {
            // EXISTS looks into the ontology; what it finds is worth remembering like that of any pattern.
            match(OpExtend.create(OpTable.unit(), variable, written));
            return;
        }
        Expr expression = expressions.checked(written);
        int[] required = Expressions.required(written).stream()
                .filter(solution::knows)
                .mapToInt(solution::place)
                .toArray();
        append(
                new Step.Bind(variable, solution.place(variable), expression, written, required, context),
                Set.of(variable));
    }

    /** Puts a FILTER before the first step that it does not need, so that no BIND is tried on a row that is not meant. */
    private void keep(Expr written) {
        Set<Var> variables = written.getVarsMentioned();
        int index = steps.size();
        while (index > 0 && !hasPattern(written) && boundBefore.get(index - 1).containsAll(variables)) {
            index--;
        }
        boundBefore.add(index, index == steps.size() ? Set.copyOf(bound) : boundBefore.get(index));
        steps.add(
                index,
                new Step.Keep(
                        expressions.prepare(written), text(written), variables, columnsBehind(variables), context));
    }

    private static boolean hasPattern(Expr expression) {
        return expression instanceof ExprFunctionOp
                || expression.isFunction()
                        && expression.getFunction().getArgs().stream().anyMatch(RowPlan::hasPattern);
    }

    private void match(Op op) {
        List<Var> mentioned = List.copyOf(variablesOf(op));
        List<Var> seen = mentioned.stream().filter(bound::contains).toList();
        List<Var> after =
                OpVars.visibleVars(op).stream().filter(solution::knows).toList();
        append(
                new Step.Match(expressions.prepare(op, failure), seen, after, columnsBehind(seen), solution, context),
                after);
    }

    private static Set<Var> variablesOf(Op op) {
        MappingVariables variables = MappingVariables.of(op);
        Set<Var> all = new LinkedHashSet<>(variables.bound());
        all.addAll(variables.used());
        return all;
    }

    private Set<String> columnsBehind(Collection<Var> variables) {
        RowCells cells = new RowCells(query.columns(), solution);
        Set<String> columns = new LinkedHashSet<>();
        variables.forEach(variable -> columns.addAll(cells.columnsBehind(variable.getName(), steps)));
        return columns;
    }

    private String text(Expr expression) {
        IndentedLineBuffer text = new IndentedLineBuffer();
        ExprUtils.fmtSPARQL(text, expression, new SerializationContext(query.query()));
        return text.toString().strip();
    }
}
