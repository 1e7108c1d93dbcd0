package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.query.Limits;

class SettingsTest {
    private static Limits limits(String... arguments) {
        return Settings.limits(Arguments.of(Samizdat.command("serve"), List.of(arguments)));
    }

    @Test
    void limitsAreTheStandardOnesUnlessNamed() {
        assertEquals(Limits.standard(), limits());
        Limits named = limits(
                "--timeout",
                "7",
                "--query-slots",
                "3",
                "--fair-use",
                "off",
                "--service",
                "https://query.wikidata.org/sparql",
                "--service",
                "http://localhost:1/?a#b",
                "--trusted-proxy",
                "192.0.2.1");
        assertEquals(
                Limits.standard()
                        .withTime(Duration.ofSeconds(7))
                        .withSlots(3, 32)
                        .withFairUse(Optional.empty())
                        .withServices(List.of("https://query.wikidata.org/sparql", "http://localhost:1/?a#b"))
                        .withProxies(List.of("192.0.2.1")),
                named);
    }

    /** One on each processor; with one alone, a client's long query would shut out all others. */
    @Test
    void noNumberOfSlotsLeavesItToTheMachine() {
        assertEquals(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                limits("--query-slots", "0").slots());
        assertEquals(1, limits("--query-slots", "1").slots());
    }

    /** Exit code 2, and a line that says what is wanted; nothing is served. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --service       | ftp://example.org/ | --service takes an address with http or https, not ftp://example.org/.
            --service       | example.org/sparql | --service takes an address with http or https, not example.org/sparql.
            --service       | //example.org/x    | --service takes an address with http or https, not //example.org/x.
            --service       | http:/sparql       | --service takes an address with http or https, not http:/sparql.
            --service       | http://a b/        | --service takes an address with http or https, not http://a b/.
            --query-slots   | -1                 | --query-slots takes a number from 0 to 1000, not -1.
            --query-slots   | 1001               | --query-slots takes a number from 0 to 1000, not 1001.
            --query-slots   | many               | --query-slots takes a number from 0 to 1000, not many.
            --timeout       | 0                  | --timeout takes a number from 1 to 3600, not 0.
            --fair-use      | maybe              | --fair-use takes on or off, not maybe.
            --port          | 65536              | --port takes a number from 0 to 65535, not 65536.
            """)
    void whatIsWrongIsSaid(String option, String value, String message) {
        Run run = Run.samizdat("serve", "--home", "nowhere", option, value);
        assertEquals(2, run.exit());
        assertTrue(run.err().contains(message), run.err());
    }
}
