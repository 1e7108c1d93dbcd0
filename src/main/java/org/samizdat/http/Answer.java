package org.samizdat.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A finished answer: status, header fields encoded once, and bytes. It may be sent any number of times, by any thread.
 */
public final class Answer {
    /** Caches may keep an answer, and ask again whether it still holds: a new release can come at any time. */
    private static final HttpField REVALIDATE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=60, must-revalidate");

    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept");
    private static final HttpField ANY_ORIGIN = new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField POLICY = new PreEncodedHttpField(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action"
                    + " 'self'; base-uri 'none'; frame-ancestors 'none'");

    private final int status;
    private final List<HttpField> fields;
    private final Optional<Validators> validators;
    private final byte[] body;

    private Answer(int status, List<HttpField> fields, Optional<Validators> validators, byte[] body) {
        this.status = status;
        this.fields = List.copyOf(fields);
        this.validators = validators;
        this.body = body;
    }

    /** A document that stays the same for as long as its validators. */
    public static Answer document(String contentType, byte[] body, Validators validators) {
        return new Answer(200, content(contentType, REVALIDATE), Optional.of(validators), body)
                .with(HttpHeader.ETAG, validators.etag())
                .with(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(validators.modified()));
    }

    /** A file whose address changes whenever its content does. */
    public static Answer lasting(String contentType, byte[] body, Duration age) {
        HttpField cache =
                new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=" + age.toSeconds() + ", immutable");
        return new Answer(200, content(contentType, cache), Optional.empty(), body);
    }

    /** Something that holds only now. */
    public static Answer momentary(int status, String contentType, byte[] body) {
        return new Answer(status, content(contentType, NO_STORE), Optional.empty(), body);
    }

    /** @param location relative to the address asked for */
    public static Answer redirect(int status, String location) {
        return new Answer(status, List.of(REVALIDATE, ANY_ORIGIN), Optional.empty(), new byte[0])
                .with(HttpHeader.LOCATION, location);
    }

    /** To OPTIONS: what may be done here. */
    public static Answer options() {
        return new Answer(204, List.of(ANY_ORIGIN), Optional.empty(), new byte[0])
                .with(HttpHeader.ALLOW, "GET, HEAD, OPTIONS");
    }

    public Answer varying() {
        return with(VARY);
    }

    public Answer with(HttpHeader name, String value) {
        return with(new PreEncodedHttpField(name, value));
    }

    private Answer with(HttpField field) {
        List<HttpField> more = new ArrayList<>(fields);
        more.add(field);
        return new Answer(status, more, validators, body);
    }

    public int status() {
        return status;
    }

    /** How much memory it takes, roughly. */
    public int weight() {
        return body.length + 1_000;
    }

    private static List<HttpField> content(String contentType, HttpField cache) {
        List<HttpField> fields = new ArrayList<>(
                List.of(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType), cache, ANY_ORIGIN, NO_SNIFF));
        if (contentType.startsWith("text/html")) {
            fields.add(POLICY);
        }
        return fields;
    }

    /**
     * Writes this answer, or what the request's preconditions make of it.
     *
     * @throws HttpProblem if a precondition fails
     */
    public void send(Request request, Response response, Callback callback) {
        Validators.Outcome outcome =
                validators.map(known -> known.evaluate(request.getHeaders())).orElse(Validators.Outcome.PROCEED);
        switch (outcome) {
            case FAILED -> throw HttpProblem.failedPrecondition();
            case NOT_MODIFIED -> write(response, 304, null, callback);
            case PROCEED -> {
                boolean head = HttpMethod.HEAD.is(request.getMethod());
                if (status != 204) {
                    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
                }
                write(response, status, head ? null : ByteBuffer.wrap(body), callback);
            }
        }
    }

    private void write(Response response, int status, ByteBuffer content, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(status);
        for (int i = 0; i < fields.size(); i++) {
            headers.add(fields.get(i));
        }
        response.write(true, content, callback);
    }
}
