package org.samizdat.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a query that somebody saved.
 *
 * @param hash under which it is found: the first 16 hexadecimal digits of the SHA-256 of the text in UTF-8
 * @param text with lines that end in LF, and none that is blank before or after it
 * @param release the id of the release that was served then
 */
public record SavedQuery(String hash, String text, Instant saved, String release) {
    private static final int DIGITS = 16;
    private static final Pattern FILE = Pattern.compile("#saved (\\S+) ([0-9a-f]{16})\\n(.*)", Pattern.DOTALL);

    static SavedQuery of(String text, Instant saved, String release) {
        String normal = normal(text);
        return new SavedQuery(hash(normal), normal, saved, release);
    }

    /** Forms send lines that end in CRLF; that must not make another query of it. */
    static String normal(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n').strip() + "\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }

    static boolean isHash(String name) {
        return name.matches("[0-9a-f]{" + DIGITS + "}");
    }

    /** What is written to its file: a line about it, and the text. */
    String file() {
        return "#saved " + saved + " " + release + "\n" + text;
    }

    /** @return empty if the file is not one that was written here */
    static Optional<SavedQuery> read(String hash, String file) {
        Matcher parts = FILE.matcher(file);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SavedQuery(hash, parts.group(3), Instant.parse(parts.group(1)), parts.group(2)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
