package org.samizdat.guard;

import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.apache.jena.sparql.engine.iterator.QueryIterPath;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.iterator.QueryIterSort;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Runs paths over a graph that looks at the cancellation, and sorts with a comparison that does.
 * Patterns after one that found nothing are not run: TDB2's own executor fails on them ("Peek iterator is already empty").
 */
final class GuardedExecutor extends OpExecutorTDB2 {
    private final Cancellation cancellation;

    GuardedExecutor(ExecutionContext context, Cancellation cancellation) {
        super(context);
        this.cancellation = cancellation;
    }

    @Override
    protected QueryIterator execute(OpPath path, QueryIterator input) {
        ExecutionContext guarded = ExecutionContext.copyChangeActiveGraph(
                execCxt, new GuardedGraph(execCxt.getActiveGraph(), cancellation));
        return new QueryIterPath(path.getTriplePath(), input, guarded);
    }

    @Override
    protected QueryIterator execute(OpBGP pattern, QueryIterator input) {
        return ifAny(input, rows -> super.execute(pattern, rows));
    }

    @Override
    protected QueryIterator execute(OpQuadPattern pattern, QueryIterator input) {
        return ifAny(input, rows -> super.execute(pattern, rows));
    }

    @Override
    protected QueryIterator execute(OpFilter filter, QueryIterator input) {
        return ifAny(input, rows -> super.execute(filter, rows));
    }

    private QueryIterator ifAny(QueryIterator input, UnaryOperator<QueryIterator> run) {
        QueryIterPeek rows = QueryIterPeek.create(input, execCxt);
        return rows.hasNext() ? run.apply(rows) : rows;
    }

    @Override
    protected QueryIterator execute(OpOrder order, QueryIterator input) {
        Comparator<Binding> comparator = new BindingComparator(order.getConditions(), execCxt);
        return new QueryIterSort(
                exec(order.getSubOp(), input),
                (first, second) -> {
                    cancellation.check();
                    return comparator.compare(first, second);
                },
                execCxt);
    }
}
