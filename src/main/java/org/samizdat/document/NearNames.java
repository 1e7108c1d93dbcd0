package org.samizdat.document;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names that may have been meant by one that does not exist: written otherwise, or with one slip of a finger. They are guessed
 * and looked up, so that it takes as long among a million names as among ten.
 */
public final class NearNames {
    private static final int MOST = 5;

    /** There are some 74 slips for each letter. */
    private static final int LONGEST = 60;

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-";

    private NearNames() {}

    /** @param exists whether there is a thing of a name */
    public static List<String> of(String wrong, Predicate<String> exists) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        Set<String> spellings = spellings(wrong);
        List<String> found = spellings.stream().filter(exists).limit(MOST).toList();
        return found.isEmpty()
                ? slips(spellings.stream().reduce("", (first, last) -> last))
                        .distinct()
                        .filter(exists)
                        .limit(MOST)
                        .toList()
                : found;
    }

    /** From the nearest to the plainest: without a slash at the end, in small letters, hyphens for spaces, without accents. */
    private static Set<String> spellings(String wrong) {
        String bare = wrong.replaceAll("/+$", "");
        String small = bare.toLowerCase(Locale.ROOT);
        String hyphens = small.replaceAll("(%20|[_+ ])+", "-");
        String plain = Normalizer.normalize(hyphens, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String withoutSuffix = plain.replaceAll("\\.[a-z]{2,6}$", "");
        return new LinkedHashSet<>(List.of(bare, small, hyphens, plain, withoutSuffix));
    }

    /** All names at one letter left out, doubled, exchanged, wrong or forgotten. */
    private static Stream<String> slips(String name) {
        return Stream.iterate(0, at -> at <= name.length(), at -> at + 1).flatMap(at -> slips(name, at));
    }

    private static Stream<String> slips(String name, int at) {
        String before = name.substring(0, at);
        String after = name.substring(at);
        Stream<String> forgotten = LETTERS.chars().mapToObj(letter -> before + (char) letter + after);
        if (after.isEmpty()) {
            return forgotten;
        }
        String rest = after.substring(1);
        Stream<String> wrong = LETTERS.chars().mapToObj(letter -> before + (char) letter + rest);
        Stream<String> others = rest.isEmpty()
                ? Stream.of(before)
                : Stream.of(before + rest, before + rest.charAt(0) + after.charAt(0) + rest.substring(1));
        return Stream.of(others, wrong, forgotten).flatMap(slips -> slips);
    }
}
