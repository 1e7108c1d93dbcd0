package org.samizdat.table;

import java.util.HexFormat;
import java.util.Optional;

/** Which IRIs may be published, as docs/publication.md has it. Holds for cells, and for whatever mappings and RDF files make. */
public final class Iris {
    private static final int MAX_LENGTH = 2_000;
    private static final String FORBIDDEN = "<>\"{}|\\^`";

    private Iris() {}

    /**
     * Why an IRI cannot be published, as the predicate of a sentence ("is not …"); nothing if it can, provided that it is an IRI
     * by the grammar of RFC 3987.
     */
    public static Optional<String> fault(String iri) {
        if (!hasPublishedScheme(iri)) {
            return Optional.of("does not begin with http://, https://, urn: or mailto:");
        }
        if (iri.length() > MAX_LENGTH) {
            return Optional.of("is longer than " + MAX_LENGTH + " characters");
        }
        return characterFault(iri).or(() -> iri.startsWith("http") ? hostFault(authority(iri)) : nameFault(iri));
    }

    private static boolean hasPublishedScheme(String iri) {
        return iri.startsWith("http://")
                || iri.startsWith("https://")
                || iri.startsWith("urn:")
                || iri.startsWith("mailto:");
    }

    /** Nothing that breaks out of Turtle, HTML or a header field, and nothing that cannot be seen. */
    private static Optional<String> characterFault(String iri) {
        for (int i = 0; i < iri.length(); ) {
            int c = iri.codePointAt(i);
            if (c <= ' ' || FORBIDDEN.indexOf(c) >= 0 || (c > '~' && isInvisible(c))) {
                return Optional.of("holds the character U+" + "%04X".formatted(c) + ", which no IRI may");
            }
            if (c == '%' && !isHexadecimal(iri, i + 1)) {
                return Optional.of("holds a % that no two hexadecimal digits follow");
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isHexadecimal(String iri, int at) {
        return iri.length() >= at + 2
                && HexFormat.isHexDigit(iri.charAt(at))
                && HexFormat.isHexDigit(iri.charAt(at + 1));
    }

    private static Optional<String> hostFault(String authority) {
        if (authority.isEmpty()) {
            return Optional.of("names no host");
        }
        return authority.indexOf('@') >= 0 ? Optional.of("holds a user name") : Optional.empty();
    }

    private static Optional<String> nameFault(String iri) {
        return iri.endsWith(":") ? Optional.of("names nothing") : Optional.empty();
    }

    /** What stands between the slashes and the path. */
    private static String authority(String iri) {
        int start = iri.indexOf("//") + 2;
        int end = start;
        while (end < iri.length() && "/?#".indexOf(iri.charAt(end)) < 0) {
            end++;
        }
        return iri.substring(start, end);
    }
}
