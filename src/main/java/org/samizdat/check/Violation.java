package org.samizdat.check;

import org.apache.jena.graph.Node;

/**
 * A place where the data is not as a shape wants it.
 *
 * @param focus the thing or claim at fault
 * @param message the shape's own message, followed by the property and the value where there are any
 */
public record Violation(Node focus, String message) {}
