package org.samizdat.bench;

/** A part cannot be measured; the message says why and what to do. */
public final class CannotMeasureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotMeasureException(String message) {
        super(message);
    }
}
