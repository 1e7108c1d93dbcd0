package org.samizdat.http;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What tells one state of a document from another: RFC 9110 section 8.8.
 *
 * @param etag a strong entity tag, quotes included
 * @param modified when the document last changed, in whole seconds
 */
public record Validators(String etag, Instant modified) {
    public enum Outcome {
        PROCEED,
        NOT_MODIFIED,
        FAILED
    }

    /** Tells bytes that differ apart: eight hexadecimal digits. */
    public static String checksum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Of the same document in a content coding, which is another representation (RFC 9110 section 8.8.3.3). */
    Validators of(String coding) {
        return new Validators(etag.substring(0, etag.length() - 1) + "-" + coding + '"', modified);
    }

    /** What the preconditions of a GET or HEAD request come to, in the order of RFC 9110 section 13.2.2. */
    public Outcome evaluate(HttpFields request) {
        if (request.contains(HttpHeader.IF_MATCH)) {
            if (!matches(request.getValuesList(HttpHeader.IF_MATCH), false)) {
                return Outcome.FAILED;
            }
        } else if (date(request, HttpHeader.IF_UNMODIFIED_SINCE)
                .filter(modified::isAfter)
                .isPresent()) {
            return Outcome.FAILED;
        }
        if (request.contains(HttpHeader.IF_NONE_MATCH)) {
            boolean known = matches(request.getValuesList(HttpHeader.IF_NONE_MATCH), true);
            return known ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
        }
        boolean unchanged = date(request, HttpHeader.IF_MODIFIED_SINCE)
                .filter(date -> !modified.isAfter(date))
                .isPresent();
        return unchanged ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    /** Whether a GET or HEAD request has this very tag in its If-None-Match, and no other precondition that comes first. */
    boolean isNamed(HttpFields request) {
        List<String> lines = request.getValuesList(HttpHeader.IF_NONE_MATCH);
        return !lines.contains("*") && !request.contains(HttpHeader.IF_MATCH) && matches(lines, true);
    }

    /** If-Match compares strongly, If-None-Match weakly (section 8.8.3.2); a tag of ours has no comma in it. */
    private boolean matches(List<String> lines, boolean weakly) {
        for (String line : lines) {
            for (String element : line.split(",")) {
                String tag = element.strip();
                String opaque = weakly && tag.startsWith("W/") ? tag.substring(2) : tag;
                if (opaque.equals("*") || opaque.equals(etag)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A date that is no HTTP date is passed over, as section 13.1.3 has it. */
    private static Optional<Instant> date(HttpFields request, HttpHeader name) {
        String value = request.get(name);
        long millis = value == null ? -1 : HttpDateTime.parseToEpoch(value);
        return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
