package org.samizdat.guard;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REPLACE: SPARQL 1.1 Query, section 17.4.3.15. The result has the language of its first argument. */
final class GuardedReplace extends ExprFunctionN {
    private final Cancellation cancellation;
    private final Patterns patterns = new Patterns("REPLACE");

    GuardedReplace(ExprList arguments, Cancellation cancellation) {
        super("replace", arguments);
        this.cancellation = cancellation;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        String text = patterns.text(arguments.getFirst());
        String replacement = patterns.text(arguments.get(2));
        Pattern pattern = patterns.of(arguments.get(1), arguments.size() > 3 ? arguments.get(3) : null);
        String replaced = replace(pattern.matcher(new GuardedText(text, cancellation)), text, replacement);
        return replaced.equals(text)
                ? arguments.getFirst()
                : like(arguments.getFirst().asNode(), replaced);
    }

    private static String replace(Matcher matcher, String text, String replacement) {
        StringBuilder result = new StringBuilder();
        boolean found = false;
        try {
            while (matcher.find()) {
                // As ARQ has it: one match of the empty text, no more.
                if (found && matcher.start() == matcher.end()) {
                    continue;
                }
                found = true;
                matcher.appendReplacement(result, replacement);
                checkLength(result);
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE: wrong replacement", e);
        }
        if (!found) {
            return text;
        }
        matcher.appendTail(result);
        checkLength(result);
        return result.toString();
    }

    private static void checkLength(StringBuilder result) {
        if (result.length() > Guard.LONGEST_TEXT) {
            throw new LimitExceededException(
                    "REPLACE makes a text of more than " + Guard.LONGEST_TEXT + " characters.");
        }
    }

    private static NodeValue like(Node literal, String text) {
        String language = literal.getLiteralLanguage();
        return NodeValue.makeNode(
                language.isEmpty()
                        ? NodeFactory.createLiteralString(text)
                        : literal.getLiteralBaseDirection() == null
                                ? NodeFactory.createLiteralLang(text, language)
                                : NodeFactory.createLiteralDirLang(text, language, literal.getLiteralBaseDirection()));
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedReplace(arguments, cancellation);
    }
}
