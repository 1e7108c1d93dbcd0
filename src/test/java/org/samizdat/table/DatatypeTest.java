package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatatypeTest {
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private static Datatype of(Base base, String minimum, String maximum) {
        return new Datatype(base, Optional.empty(), 0, NO_LIMIT, new Range(Optional.of(minimum), Optional.of(maximum)));
    }

    /** XSD 1.1 part 2, 3.3 and 3.4; values without time zones. */
    @ParameterizedTest
    @CsvSource({
        "STRING, anything",
        "INTEGER, 1917",
        "INTEGER, -0",
        "INTEGER, +007",
        "INTEGER, 123456789012345678901234567890",
        "DECIMAL, 3.5",
        "DECIMAL, -.5",
        "DECIMAL, 3.",
        "DECIMAL, 3",
        "BOOLEAN, true",
        "BOOLEAN, 0",
        "DATE, 1956-06-28",
        "DATE, -0044-03-15",
        "G_YEAR, 1936",
        "G_YEAR, 0000",
        "G_YEAR_MONTH, 1921-03",
        "ANY_URI, https://example.org/a?b=c#d",
        "ANY_URI, urn:isbn:0451450523",
        "ANY_URI, mailto:a@example.org",
        "ANY_URI, http://example.org/%C3%A9/\u03BA",
        "EDTF, 1936/1938~",
    })
    void accepts(Base base, String value) {
        assertEquals(Optional.empty(), base.check(value));
    }

    @ParameterizedTest
    @CsvSource({
        "INTEGER, 3.0",
        "INTEGER, 1e3",
        "INTEGER, \u0663",
        "INTEGER, ''",
        "INTEGER, 0x1F",
        "DECIMAL, '3,5'",
        "DECIMAL, .",
        "DECIMAL, 1e3",
        "DECIMAL, NaN",
        "BOOLEAN, TRUE",
        "BOOLEAN, yes",
        "DATE, 1956-06-31",
        "DATE, 1956-06",
        "DATE, 1956-06-28?",
        "DATE, 1956-06-28Z",
        "G_YEAR, 36",
        "G_YEAR, 193X",
        "G_YEAR, 1936-01",
        "G_YEAR_MONTH, 1921-13",
        "G_YEAR_MONTH, 1921-23",
        "ANY_URI, javascript:alert(1)",
        "ANY_URI, people.csv",
        "ANY_URI, http:///a",
        "ANY_URI, http://example.org/a b",
        "ANY_URI, http://example.org/%zz",
        "ANY_URI, http://example.org/%4",
        "ANY_URI, http://example.org/a\"b",
        "ANY_URI, http://example.org/<b>",
        "ANY_URI, ftp://example.org/",
        "ANY_URI, http://example.org/a\u202Eb",
        "ANY_URI, 'http://example.org/\n'",
        "ANY_URI, http://",
        "ANY_URI, urn:",
        "ANY_URI, http://user:word@example.org/",
        "EDTF, 1936/1935",
    })
    void refuses(Base base, String value) {
        assertTrue(base.check(value).isPresent());
    }

    /** BCP 47 (RFC 5646, 2.1); Java's own reading is the second opinion. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "en",
                "el",
                "zh-Hant",
                "de-CH-1996",
                "sl-rozaj-biske-1994",
                "es-419",
                "x-old",
                "en-x-a-b",
                "de-u-co-phonebk",
                "zh-yue-HK",
                "EN-gb",
                "e n",
                "e",
                "english_UK",
                "en_GB",
                "en-",
                "-en",
                "",
                "en--GB",
                "abcdefghi",
                "1en",
                "de-1",
                "en-x",
                "x",
                "en-u",
                "\u03B5\u03BB",
            })
    void knowsLanguageTags(String tag) {
        assertEquals(isWellFormed(tag), Base.LANGUAGE.check(tag).isEmpty(), tag);
    }

    private static boolean isWellFormed(String tag) {
        try {
            new Locale.Builder().setLanguageTag(tag);
            return !tag.isEmpty() && !tag.contains("_");
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    @Test
    void comparesByValue() {
        assertEquals(Optional.empty(), of(Base.INTEGER, "9", "10").check("010"));
        assertEquals(
                Optional.of("\"8\" is less than the minimum 9 of this column."),
                of(Base.INTEGER, "9", "10").check("8"));
        assertEquals(
                Optional.of("\"10.01\" is more than the maximum 10 of this column."),
                of(Base.DECIMAL, "9", "10").check("10.01"));
        assertTrue(
                of(Base.DATE, "1900-01-01", "1999-12-31").check("-0044-03-15").isPresent());
        assertTrue(of(Base.G_YEAR, "-0050", "1999").check("-0051").isPresent());
        assertEquals(Optional.empty(), of(Base.G_YEAR, "-0050", "1999").check("-0049"));
    }

    /** Lengths count characters of Unicode, of which the second here takes two {@code char}. */
    @Test
    void countsCharacters() {
        Datatype two = new Datatype(Base.STRING, Optional.empty(), 2, 2, Range.ANY);
        assertEquals(Optional.empty(), two.check("a\uD83D\uDE00"));
        assertEquals(Optional.of("\"a\" is shorter than 2 characters."), two.check("a"));
        assertEquals(Optional.of("\"abc\" is longer than 2 characters."), two.check("abc"));
    }

    /** A pattern is for the whole value, and a long value cannot exhaust the stack of Java's matcher. */
    @Test
    void matchesTheWholeValue() {
        Datatype words = new Datatype(Base.STRING, Optional.of(Pattern.compile("([a-z]|-)+")), 0, NO_LIMIT, Range.ANY);
        assertEquals(Optional.empty(), words.check("a-b"));
        assertTrue(words.check("a-b ").isPresent());
        assertTrue(words.check("a-b\n").isPresent());
        assertTrue(words.check("a".repeat(1_000_000)).isPresent());
        assertTrue(Base.ANY_URI.check("http://a/" + "%20".repeat(600)).isEmpty());
        assertTrue(Base.ANY_URI.check("http://a/" + "%20".repeat(300_000)).isPresent());
        assertTrue(Base.LANGUAGE.check("en" + "-abcde".repeat(100_000)).isPresent());
    }

    @Test
    void showsLongValuesCut() {
        List<Base> withPatterns =
                Arrays.stream(Base.values()).filter(b -> b == Base.INTEGER).toList();
        withPatterns.forEach(base ->
                assertTrue(base.check("9x".repeat(500_000)).orElseThrow().length() < 200));
    }
}
