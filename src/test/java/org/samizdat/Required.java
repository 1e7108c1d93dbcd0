package org.samizdat;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What some tests need of the machine they run on. */
public final class Required {
    private Required() {}

    /** Skips the running test unless the condition holds; with {@code -Dsamizdat.require=all} it fails instead. */
    public static void orSkip(boolean condition, String why) {
        if (condition) {
            return;
        }
        if (System.getProperty("samizdat.require", "").equals("all")) {
            fail("Not skipped, as everything is required here: " + why);
        }
        abort(why);
    }

    /** Skips the running test, or fails it, unless a program is on the path. */
    public static void program(String name) {
        boolean found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        orSkip(found, name + " is not installed.");
    }
}
