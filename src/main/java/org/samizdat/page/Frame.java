package org.samizdat.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What stands around the content of every page.
 *
 * @param title the page's own title
 * @param description the page in a sentence, for those who show links to it; may be empty
 * @param site the publication's title
 * @param root relative path to the root, empty or ending in {@code /}
 * @param license its text is empty where none is named
 * @param release its text is empty where none is known
 * @param permanent the canonical IRI of what the page is about; may be empty
 * @param address the canonical address of the page itself; may be empty
 * @param formats the other formats of this page
 * @param history what became of what the page is about, release by release; empty where that is not known
 * @param linkedData the page's subject in terms of schema.org, as JSON-LD; may be empty
 */
record Frame(
        String title,
        String description,
        String site,
        String root,
        Link license,
        Link release,
        String modified,
        String permanent,
        String address,
        List<Format> formats,
        List<Past> history,
        String linkedData,
        Optional<Citation> citation) {
    /** A further format of the page. */
    record Format(String label, String mediaType, String href) {}

    /** What a release did to the record. */
    record Past(LocalDate day, Link release, String what) {}

    /** The same at another canonical address. */
    Frame at(String other) {
        return new Frame(
                title,
                description,
                site,
                root,
                license,
                release,
                modified,
                permanent,
                other,
                formats,
                history,
                linkedData,
                citation);
    }

    Frame described(String sentence, String json) {
        return new Frame(
                title, sentence, site, root, license, release, modified, permanent, address, formats, history, json,
                citation);
    }
}
