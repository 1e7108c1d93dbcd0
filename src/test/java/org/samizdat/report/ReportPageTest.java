package org.samizdat.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
    private static final String PAGE = new ReportPage(SurveyFixture.SURVEY).html();

    @Test
    void everyLinkLeadsToASectionOfThePageItself() {
        List<String> ids = all(" id=\"([^\"]*)\"");
        Set<String> distinct = new HashSet<>(ids);
        List<String> links = all(" href=\"([^\"]*)\"");
        assertAll(
                () -> assertEquals(distinct.size(), ids.size(), ids::toString),
                () -> assertTrue(links.contains("#unlinked-thing"), links::toString),
                () -> links.forEach(link -> assertTrue(
                        link.startsWith("#") && distinct.contains(link.substring(1)), () -> link + " leads nowhere")));
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        assertEquals(List.of(), all("(<script|<link|<img| src=|url\\(|@import)"));
    }

    @Test
    void textIsNoMarkup() {
        assertAll(
                () -> assertFalse(PAGE.contains("<small>")),
                () -> assertTrue(PAGE.contains("&lt;script&gt;alert(1)&lt;/script&gt;")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "are cited: 1 of 3. Claims that cite them: 1.",
                "a look: 1,236.",
                "and 234 more",
                "cited: 1 of 2; claims: 1",
                "Thing number 1000 ",
                "<code>tables/things.csv:2</code>",
                "It thanks the printer.",
                "none, and no reason given",
                "<li>Ada – met – Ben <code>claim-a</code></li>",
                "<strong>rival-values</strong>"
            })
    void shows(String text) {
        assertTrue(PAGE.contains(text), PAGE);
    }

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(PAGE)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
