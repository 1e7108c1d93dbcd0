package org.samizdat;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

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
}
