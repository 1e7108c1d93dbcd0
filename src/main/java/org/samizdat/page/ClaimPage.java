package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that the page of a claim shows.
 *
 * @param asserted whether the source itself vouches for the statement
 * @param holders those whose view it is
 * @param tags how the source says it
 * @param when in words; may be empty
 * @param qualifiers what else is said of the claim
 * @param rivals other claims on the same point
 * @param turtle the claim in Turtle 1.2
 */
record ClaimPage(
        Frame frame,
        Link subject,
        Link property,
        Link object,
        boolean asserted,
        List<Link> holders,
        List<Link> tags,
        String when,
        Optional<Timeline> timeline,
        List<Place> places,
        List<ThingPage.Qualifier> qualifiers,
        List<Rival> rivals,
        String turtle) {
    ClaimPage in(Frame other) {
        return new ClaimPage(
                other,
                subject,
                property,
                object,
                asserted,
                holders,
                tags,
                when,
                timeline,
                places,
                qualifiers,
                rivals,
                turtle);
    }

    /** The statement, and whose it is. */
    String sentence() {
        String said = frame.title() + (when.isEmpty() ? "" : " (" + when + ")");
        return holders.isEmpty()
                ? said + "."
                : "According to " + holders.stream().map(Link::text).collect(Collectors.joining(", ")) + ": " + said
                        + ".";
    }

    /**
     * A place in a source.
     *
     * @param within the parts that it lies in, the largest last
     * @param shown where the source page shows it
     * @param original where the source itself can be read; empty where that is not known
     */
    record Place(Link part, List<Link> within, Link shown, List<Link> original) {}

    /** Another claim that says otherwise, or says the same in another voice. */
    record Rival(Link claim, Link object, boolean asserted, List<Link> holders, List<Link> tags, String when) {}
}
