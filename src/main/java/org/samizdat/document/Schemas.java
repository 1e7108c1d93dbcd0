package org.samizdat.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The shapes that documents have in JSON, as <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>: one for things
 * and one for claims. Like the context, what lies at a schema's address never changes.
 */
public final class Schemas {
    public static final String MEDIA_TYPE = "application/schema+json";
    public static final List<String> NAMES = List.of("thing-1.json", "claim-1.json");

    private Schemas() {}

    /** Where the schema of a thing's document lies, relative to the root. */
    public static String path(boolean claim) {
        return Addresses.SCHEMA + NAMES.get(claim ? 1 : 0);
    }

    /** @param name one of {@link #NAMES} */
    public static byte[] bytes(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
