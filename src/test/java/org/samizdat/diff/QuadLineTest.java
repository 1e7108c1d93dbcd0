package org.samizdat.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RDF 1.2 N-Quads, section 4 (the canonical form). */
class QuadLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "<a:s> <a:p> <a:o> .;                                    <a:o>;                          true",
                "<a:s> <a:p> <a:o> <a:g> .;                              <a:o>;                          false",
                "<a:s> <a:p> \"a \\\" <b> .\" .;                         \"a \\\" <b> .\";               true",
                "<a:s> <a:p> \"a\\\\\" <a:g> .;                          \"a\\\\\";                      false",
                "<a:s> <a:p> \"é > \"@en--ltr .;                         \"é > \"@en--ltr;               true",
                "<a:s> <a:p> \"1\"^^<a:t> <a:g> .;                       \"1\"^^<a:t>;                   false",
                "<a:s> <a:p> <<( <a:x> <a:y> \"z )>>\"@en )>> .;         <<( <a:x> <a:y> \"z )>>\"@en )>>; true",
                "<a:s> <a:p> <<( <a:x> <a:y> <<( <a:1> <a:2> \"3\" )>> )>> <a:g> .;"
                        + " <<( <a:x> <a:y> <<( <a:1> <a:2> \"3\" )>> )>>; false"
            })
    void thePartsOfALineAreFound(String text, String object, boolean isTriple) {
        QuadLine line = new QuadLine(bytes(text));
        assertEquals("<a:s>", line.subject());
        assertEquals("<a:p>", line.predicate());
        assertEquals(object, line.object());
        assertEquals(isTriple, line.isTriple());
        assertEquals(!isTriple, line.isOf(bytes("<a:g>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a:s> <a:p> <a:g> .",
                "<a:s> <a:p> <a:g> <b:a:g> .",
                "<a:s> <a:p> <a:g> <a:g:b> .",
                "<a:s> <a:p> \"<a:g> .\" ."
            })
    void itsGraphIsNotWhatOnlyLooksLikeIt(String text) {
        assertFalse(new QuadLine(bytes(text)).isOf(bytes("<a:g>")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
