package org.samizdat.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    /** The elements of a field's value, lines joined by commas; those that are malformed are passed over. */
    public static List<MediaRange> parse(String field) {
        return Preference.parse(field).stream()
                .map(MediaRange::of)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<MediaRange> of(Preference preference) {
        String[] names = preference.value().toLowerCase(Locale.ROOT).split("/", -1);
        boolean valid = names.length == 2
                && !names[0].isBlank()
                && !names[1].isBlank()
                && (!names[0].equals("*") || names[1].equals("*"));
        return valid
                ? Optional.of(new MediaRange(
                        names[0].strip(), names[1].strip(), preference.parameters(), preference.thousandths()))
                : Optional.empty();
    }

    /**
     * How narrowly this range names what is offered: 0 by {@code * / *}, more for a type, a subtype and each parameter;
     * empty where it does not match.
     */
    public OptionalInt specificity(Representation offered) {
        if (type.equals("*")) {
            return OptionalInt.of(0);
        }
        String[] names = offered.mediaType().split("/");
        if (!type.equals(names[0]) || !(subtype.equals("*") || subtype.equals(names[1]))) {
            return OptionalInt.empty();
        }
        boolean matches = parameters.entrySet().stream()
                .allMatch(parameter -> offered.allows(parameter.getKey(), parameter.getValue()));
        return matches ? OptionalInt.of(subtype.equals("*") ? 1 : 2 + parameters.size()) : OptionalInt.empty();
    }
}
