package org.samizdat.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.samizdat.http.Answer;
import org.samizdat.http.Validators;

/** A result that is too large to be held back, as it goes to the client: in pieces, compressed where the client likes that. */
final class SentResult {
    private final Exchange exchange;
    private final Answer head;

    /** @param validators empty if the same query has another result each time */
    SentResult(Exchange exchange, String contentType, Optional<Validators> validators) {
        this.exchange = exchange;
        this.head = Answer.streamedResult(contentType, validators);
    }

    /** Begins to send. To HEAD nothing is sent before it is known that all is well. */
    OutputStream start() throws IOException {
        if (exchange.isHead()) {
            return OutputStream.nullOutputStream();
        }
        OutputStream body = exchange.stream(head);
        return exchange.acceptsGzip() ? new GZIPOutputStream(body) : body;
    }

    /** All of it has been written to this. */
    void finish(HeldBack out) throws IOException {
        out.close();
        if (exchange.isHead()) {
            exchange.stream(head).close();
        }
        exchange.finish();
    }
}
