package org.samizdat.release;

/** There is no release in the home that could be served. */
public final class NoReleaseException extends HomeException {
    private static final long serialVersionUID = 1L;

    public NoReleaseException(String message) {
        super(message);
    }
}
