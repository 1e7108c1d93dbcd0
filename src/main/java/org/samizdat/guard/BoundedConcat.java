package org.samizdat.guard;

import java.util.List;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT whose result is not longer than a text may be: in a row of BINDs it doubles at each. */
final class BoundedConcat extends E_StrConcat {
    BoundedConcat(ExprList arguments) {
        super(arguments);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        long length = 0;
        for (NodeValue argument : arguments) {
            length += argument.asString().length();
        }
        if (length > Guard.LONGEST_TEXT) {
            throw new LimitExceededException("CONCAT makes a text of more than " + Guard.LONGEST_TEXT + " characters.");
        }
        return super.eval(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new BoundedConcat(arguments);
    }
}
