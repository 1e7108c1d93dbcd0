package org.samizdat.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.samizdat.guard.Cancellation;

/**
 * Where an answer is written to. As long as it is small it is kept, so that an error can still take its place; what is
 * larger is sent on as it comes.
 */
final class HeldBack extends OutputStream {
    /** Sends the head of an answer, and gives where its body goes. */
    interface Start {
        OutputStream start() throws IOException;
    }

    private final int limit;
    private final Start start;
    private final Cancellation cancellation;
    private ByteArrayOutputStream held = new ByteArrayOutputStream(8 * 1024);
    private OutputStream sent;

    /** @param limit bytes that are kept */
    HeldBack(int limit, Start start, Cancellation cancellation) {
        this.limit = limit;
        this.start = start;
        this.cancellation = cancellation;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        cancellation.check();
        if (sent == null && held.size() + length > limit) {
            sent = start.start();
            held.writeTo(sent);
            held = null;
        }
        (sent == null ? held : sent).write(bytes, offset, length);
    }

    /** Nothing: writers flush more often than is good for packets. */
    @Override
    public void flush() {}

    /** Ends what was sent on, if anything was. */
    @Override
    public void close() throws IOException {
        if (sent != null) {
            sent.close();
        }
    }

    /** The whole answer, if nothing of it has been sent. */
    Optional<byte[]> whole() {
        return sent == null ? Optional.of(held.toByteArray()) : Optional.empty();
    }
}
