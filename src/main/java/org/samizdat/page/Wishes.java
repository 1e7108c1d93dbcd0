package org.samizdat.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;

/** What a reader asks of a list: its parameters, empty ones left out as forms send them. */
record Wishes(Parameters parameters) {
    Optional<String> text(String name) {
        return parameters.first(name).filter(value -> !value.isEmpty());
    }

    /** @throws HttpProblem if it is no year */
    Optional<Integer> year(String name) {
        return text(name).map(value -> number(value, "-?\\d{1,4}"));
    }

    /** The number of the page asked for, from 1. */
    int page() {
        return number(text("page").orElse("1"), "[1-9]\\d{0,5}");
    }

    private static int number(String text, String form) {
        if (!text.matches(form)) {
            throw HttpProblem.notFound();
        }
        return Integer.parseInt(text);
    }

    /** The same wishes as they stand in an address, one of them changed; empty removes it. */
    String with(String path, String name, String value, String... names) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String other : names) {
            text(other).ifPresent(wish -> all.put(other, wish));
        }
        if (!name.isEmpty()) {
            all.put(name, value);
        }
        String query = all.entrySet().stream()
                .filter(wish -> !wish.getValue().isEmpty())
                .map(wish -> wish.getKey() + "=" + URLEncoder.encode(wish.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
