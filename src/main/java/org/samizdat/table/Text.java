package org.samizdat.table;

import java.text.Normalizer;
import java.util.Optional;

/** How the text of a cell is cleaned, and shown in messages. */
final class Text {
    private static final int SHOWN = 60;
    /** From here on characters may be changed by Unicode normal form C. */
    private static final char FIRST_COMBINING = 0x300;

    private Text() {}

    /** Whether a cell that is not empty is its own text: ASCII without controls, quotes, and spaces at its ends. */
    static boolean isPlain(char[] buf, int offset, int len) {
        for (int i = offset; i < offset + len; i++) {
            char c = buf[i];
            if (c < ' ' || c > '~' || c == '"') {
                return false;
            }
        }
        return buf[offset] != ' ' && buf[offset + len - 1] != ' ';
    }

    /** Why the text of a cell cannot be accepted, as a sentence; nothing if it can. */
    static Optional<String> fault(String cell, boolean quoted) {
        if (!quoted && cell.indexOf('"') >= 0) {
            return Optional.of(
                    "A double quote stands inside a cell that is not quoted; put the whole cell in double quotes"
                            + " and write each one inside it twice.");
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '\uFFFD') {
                return Optional.of(
                        "This cell is not UTF-8, or characters were lost in it already (U+FFFD); correct it and save"
                                + " the file as UTF-8.");
            }
            if (isForbidden(c)) {
                return Optional.of("This cell contains the control character U+%04X; remove it.".formatted((int) c));
            }
        }
        return Optional.empty();
    }

    private static boolean isForbidden(char c) {
        return Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF';
    }

    /** The text of a cell as it is kept: stripped, composed, with LF for every line break. */
    static String clean(String cell) {
        String stripped = strip(cell);
        return composed(
                stripped.indexOf('\r') < 0
                        ? stripped
                        : stripped.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /** The text without white space at its ends, no-break and zero-width spaces included: nobody sees them in a spreadsheet. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                ? c == ' ' || c == '\t' || c == '\n' || c == '\r'
                : c > 0x7F && (Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF');
    }

    /** The text in Unicode normal form C: what looks the same is then the same. */
    private static String composed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** The text in quotation marks, cut if long, with what cannot be seen written as {@code U+0000}. */
    static String quote(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int end = text.length() <= SHOWN ? text.length() : text.offsetByCodePoints(0, SHOWN / 2);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c != ' ' && isSpace(c)) {
                shown.append("<U+%04X>".formatted((int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.append(end < text.length() ? "\u2026\"" : "\"").toString();
    }
}
