package org.samizdat.guard;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/** The value of an expression, as long as all values that it has had are not longer than one text may be. */
final class CountedText extends ExprFunction1 {
    private final boolean distinct;
    private final Set<NodeValue> seen = new HashSet<>();
    private long length;

    /** @param distinct whether equal values are counted once */
    CountedText(Expr expression, boolean distinct) {
        super(expression, "counted");
        this.distinct = distinct;
    }

    @Override
    public NodeValue eval(NodeValue value) {
        if (!distinct || seen.add(value)) {
            // One more for what separates them.
            length += 1 + value.asString().length();
        }
        if (length > Guard.LONGEST_TEXT) {
            throw new LimitExceededException(
                    "GROUP_CONCAT makes a text of more than " + Guard.LONGEST_TEXT + " characters.");
        }
        return value;
    }

    @Override
    public Expr copy(Expr expression) {
        return new CountedText(expression, distinct);
    }
}
