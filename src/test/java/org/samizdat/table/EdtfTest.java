package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/dates.md} says what dates mean: its own tables are the expectation here, beside cases it has no row for. */
class EdtfTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** The rows of the tables below a heading of the page, each a list of cells; header rows have no code in them. */
    private static Stream<List<String>> rows(String heading) throws IOException {
        String page = Files.readString(Path.of("docs/dates.md"));
        String section = page.substring(page.indexOf("## " + heading) + 3);
        int end = section.indexOf("\n## ");
        return (end < 0 ? section : section.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("|") && line.contains("`"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
    }

    static Stream<List<String>> bounds() throws IOException {
        return rows("The four bounds");
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void hasTheFourBoundsOfThePage(List<String> row) {
        assertEquals(row.subList(1, 5), bounds(codes(row.getFirst()).getFirst()));
    }

    private static List<String> bounds(String text) {
        Edtf date = Edtf.parse(text);
        return Stream.of(date.earliestStart(), date.latestStart(), date.earliestEnd(), date.latestEnd())
                .map(bound -> bound.map(LocalDate::toString).orElse(""))
                .toList();
    }

    static Stream<List<String>> days() throws IOException {
        return rows("What a date means in days")
                .filter(row -> row.size() == 3 && row.get(1).matches("-?\\d{4}-.*"));
    }

    /** The first table; the rows that say {@code as …} are tested below. */
    @ParameterizedTest
    @MethodSource("days")
    void beginsAndEndsAsThePageSays(List<String> row) {
        for (String text : codes(row.getFirst())) {
            assertEquals(row.subList(1, 3), ends(text), text);
        }
    }

    static Stream<List<String>> widened() throws IOException {
        return rows("What a date means in days").filter(row -> row.size() == 5);
    }

    @ParameterizedTest
    @MethodSource("widened")
    void widensAsThePageSays(List<String> row) {
        String text = codes(row.get(2)).getFirst();
        assertEquals(row.subList(3, 5), ends(text), text);
        assertEquals(ends(text), ends(text.replace('~', '%')));
    }

    private static List<String> ends(String text) {
        Edtf date = Edtf.parse(text);
        return Stream.of(date.earliestStart(), date.latestEnd())
                .map(bound -> bound.orElseThrow().toString())
                .toList();
    }

    static Stream<String> written() throws IOException {
        return rows("How a curator writes what a source says").flatMap(row -> codes(row.get(1)).stream());
    }

    @ParameterizedTest
    @MethodSource("written")
    void acceptsWhatCuratorsAreToldToWrite(String text) {
        assertEquals(Optional.empty(), Edtf.error(text));
    }

    @Test
    void readsThePage() throws IOException {
        assertEquals(15, bounds().count());
        assertEquals(8, days().count());
        assertEquals(6, widened().count());
        assertTrue(written().count() > 20);
    }

    @ParameterizedTest
    @CsvSource({
        "1936-XX, 1936-01-01, 1936-12-31",
        "1936-XX-XX, 1936-01-01, 1936-12-31",
        "1921-03-XX, 1921-03-01, 1921-03-31",
        "1936-XX~, 1935-01-01, 1937-12-31",
        "1936-XX-XX%, 1935-01-01, 1937-12-31",
        "1921-03-XX~, 1921-02-01, 1921-04-30",
        "1924-02, 1924-02-01, 1924-02-29",
        "2000-02-29, 2000-02-29, 2000-02-29",
        "1921-01~, 1920-12-01, 1921-02-28",
        "1956-06-28?, 1956-06-28, 1956-06-28",
        "0000, 0000-01-01, 0000-12-31",
        "-0044-03-15, -0044-03-15, -0044-03-15",
        "-9999, -9999-01-01, -9999-12-31",
        "9999-12-31, 9999-12-31, 9999-12-31",
        "-00XX, -0099-01-01, 0000-12-31",
    })
    void meansDays(String text, String first, String last) {
        assertEquals(List.of(first, last), ends(text));
    }

    /** ISO 8601-2, 4.8 (sub-year groupings), as the page reads them. */
    @ParameterizedTest
    @CsvSource({
        "21, 1928-03-01, 1928-05-31",
        "22, 1928-06-01, 1928-08-31",
        "23, 1928-09-01, 1928-11-30",
        "24, 1928-12-01, 1929-02-28",
        "25, 1928-03-01, 1928-05-31",
        "26, 1928-06-01, 1928-08-31",
        "27, 1928-09-01, 1928-11-30",
        "28, 1928-12-01, 1929-02-28",
        "29, 1928-09-01, 1928-11-30",
        "30, 1928-12-01, 1929-02-28",
        "31, 1928-03-01, 1928-05-31",
        "32, 1928-06-01, 1928-08-31",
        "33, 1928-01-01, 1928-03-31",
        "34, 1928-04-01, 1928-06-30",
        "35, 1928-07-01, 1928-09-30",
        "36, 1928-10-01, 1928-12-31",
        "37, 1928-01-01, 1928-04-30",
        "38, 1928-05-01, 1928-08-31",
        "39, 1928-09-01, 1928-12-31",
        "40, 1928-01-01, 1928-06-30",
        "41, 1928-07-01, 1928-12-31",
    })
    void knowsThePartsOfAYear(String code, String first, String last) {
        assertEquals(List.of(first, last), ends("1928-" + code));
    }

    @ParameterizedTest
    @CsvSource({
        "1936, gYear",
        "-0044, gYear",
        "1921-03, gYearMonth",
        "1956-06-28, date",
        "1936?, ''",
        "1921-03~, ''",
        "1956-06-28%, ''",
        "193X, ''",
        "1936-XX, ''",
        "1956-06-XX, ''",
        "1928-23, ''",
        "1936/1938, ''",
        "1968/.., ''",
        "/1940, ''",
    })
    void isExactOrNot(String text, String xsd) {
        assertEquals(
                Optional.of(xsd).filter(name -> !name.isEmpty()),
                Edtf.parse(text).exact());
        assertEquals(text, Edtf.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1936-06/1936",
                "1936/1936",
                "1936~/1936-06?",
                "193X/1931",
                "1936-12-31/1936",
                "-0044/0000",
                "1956-06-28/1956-06-28",
            })
    void acceptsIntervalsThatDoNotEndBeforeTheyBegin(String text) {
        Edtf date = Edtf.parse(text);
        assertTrue(
                !date.latestStart().orElseThrow().isBefore(date.earliestStart().orElseThrow()));
        assertTrue(!date.latestEnd().orElseThrow().isBefore(date.latestStart().orElseThrow()));
        assertTrue(!date.latestEnd().orElseThrow().isBefore(date.earliestEnd().orElseThrow()));
        assertTrue(
                !date.earliestEnd().orElseThrow().isBefore(date.earliestStart().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1938/1936; The start 1938 is after the end 1936",
                "1937-01/1936~; is after the end",
                "1756-13-40; no month 13",
                "1756-00; no month 00",
                "1756-20; no month 20",
                "1756-42; no month 42",
                "1756-12-40; no day 40 in December 1756, which has 31 days",
                "2023-02-29; no day 29 in February 2023, which has 28 days",
                "1900-02-29; no day 29 in February 1900",
                "1936-06-00; no day 00",
                "1936/2023-02-30; no day 30",
                "../..; no date at either end",
                "/; no date at either end",
                "../; no date at either end",
                "/..; no date at either end",
                "..; An open end needs a date",
                "1936/1937/1938; one slash between two dates",
                "-0000; 0000 for the year before 0001",
                "9999~; beyond the years",
                "-9999~; beyond the years",
                "9999-28; beyond the years",
                "''; Write a year, month or day",
                "19; Write such as",
                "Easter; Write such as",
                "June 1956; no spaces",
                "1936 /1938; no spaces",
                "1936\u20131938; plain hyphen",
                "1936-1938; slash between the years",
                "1956-06-28T12:00; time of day",
                "1956-06-28T12:00:00Z; time of day",
                "1950s; 195X",
                "195x; capital letter",
                "1936-6-1; two digits",
                "28.6.1956; year first",
                "28/6/1956; year first",
                "c1924; ~ behind",
                "~1924; at the end only",
                "?2004; at the end only",
                "2004-06~-11; at the end only",
                "1924~?; at the end only",
                "1XXX; last two digits",
                "XXXX; last two digits",
                "19X6; last two digits",
                "156X-12; last two digits",
                "1984-1X; last two digits",
                "1984-XX-12; last two digits",
                "+1936; Write such as",
                "12345; four digits",
                "Y170000002; four digits",
                "1950S2; Write such as",
                "[1667,1668]; Write such as",
                "{1960,1961}; Write such as",
                "\uFF11936; Write such as",
            })
    void saysWhatIsWrong(String text, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> Edtf.parse(text))
                .getMessage();
        assertTrue(message.contains(reason), message);
        assertEquals(Optional.of(message), Edtf.error(text));
    }

    /** Every message that gives an example gives a good one. */
    @Test
    void advisesWhatItAccepts() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/samizdat/table/EdtfAdvice.java"));
        Matcher examples = Pattern.compile("such as (?:\"\\s*\\+ \")?([-0-9X~/.]*[-0-9X~/])")
                .matcher(source);
        assertTrue(examples.results()
                        .map(match -> match.group(1))
                        .peek(example -> assertEquals(Optional.empty(), Edtf.error(example)))
                        .count()
                > 8);
    }
}
