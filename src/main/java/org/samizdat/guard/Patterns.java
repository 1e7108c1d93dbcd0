package org.samizdat.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/** Regular expressions, compiled as ARQ does. The last one is kept: in most queries it is the same for all rows. */
final class Patterns {
    /** Repetitions such as {@code {2,5}}: nested ones multiply, and run without reading a character where they are empty. */
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private static final long MOST_REPETITIONS = 10_000_000;
    private static final int LONGEST = 10_000;

    private final String function;
    private String lastText = "";
    private String lastFlags = "";
    private Pattern last = Pattern.compile("");

    /** @param function its name, for messages */
    Patterns(String function) {
        this.function = function;
    }

    /**
     * @throws LimitExceededException if it is too long, or repeats too often
     * @throws org.apache.jena.sparql.expr.ExprEvalException if it is no regular expression
     */
    Pattern of(NodeValue pattern, NodeValue flags) {
        String text = text(pattern);
        String letters = flags == null ? "" : text(flags);
        if (!text.equals(lastText) || !letters.equals(lastFlags)) {
            check(text);
            last = RegexEngine.makePattern(function, text, letters);
            lastText = text;
            lastFlags = letters;
        }
        return last;
    }

    String text(NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private void check(String text) {
        if (text.length() > LONGEST) {
            throw new LimitExceededException(
                    "The regular expression of " + function + " has more than " + LONGEST + " characters.");
        }
        double repetitions = 1;
        Matcher matcher = REPETITION.matcher(text);
        while (matcher.find()) {
            String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            repetitions *= Math.max(1, Double.parseDouble(most));
        }
        if (repetitions > MOST_REPETITIONS) {
            throw new LimitExceededException("The regular expression of " + function + " repeats something more than "
                    + MOST_REPETITIONS + " times.");
        }
    }
}
