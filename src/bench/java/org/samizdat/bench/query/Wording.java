package org.samizdat.bench.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes of one query others that are the same work, but whose text and answer no server has seen. */
final class Wording {
    private static final Pattern VARIABLE = Pattern.compile("[?$](\\w+)");

    private Wording() {}

    /**
     * The query with its first variable renamed; if it has none, with one that it does not use.
     *
     * @param mark letters and digits that make the text one that was never sent before
     */
    static String of(String query, String mark) {
        Matcher variable = VARIABLE.matcher(query);
        if (!variable.find()) {
            return query + " VALUES ?" + mark + " { UNDEF }";
        }
        return query.replaceAll("[?$]" + variable.group(1) + "\\b", "?" + variable.group(1) + mark);
    }
}
