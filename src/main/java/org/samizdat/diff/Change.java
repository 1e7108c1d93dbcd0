package org.samizdat.diff;

import java.util.List;

/**
 * What became of one subject of the default graph between two releases. Terms are written as in N-Triples.
 *
 * @param kind whether the subject is new, gone, or described otherwise
 * @param subject the subject
 * @param claim the subject, predicate and object of the claim that it is (an {@code rdf:Statement}); empty for a thing
 * @param removed the triples that are gone, in order
 * @param added the triples that are new, in order
 */
public record Change(Kind kind, String subject, List<String> claim, List<Fact> removed, List<Fact> added) {
    /** What became of a subject. */
    public enum Kind {
        ADDED("+"),
        REMOVED("-"),
        CHANGED("~");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** What a triple says of its subject. */
    public record Fact(String predicate, String object) {}

    public boolean isClaim() {
        return !claim.isEmpty();
    }
}
