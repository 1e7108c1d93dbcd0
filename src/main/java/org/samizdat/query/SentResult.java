package org.samizdat.query;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.http.Answer;

/** A result as it goes to the client: at once with its length, or in pieces; compressed where the client likes that. */
final class SentResult {
    /** What is smaller fits into a packet anyway. */
    private static final int WORTH_COMPRESSING = 1_000;

    private final Exchange exchange;
    private final String contentType;

    SentResult(Exchange exchange, String contentType) {
        this.exchange = exchange;
        this.contentType = contentType;
    }

    /** Begins to send in pieces. To HEAD nothing is sent before it is known that all is well. */
    OutputStream stream() throws IOException {
        if (exchange.isHead()) {
            return OutputStream.nullOutputStream();
        }
        OutputStream body = exchange.stream(answer(new byte[0], exchange.acceptsGzip()));
        return exchange.acceptsGzip() ? new GZIPOutputStream(body) : body;
    }

    /** Sends what was held back, or the end of what was not. */
    void complete(HeldBack out) throws IOException {
        Optional<byte[]> whole = out.whole();
        if (whole.isPresent()) {
            exchange.answer(complete(whole.get()));
            return;
        }
        out.close();
        if (exchange.isHead()) {
            exchange.stream(answer(new byte[0], exchange.acceptsGzip())).close();
        }
        exchange.finish();
    }

    private Answer complete(byte[] body) throws IOException {
        boolean gzip = exchange.acceptsGzip() && body.length >= WORTH_COMPRESSING;
        return answer(gzip ? compress(body) : body, gzip);
    }

    private Answer answer(byte[] body, boolean gzip) {
        Answer answer = Answer.momentary(200, contentType, body).with(HttpHeader.VARY, "Accept, Accept-Encoding");
        return gzip ? answer.with(HttpHeader.CONTENT_ENCODING, "gzip") : answer;
    }

    private static byte[] compress(byte[] body) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        }
        return compressed.toByteArray();
    }
}
