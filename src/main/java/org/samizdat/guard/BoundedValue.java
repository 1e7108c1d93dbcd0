package org.samizdat.guard;

import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * The value of an expression, if it is written with no more characters than a number may have: arithmetic, and reading a
 * number or a date, take time that grows faster than their length.
 */
final class BoundedValue extends ExprFunction1 {
    private static final int BITS = Guard.LONGEST_NUMBER * 10 / 3;

    BoundedValue(Expr expression) {
        super(expression, "bounded");
    }

    @Override
    public NodeValue eval(NodeValue value) {
        if (isLong(value)) {
            throw new LimitExceededException(
                    "A number, date or duration has more than " + Guard.LONGEST_NUMBER + " characters.");
        }
        return value;
    }

    /** Numbers are not written out for it: that would take as long as what is to be prevented. */
    private static boolean isLong(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength() > BITS;
        }
        if (value.isDecimal()) {
            return value.getDecimal().unscaledValue().bitLength() > BITS
                    || Math.abs(value.getDecimal().scale()) > Guard.LONGEST_NUMBER;
        }
        return !value.isNumber() && value.asString().length() > Guard.LONGEST_NUMBER;
    }

    @Override
    public Expr copy(Expr expression) {
        return new BoundedValue(expression);
    }
}
