package org.samizdat.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The datatypes that a cell may have: those of CSVW (Metadata Vocabulary for Tabular Data, 5.11.1) that tables of facts need,
 * and {@link #EDTF}. Lexical forms are those of XSD 1.1, dates without time zones.
 */
public enum Base {
    STRING("string", value -> true, ""),
    INTEGER("integer", matching("[+-]?[0-9]+"), "an integer; write only digits, such as 1917"),
    DECIMAL(
            "decimal",
            matching("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)"),
            "a decimal number; write digits and a full stop, such as 3.5"),
    BOOLEAN("boolean", matching("true|false|1|0"), "a boolean; write true or false"),
    DATE("date", Optional.of("date"), "a day; write year, month and day, such as 1956-06-28"),
    G_YEAR("gYear", Optional.of("gYear"), "a year; write four digits, such as 1936"),
    G_YEAR_MONTH("gYearMonth", Optional.of("gYearMonth"), "a month; write year and month, such as 1921-03"),
    ANY_URI("anyURI", Base::checkIri),
    LANGUAGE(
            "language",
            matching("[a-z]{2}").or(matching("(?=.{2,100}$)" + languageTag())),
            "a language tag (BCP 47); write one such as en, el or zh-Hant"),
    EDTF("edtf", Optional.empty(), "");

    private final String xsd;
    private final Function<String, Optional<String>> check;

    /** @param check what is wrong with a value, as a sentence */
    Base(String xsd, Function<String, Optional<String>> check) {
        this.xsd = xsd;
        this.check = check;
    }

    Base(String xsd, Predicate<String> good, String what) {
        this(
                xsd,
                value ->
                        good.test(value) ? Optional.empty() : Optional.of(Text.quote(value) + " is not " + what + "."));
    }

    /** A kind of date. */
    Base(String xsd, Optional<String> exact, String what) {
        this(xsd, value -> checkDate(value, exact, what));
    }

    /** The local name of the XSD datatype; {@code edtf} for dates with doubt. */
    public String xsd() {
        return xsd;
    }

    /** What is wrong with a value, as a sentence; nothing if it is good. */
    public Optional<String> check(String value) {
        return check.apply(value);
    }

    /** Whether a format is a regular expression (CSVW 6.4.7 and string types; not numbers, booleans, dates). */
    boolean hasPatterns() {
        return this == STRING || this == ANY_URI || this == LANGUAGE || this == EDTF;
    }

    /** Whether values have an order, and so may have a minimum and a maximum. */
    boolean isOrdered() {
        return this == INTEGER || this == DECIMAL || this == DATE || this == G_YEAR || this == G_YEAR_MONTH;
    }

    /** Compares two values of an ordered datatype. */
    int compare(String a, String b) {
        return this == INTEGER || this == DECIMAL
                ? new BigDecimal(a).compareTo(new BigDecimal(b))
                : start(a).compareTo(start(b));
    }

    private static LocalDate start(String date) {
        return Edtf.parse(date).earliestStart().orElseThrow();
    }

    private static Optional<String> checkDate(String value, Optional<String> exact, String what) {
        Optional<String> error = Edtf.error(value);
        if (error.isPresent() || exact.isEmpty()) {
            return error;
        }
        return Edtf.parse(value).exact().equals(exact)
                ? Optional.empty()
                : Optional.of(Text.quote(value) + " is not " + what + ".");
    }

    private static Optional<String> checkIri(String value) {
        return Iris.fault(value)
                .map(why -> Text.quote(value) + " " + why + "; write an IRI such as https://example.org/a.");
    }

    private static Predicate<String> matching(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }

    /** RFC 5646, 2.1: {@code langtag} and {@code privateuse}, well-formed. */
    private static String languageTag() {
        String language = "[a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8}";
        String region = "(-([a-z]{2}|[0-9]{3}))?";
        String variants = "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*";
        String extensions = "(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*";
        String privateUse = "x(-[a-z0-9]{1,8})+";
        return "(?i:(" + language + ")(-[a-z]{4})?" + region + variants + extensions + "(-" + privateUse + ")?|"
                + privateUse + ")";
    }
}
