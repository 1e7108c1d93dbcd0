package org.samizdat.release;

/** The home, or another folder to write in, cannot be used as it is: read-only, full, in use by another process. The message says
 * what to do about it. */
public class HomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HomeException(String message) {
        super(message);
    }

    public HomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
