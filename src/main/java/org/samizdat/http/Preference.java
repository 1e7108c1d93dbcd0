package org.samizdat.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One element of a field by which a client says what it would like: a value, its parameters and a weight, as in
 * {@code Accept} and its like (RFC 9110 section 12.4.2).
 *
 * @param value as it came, without white space around
 * @param parameters the parameters other than q, names and values in lower case
 * @param thousandths the weight, 0 to 1000
 */
record Preference(String value, Map<String, String> parameters, int thousandths) {
    /** The elements of a field's value, lines joined by commas; those that are malformed are passed over. */
    static List<Preference> parse(String field) {
        List<Preference> preferences = new ArrayList<>();
        for (String element : split(field, ',')) {
            read(split(element, ';'), preferences);
        }
        return preferences;
    }

    private static void read(List<String> parts, List<Preference> preferences) {
        if (parts.isEmpty()) {
            return;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquote(part.substring(equals + 1).strip()).toLowerCase(Locale.ROOT));
            }
        }
        String weight = parameters.remove("q");
        if (weight == null || weight.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
            int thousandths = weight == null ? 1000 : (int) Math.round(Double.parseDouble(weight) * 1000);
            preferences.add(new Preference(parts.getFirst(), parameters, thousandths));
        }
    }

    /** The non-empty parts between separators that stand outside quotes. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String unquote(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
