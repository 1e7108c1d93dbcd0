package org.samizdat.release;

/** A folder is no release, or not any more what was built. The message names the folder or file, and what differs. */
public final class InvalidReleaseException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidReleaseException(String message) {
        super(message);
    }

    public InvalidReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
