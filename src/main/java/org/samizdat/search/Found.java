package org.samizdat.search;

import java.util.List;

/**
 * Part of what was found.
 *
 * @param total how many there are in all
 */
public record Found<T>(long total, List<T> shown) {}
