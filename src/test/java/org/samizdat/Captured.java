package org.samizdat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is written to standard error while something is done, log lines among it. */
public final class Captured {
    /** What is done. */
    @FunctionalInterface
    public interface Action<E extends Exception> {
        void run() throws E;
    }

    private Captured() {}

    public static <E extends Exception> String errors(Action<E> action) throws E {
        PrintStream usual = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(usual);
        }
        return written.toString(StandardCharsets.UTF_8);
    }
}
