package org.samizdat.query;

/** The server cannot start. The message is one sentence for the person at the command line. */
public final class CannotServeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotServeException(String message) {
        super(message);
    }

    public CannotServeException(String message, Throwable cause) {
        super(message, cause);
    }
}
