package org.samizdat.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The bytes of an answer: as they are, and compressed from when a client first takes them so. */
final class Body {
    /** Below this, a body fits into the packet that its header fields fill anyway. */
    private static final int WORTH_COMPRESSING = 1_000;

    private final byte[] bytes;
    private volatile byte[] compressed = {};

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isCompressible() {
        return bytes.length >= WORTH_COMPRESSING;
    }

    /** The bytes in the gzip coding (RFC 1952), the same each time. */
    byte[] gzip() {
        byte[] known = compressed;
        if (known.length == 0) {
            known = compress();
            compressed = known;
        }
        return known;
    }

    private byte[] compress() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
