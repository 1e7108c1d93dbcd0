package org.samizdat.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which language an {@code Accept-Language} field asks for: RFC 9110 section 12.5.4. */
public final class Languages {
    private Languages() {}

    /**
     * The language of the highest weight by look-up, where a range that is not to be had is cut from its end
     * (RFC 4647 section 3.4); where none is, the first one, since a page in another language is better than none.
     *
     * @param accept the field's value, several lines joined by commas
     * @param available tags of the languages there are, the one to fall back to first; not empty
     */
    public static String choose(Optional<String> accept, List<String> available) {
        List<Preference> ranges = accept.map(Preference::parse).orElse(List.of());
        return ranges.stream()
                .filter(range -> range.thousandths() > 0)
                .sorted(Comparator.comparingInt(Preference::thousandths).reversed())
                .flatMap(range -> find(range.value(), available).stream())
                .findFirst()
                .orElse(available.getFirst());
    }

    private static Optional<String> find(String range, List<String> available) {
        if (range.equals("*")) {
            return available.stream().findFirst();
        }
        String tag = range.toLowerCase(Locale.ROOT);
        while (!tag.isEmpty()) {
            String wanted = tag;
            Optional<String> found = available.stream()
                    .filter(language -> language.equalsIgnoreCase(wanted))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return Optional.empty();
    }
}
