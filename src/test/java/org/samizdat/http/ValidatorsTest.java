package org.samizdat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 section 13.2.2: which preconditions count, and in which order. */
class ValidatorsTest {
    private static final Validators KNOWN = new Validators("\"a1\"", Instant.parse("2026-11-24T10:00:00Z"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            If-None-Match: "a1"                                    | NOT_MODIFIED
            If-None-Match: W/"a1"                                  | NOT_MODIFIED
            If-None-Match: "x", "a1"                               | NOT_MODIFIED
            If-None-Match: *                                       | NOT_MODIFIED
            If-None-Match: "A1"                                    | PROCEED
            If-None-Match: a1                                      | PROCEED
            If-None-Match:                                         | PROCEED
            If-Modified-Since: Tue, 24 Nov 2026 10:00:00 GMT       | NOT_MODIFIED
            If-Modified-Since: Tue, 24 Nov 2026 11:00:00 GMT       | NOT_MODIFIED
            If-Modified-Since: Tue, 24 Nov 2026 09:59:59 GMT       | PROCEED
            If-Modified-Since: yesterday                           | PROCEED
            If-Modified-Since: 1732442400                          | PROCEED
            If-None-Match: "x"; If-Modified-Since: Tue, 24 Nov 2026 10:00:00 GMT | PROCEED
            If-Match: "a1"                                         | PROCEED
            If-Match: *                                            | PROCEED
            If-Match: W/"a1"                                       | FAILED
            If-Match: "x"                                          | FAILED
            If-Match: "a1"; If-None-Match: "a1"                    | NOT_MODIFIED
            If-Match: "x"; If-None-Match: "a1"                     | FAILED
            If-Unmodified-Since: Tue, 24 Nov 2026 09:00:00 GMT     | FAILED
            If-Unmodified-Since: Tue, 24 Nov 2026 10:00:00 GMT     | PROCEED
            Accept: text/turtle                                    | PROCEED
            """)
    void evaluates(String fields, Validators.Outcome expected) {
        HttpFields.Mutable request = HttpFields.build();
        for (String field : fields.split("; (?=If)")) {
            String[] parts = field.split(":", 2);
            request.add(parts[0], parts[1].strip());
        }
        assertEquals(expected, KNOWN.evaluate(request));
    }
}
