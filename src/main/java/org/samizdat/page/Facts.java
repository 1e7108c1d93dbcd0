package org.samizdat.page;

import java.util.List;

/** Statements about one thing under a common heading, in order of time. */
record Facts(Link heading, List<Value> values) {
    /**
     * One statement.
     *
     * @param relation what the heading leaves open; empty where it says all
     * @param value the other end of the statement
     * @param when in words; may be empty
     * @param said whether the source only reports this, without vouching for it
     * @param tags how the source says it
     * @param holders those whose view it is
     * @param marks the claims that say so
     */
    record Value(
            String relation,
            Link value,
            String when,
            boolean said,
            List<Link> tags,
            List<Link> holders,
            List<Mark> marks) {
        /** Of something that is known without a claim. */
        static Value plain(Link value) {
            return new Value("", value, "", false, List.of(), List.of(), List.of());
        }
    }

    /** A footnote mark that leads to a claim. */
    record Mark(int number, String href) {}
}
