package org.samizdat.publication;

import java.util.Optional;

/**
 * A name that was published once and is not used any more.
 *
 * @param slug its local name below {@code {base}id/}
 * @param into the slug that took its place; empty where the thing was withdrawn
 */
public record Retired(String slug, Optional<String> into) {}
