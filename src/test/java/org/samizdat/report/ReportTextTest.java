package org.samizdat.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
    @Test
    void groupsCountsAndLimits() {
        assertEquals("""
                Parts of the sources that are cited: 1 of 3. Claims that cite
                them: 1.
                  parts   cited  claims
                      2       1       1  The first section, which has a heading
                                         so long that it does not fit on a line
                                         of sixty
                      1       0       0  The second
                  s1-2  Sentence s1-2: It thanks the printer.

                Cases that deserve a look: 1,236. None stops a release.

                repeated-claim  1
                  Several claims say the same, and differ in nothing but what
                  they cite. Keep one of them, unless each part of the source
                  says it by itself.
                    Ada – met – Ben
                      tables/things.csv:2  Thing number 1
                      tables/things.csv:3  Thing number 2
                      tables/things.csv:4  Thing number 3
                      tables/things.csv:5  Thing number 4
                      tables/things.csv:6  Thing number 5
                      and 2 more

                unlinked-thing  1,234
                  No link leads from this thing to what is elsewhere on the web.
                  Add an identifier from elsewhere, if one is known for certain.
                    tables/things.csv:2  Thing number 1 (person)
                    tables/things.csv:3  Thing number 2 (person)
                    tables/things.csv:4  Thing number 3 (person)
                    tables/things.csv:5  Thing number 4 (person)
                    tables/things.csv:6  Thing number 5 (person)
                    and 1,229 more

                unused-term  1
                """, text(64, false, false).replaceAll("(?s)(unused-term  1\n).*", "$1"));
    }

    @Test
    void listsEverythingWhenAsked() {
        String text = text(80, false, true);
        assertAll(
                () -> assertTrue(text.contains("claim-a  Ada – met – Ben\n"), text),
                () -> assertTrue(text.contains("s1-2  Sentence s1-2: It thanks the printer.\n"), text),
                () -> assertTrue(text.contains("  Thing number 7\n"), text),
                () -> assertTrue(text.contains("tables/things.csv:1235  Thing number 1234 (person)\n"), text),
                () -> assertFalse(text.contains(" more\n"), text));
    }

    @Test
    void namesTheRulesThatFoundNothing() {
        String text = text(1_000, false, false);
        assertTrue(text.contains("\nNothing found: uncited-part, undated-claim, "), text);
    }

    @ParameterizedTest
    @ValueSource(ints = {55, 80, 132})
    void noLineIsWiderThanTheTerminal(int width) {
        text(width, false, true)
                .lines()
                .forEach(line -> assertTrue(line.length() <= width, () -> width + " < " + line));
    }

    @Test
    void colourIsLeftOutWhereItIsNotWanted() {
        assertAll(
                () -> assertFalse(text(80, false, false).contains("\u001B")),
                () -> assertTrue(text(80, true, false).contains("\u001B[1m")),
                () -> assertEquals(text(80, false, false), text(80, true, false).replaceAll("\u001B\\[[0-9;]*m", "")));
    }

    private static String text(int width, boolean colour, boolean full) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ReportText(new PrintStream(bytes, true, StandardCharsets.UTF_8), width, colour, full)
                .print(SurveyFixture.SURVEY);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "");
    }
}
