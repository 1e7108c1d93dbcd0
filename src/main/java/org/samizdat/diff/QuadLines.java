package org.samizdat.diff;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads N-Quads a line at a time, as bytes. */
public final class QuadLines implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    private QuadLines(InputStream in) {
        this.in = in;
    }

    /** Opens a file, which is decompressed where its name ends in {@code .gz}. */
    public static QuadLines open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return new QuadLines(file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in);
    }

    /** The next line; empty at the end. */
    public Optional<QuadLine> next() throws IOException {
        int scanned = from;
        while (true) {
            for (int i = scanned; i < to; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, from, i);
                    from = i + 1;
                    return Optional.of(new QuadLine(line));
                }
            }
            int pending = to - from;
            if (!fill()) {
                return rest();
            }
            scanned = from + pending;
        }
    }

    private boolean fill() throws IOException {
        if (to - from == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        } else {
            System.arraycopy(buffer, from, buffer, 0, to - from);
        }
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read >= 0;
    }

    private Optional<QuadLine> rest() {
        if (from == to) {
            return Optional.empty();
        }
        byte[] line = Arrays.copyOfRange(buffer, from, to);
        from = to;
        return Optional.of(new QuadLine(line));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
