package org.samizdat.page;

import java.util.Locale;

/** How numbers are written in drawings: fine enough for a screen, and the same on every machine. */
final class Svg {
    private Svg() {}

    /** Units of the drawing. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** Parts of the whole width. */
    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
