package org.samizdat.guard;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REGEX: SPARQL 1.1 Query, section 17.4.3.14. */
final class GuardedRegex extends ExprFunctionN {
    private final Cancellation cancellation;
    private final Patterns patterns = new Patterns("REGEX");

    GuardedRegex(ExprList arguments, Cancellation cancellation) {
        super("regex", arguments);
        this.cancellation = cancellation;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        String text = patterns.text(arguments.getFirst());
        Pattern pattern = patterns.of(arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
        return NodeValue.booleanReturn(
                pattern.matcher(new GuardedText(text, cancellation)).find());
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedRegex(arguments, cancellation);
    }
}
