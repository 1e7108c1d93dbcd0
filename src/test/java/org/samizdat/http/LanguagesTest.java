package org.samizdat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 section 12.5.4, by look-up as in RFC 4647 section 3.4. */
class LanguagesTest {
    private static final List<String> AVAILABLE = List.of("en", "de", "ru", "zh-Hant");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                                  | de
            DE                                  | de
            de-AT                               | de
            de-DE-1996                          | de
            zh-Hant-CN                          | zh-Hant
            zh                                  | en
            fr                                  | en
            fr, ru;q=0.2                        | ru
            en-GB,en;q=0.9,de;q=0.8             | en
            ru;q=0.3, de;q=0.7, en;q=0.5        | de
            ru;q=0, fr                          | en
            *                                   | en
            fr, *;q=0.5                         | en
            de;q=2, ru                          | ru
            """)
    void choosesTheLanguage(String field, String expected) {
        assertEquals(expected, Languages.choose(Optional.of(field), AVAILABLE));
    }

    @Test
    void withoutTheFieldItIsTheFirst() {
        assertEquals("en", Languages.choose(Optional.empty(), AVAILABLE));
    }
}
