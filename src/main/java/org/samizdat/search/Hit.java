package org.samizdat.search;

import java.util.List;

/**
 * Something found.
 *
 * @param thing what stands after {@code id/} in its IRI
 * @param name its preferred name
 * @param other another of its names, if the words were found in that one; may be empty
 * @param description may be empty
 */
public record Hit(String thing, List<Piece> name, List<Piece> other, List<Piece> description) {
    /** A stretch of text, which was searched for or not. */
    public record Piece(String text, boolean found) {}
}
