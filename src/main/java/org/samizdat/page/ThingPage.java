package org.samizdat.page;

import java.util.List;
import java.util.Optional;

/**
 * Everything that the page of a thing shows.
 *
 * @param description a sentence saying what it is; may be empty
 * @param statement what a claim states; empty for all other things
 * @param facts what is so, as far as the source says
 * @param said what is only said of it
 * @param incoming the same of other things, with this one as object
 * @param implied what follows from the rest
 * @param notes the claims behind the footnote marks
 */
record ThingPage(
        Frame frame,
        List<Link> kinds,
        String description,
        Optional<Statement> statement,
        List<Fact> facts,
        List<Fact> said,
        List<Fact> incoming,
        List<Fact> implied,
        List<Note> notes) {
    /** A claim's triple. */
    record Statement(Link subject, Link property, Link object, boolean asserted) {}

    /** A numbered claim with the places that it cites. */
    record Note(int number, Link claim, List<Link> citations) {}
}
