package org.samizdat.guard;

import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/** Bounds the texts that GROUP_CONCAT makes. */
final class GuardedOperators extends TransformCopy {
    @Override
    public Op transform(OpGroup group, Op sub) {
        List<ExprAggregator> aggregators = group.getAggregators().stream()
                .map(aggregator -> new ExprAggregator(aggregator.getVar(), guarded(aggregator.getAggregator())))
                .toList();
        return OpGroup.create(sub, group.getGroupVars(), aggregators);
    }

    private static Aggregator guarded(Aggregator aggregator) {
        boolean grows = aggregator instanceof AggGroupConcat || aggregator instanceof AggGroupConcatDistinct;
        return grows ? new BoundedConcatenation(aggregator) : aggregator;
    }
}
