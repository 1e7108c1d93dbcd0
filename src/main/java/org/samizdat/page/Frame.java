package org.samizdat.page;

import java.util.List;

/**
 * What stands around the content of every page.
 *
 * @param title the page's own title
 * @param site the publication's title
 * @param root relative path to the root, empty or ending in {@code /}
 * @param style path of the style sheet, relative to the root
 * @param license its text is empty where none is named
 * @param permanent the canonical IRI of what the page is about; may be empty
 * @param formats the other formats of this page, with their media types as {@code lang}-free link texts
 */
record Frame(
        String title,
        String site,
        String root,
        String style,
        Link license,
        String release,
        String modified,
        String permanent,
        List<Format> formats) {
    /** A further format of the page. */
    record Format(String label, String mediaType, String href) {}
}
