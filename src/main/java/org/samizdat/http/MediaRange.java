package org.samizdat.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One element of an {@code Accept} field: RFC 9110 section 12.5.1.
 *
 * @param type the type in lower case, or {@code *}
 * @param subtype the subtype in lower case, or {@code *}
 * @param parameters the parameters other than q, names and values in lower case
 * @param thousandths the weight, 0 to 1000
 */
public record MediaRange(String type, String subtype, Map<String, String> parameters, int thousandths) {
    /** What neither narrows nor changes what this server sends: all is UTF-8, a profile is a wish (RDF 1.1, JSON-LD 1.1). */
    private static final Map<String, List<String>> HARMLESS =
            Map.of("charset", List.of("utf-8"), "version", List.of("1.1"));

    /** The elements of a field's value, lines joined by commas; those that are malformed are passed over. */
    public static List<MediaRange> parse(String value) {
        List<MediaRange> ranges = new ArrayList<>();
        for (String element : split(value, ',')) {
            range(split(element, ';'), ranges);
        }
        return ranges;
    }

    /**
     * How narrowly this range names the variant: 0 by {@code * / *}, more for a type, a subtype and each parameter;
     * empty where it does not match.
     */
    public OptionalInt specificity(Variant variant) {
        if (type.equals("*")) {
            return OptionalInt.of(0);
        }
        String[] names = variant.mediaType().split("/");
        if (!type.equals(names[0]) || !(subtype.equals("*") || subtype.equals(names[1]))) {
            return OptionalInt.empty();
        }
        boolean matches = parameters.entrySet().stream().allMatch(parameter -> allows(variant, parameter));
        return matches ? OptionalInt.of(subtype.equals("*") ? 1 : 2 + parameters.size()) : OptionalInt.empty();
    }

    private static boolean allows(Variant variant, Map.Entry<String, String> parameter) {
        if (parameter.getKey().equals("profile")) {
            // JSON-LD 1.1 appendix C: a profile that the server does not honour is passed over.
            return variant == Variant.JSON_LD;
        }
        return HARMLESS.getOrDefault(parameter.getKey(), List.of()).contains(parameter.getValue());
    }

    private static void range(List<String> parts, List<MediaRange> ranges) {
        String[] names = parts.getFirst().toLowerCase(Locale.ROOT).split("/", -1);
        if (names.length != 2
                || names[0].isBlank()
                || names[1].isBlank()
                || names[0].equals("*") && !names[1].equals("*")) {
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
            ranges.add(new MediaRange(names[0].strip(), names[1].strip(), parameters, thousandths));
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
