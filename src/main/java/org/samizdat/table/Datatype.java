package org.samizdat.table;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the value of a cell must look like: a {@link Base} and constraints on it. */
public final class Datatype {
    /** Any text. */
    public static final Datatype STRING = new Datatype(Base.STRING, Optional.empty(), 0, Integer.MAX_VALUE, Range.ANY);

    /** Nothing longer matches a pattern: Java's matcher runs out of stack with some patterns on some thousand characters. */
    private static final int MATCHED = 1_000;

    private final Base base;
    private final Optional<Pattern> format;
    private final int minLength;
    private final int maxLength;
    private final Range range;

    Datatype(Base base, Optional<Pattern> format, int minLength, int maxLength, Range range) {
        this.base = base;
        this.format = format;
        this.minLength = minLength;
        this.maxLength = maxLength;
        this.range = range;
    }

    public Base base() {
        return base;
    }

    /** What is wrong with a value, as a sentence; nothing if it is good. */
    public Optional<String> check(String value) {
        Optional<String> error = base.check(value);
        if (error.isPresent() || this == STRING) {
            return error;
        }
        if (format.isPresent() && !matches(format.get(), value)) {
            return Optional.of(Text.quote(value) + " does not match the pattern " + format.get()
                    + " that the schema has for this column; correct it.");
        }
        return checkLength(value).or(() -> range.check(base, value));
    }

    private static boolean matches(Pattern format, String value) {
        return value.length() <= MATCHED
                && value.indexOf('\n') < 0
                && value.indexOf('\t') < 0
                && format.matcher(value).matches();
    }

    /** Lengths are counted in Unicode characters, as in XSD. */
    private Optional<String> checkLength(String value) {
        if (minLength == 0 && value.length() <= maxLength) {
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        if (length < minLength) {
            return Optional.of(Text.quote(value) + " is shorter than " + minLength + " characters.");
        }
        if (length > maxLength) {
            return Optional.of(Text.quote(value) + " is longer than " + maxLength + " characters.");
        }
        return Optional.empty();
    }
}
