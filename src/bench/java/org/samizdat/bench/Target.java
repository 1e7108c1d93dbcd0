package org.samizdat.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a GET asks a server for.
 *
 * @param path from the first slash on, with its query string
 * @param fields names and values of header fields, in turn
 */
public record Target(String path, List<String> fields) {
    public Target {
        fields = List.copyOf(fields);
    }

    public static Target of(String path, String... fields) {
        return new Target(path, List.of(fields));
    }

    /** A SPARQL query, at the path where all servers here answer them. */
    public static Target query(String text, String accept) {
        return of(Server.SPARQL + "?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "Accept", accept);
    }

    public Target with(String name, String value) {
        List<String> more = new ArrayList<>(fields);
        more.addAll(List.of(name, value));
        return new Target(path, more);
    }
}
