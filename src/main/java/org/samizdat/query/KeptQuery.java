package org.samizdat.query;

import java.util.Optional;

/**
 * A query with an address of its own.
 *
 * @param name the last part of the address
 * @param saved as it was saved; empty if it is an example of the release
 */
public record KeptQuery(String name, QueryTemplate template, Optional<SavedQuery> saved) {
    /** What people call it. */
    public String title() {
        return template.title().isEmpty() ? "Query " + name : template.title();
    }
}
