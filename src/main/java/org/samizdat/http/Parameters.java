package org.samizdat.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The parameters of a request's query string, decoded as they are asked for. */
public record Parameters(String query) {
    public static final Parameters NONE = new Parameters("");

    public boolean isEmpty() {
        return query.isEmpty();
    }

    /** @throws HttpProblem if the value is not well encoded */
    public Optional<String> first(String name) {
        if (query.isEmpty()) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(decode(pair.substring(name.length() + 1)));
            }
        }
        return Optional.empty();
    }

    private static String decode(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.of(400);
        }
    }
}
