package org.samizdat.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that clients may keep for ever. */
class PublishedFilesTest {
    private static final JsonContext CONTEXT = JsonContext.of(
            "https://example.org/ontology#", Map.of("ex", "https://example.net/", "prov", "https://example.net/prov#"));

    /** What was published is never changed: where one of these has to differ, add one of the next number. */
    @ParameterizedTest
    @CsvSource({
        "context-1.jsonld, d97db5165ff065754b8a457b7ee68207889d48f063ae8a8c3b82402994dc67c6",
        "thing-1.json, dbb6f6743c54cc95bf956590d477ca12b1418f4eb7ea8dc82bb6294bf3941c20",
        "claim-1.json, af525bcbe6e4ff2741fd824a1ee99cb3534561f96704a07ba853dc8c28af36a8"
    })
    void staysAsItIs(String name, String sha256) throws IOException {
        try (InputStream in = JsonContext.class.getResourceAsStream(name)) {
            assertEquals(sha256, DigestUtils.sha256Hex(in.readAllBytes()));
        }
    }

    @Test
    void theContextHasTheOntologyAsItsVocabulary() {
        JsonObject context = JsonParser.parseString(new String(CONTEXT.bytes(), StandardCharsets.UTF_8))
                .getAsJsonObject()
                .getAsJsonObject("@context");
        assertEquals("https://example.org/ontology#", context.get("@vocab").getAsString());
        assertFalse(context.has("ex"), "prefixes of a publication come and go");
    }

    /** JSON-LD 1.1 API section 6.2: the inverse of what a reader makes of it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            https://example.org/ontology#wrote,              wrote,         ''
            https://example.org/ontology#label,              https://example.org/ontology#label, ''
            https://example.org/ontology#,                   https://example.org/ontology#,      ''
            https://example.org/ontology#a/b,                https://example.org/ontology#a/b,   ''
            http://www.w3.org/ns/prov#Entity,                prov:Entity,   ''
            https://example.net/x,                           ex:x,          ex
            https://example.net/prov#x,                      https://example.net/prov#x, ''
            urn:isbn:1,                                      urn:isbn:1,    ''
            """)
    void shortensIris(String iri, String text, String prefix) {
        assertEquals(new JsonContext.Short(text, prefix), CONTEXT.shorten(iri));
    }
}
