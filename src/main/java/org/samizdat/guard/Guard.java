package org.samizdat.guard;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.engine.main.OpExecutorFactory;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;

/** Puts guarded parts in the place of ARQ's. */
public final class Guard {
    /** Characters of a text that a query makes, and of one that it reads as a number or a date. */
    static final int LONGEST_TEXT = 1 << 20;

    static final int LONGEST_NUMBER = 10_000;

    private Guard() {}

    /** The query that is built here ends soon after it is cancelled, and makes no value that is too large. */
    public static void install(QueryExecDatasetBuilder builder, Cancellation cancellation) {
        GuardedOperators operators = new GuardedOperators();
        GuardedFunctions functions = new GuardedFunctions(cancellation);
        // Guarded before it is optimised: the optimiser evaluates what is constant.
        RewriteFactory optimizer = context -> op -> Optimize.stdOptimizationFactory
                .create(context)
                // What another endpoint is asked goes there as it is.
                .rewrite(Transformer.transformSkipService(operators, functions, op));
        OpExecutorFactory executor = context -> new GuardedExecutor(context, cancellation);
        builder.set(ARQConstants.symCancelQuery, cancellation.signal())
                .set(ARQConstants.sysOptimizerFactory, optimizer)
                .set(ARQConstants.sysOpExecutorFactory, executor)
                // Predicates that run code, and those of Java classes by name.
                .set(ARQ.propertyFunctions, false)
                .set(ARQ.enablePropertyFunctions, false);
    }
}
