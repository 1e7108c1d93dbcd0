package org.samizdat.page;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/** What people call a licence. */
final class Licenses {
    private static final Pattern CREATIVE_COMMONS =
            Pattern.compile("https?://creativecommons\\.org/(?:licenses/([a-z-]+)|publicdomain/(zero))/([0-9.]+).*");

    private Licenses() {}

    /** The short name of a Creative Commons licence; of others the address without its scheme. */
    static String name(Node license) {
        Matcher matcher = CREATIVE_COMMONS.matcher(license.toString());
        if (!matcher.matches()) {
            return license.toString().replaceFirst("^https?://", "");
        }
        return matcher.group(2) != null
                ? "CC0 " + matcher.group(3)
                : "CC " + matcher.group(1).toUpperCase(Locale.ROOT) + " " + matcher.group(3);
    }
}
