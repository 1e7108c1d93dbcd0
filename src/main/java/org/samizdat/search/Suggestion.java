package org.samizdat.search;

/**
 * Something that may be meant.
 *
 * @param thing what stands after {@code id/} in its IRI
 * @param name its preferred name
 */
public record Suggestion(String thing, String name) {}
