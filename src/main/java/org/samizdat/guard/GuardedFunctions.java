package org.samizdat.guard;

import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.E_TripleFn;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;

/** Puts guarded functions in the place of those that can run, or let a value grow, without end. */
final class GuardedFunctions extends ExprTransformCopy {
    private final Cancellation cancellation;

    GuardedFunctions(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        if (function instanceof E_Regex) {
            return new GuardedRegex(arguments, cancellation);
        }
        if (function instanceof E_StrReplace) {
            return new GuardedReplace(arguments, cancellation);
        }
        if (function instanceof E_StrConcat) {
            return new BoundedConcat(arguments);
        }
        if (function instanceof E_Function) {
            return super.transform(function, bounded(arguments));
        }
        return super.transform(function, arguments);
    }

    /** The functions named by an IRI are casts: what they read must not be too long. */
    private static ExprList bounded(ExprList arguments) {
        ExprList bounded = new ExprList();
        arguments.forEach(argument -> bounded.add(new BoundedValue(argument)));
        return bounded;
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr first, Expr second) {
        if (function instanceof E_Multiply) {
            return new BoundedValue(super.transform(function, first, second));
        }
        if (function instanceof E_Add || function instanceof E_Subtract) {
            return super.transform(function, new Addend(first), new Addend(second));
        }
        return super.transform(function, first, second);
    }

    @Override
    public Expr transform(ExprFunction3 function, Expr first, Expr second, Expr third) {
        Expr checked = function instanceof E_TripleFn ? new TripleSubject(first) : first;
        return super.transform(function, checked, second, third);
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        boolean grows = function instanceof E_StrEncodeForURI;
        return grows
                ? new BoundedConcat(new ExprList(super.transform(function, argument)))
                : super.transform(function, argument);
    }
}
