package org.samizdat.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The result of a query may be shown once more while the cache asks for it again: RFC 5861 section 3. */
    private static final HttpField STALE_MEANWHILE =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=60, stale-while-revalidate=600");

    private static final HttpField FOR_A_YEAR =
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");

    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField ANY_ORIGIN = new PreEncodedHttpField("Access-Control-Allow-Origin", "*");
    /** Scripts of other origins may read all fields, Link, ETag, Location and Content-Location among them. */
    private static final HttpField EXPOSED = new PreEncodedHttpField("Access-Control-Expose-Headers", "*");

    private static final HttpField CLOSE = new PreEncodedHttpField(HttpHeader.CONNECTION, "close");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField POLICY = new PreEncodedHttpField(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action"
                    + " 'self'; base-uri 'none'; frame-ancestors 'none'");

    private final int status;
    private final List<HttpField> fields;
    private final List<HttpField> unchanged;
    private final Body body;
    private final Coding plain;
    private final Optional<Coding> gzip;

    private Answer(int status, List<HttpField> fields, Body body, Coding plain, Optional<Coding> gzip) {
        this.status = status;
        this.fields = List.copyOf(fields);
        this.unchanged = fields.stream().filter(Answer::isForCaches).toList();
        this.body = body;
        this.plain = plain;
        this.gzip = gzip;
    }

    /** What a 304 repeats: RFC 9110 section 15.4.5, and what browsers ask of any answer. */
    private static boolean isForCaches(HttpField field) {
        return field.getHeader() == HttpHeader.CACHE_CONTROL
                || field.getHeader() == HttpHeader.CONTENT_LOCATION
                || field.getHeader() == HttpHeader.VARY
                || field.getHeader() == HttpHeader.LAST_MODIFIED
                || field == ANY_ORIGIN
                || field == EXPOSED;
    }

    private static Answer of(int status, List<HttpField> fields, byte[] bytes) {
        return new Answer(status, fields, new Body(bytes), Coding.NONE, Optional.empty());
    }

    /** A document that stays the same for as long as its validators. */
    public static Answer document(String contentType, byte[] body, Validators validators) {
        return of(200, content(contentType, REVALIDATE), body)
                .with(modified(validators))
                .coded(Coding.of(validators));
    }

    private static HttpField modified(Validators validators) {
        return new PreEncodedHttpField(HttpHeader.LAST_MODIFIED, DateGenerator.formatDate(validators.modified()));
    }

    /**
     * The result of a query, which depends on the Accept field.
     *
     * @param validators of what will be the same whenever the query is asked; empty where that is not known
     */
    public static Answer result(String contentType, byte[] body, Optional<Validators> validators) {
        Body whole = new Body(body);
        return result(contentType, whole, validators, whole.isCompressible());
    }

    /** The same where the body is written by the caller, in pieces: {@link #start}. */
    public static Answer streamedResult(String contentType, Optional<Validators> validators) {
        return result(contentType, new Body(new byte[0]), validators, true);
    }

    private static Answer result(String contentType, Body body, Optional<Validators> validators, boolean compressible) {
        List<HttpField> fields = content(contentType, validators.isPresent() ? STALE_MEANWHILE : NO_STORE);
        fields.add(new PreEncodedHttpField(HttpHeader.VARY, "Accept, Accept-Encoding"));
        validators.ifPresent(known -> fields.add(modified(known)));
        Coding plain = validators.map(Coding::of).orElse(Coding.NONE);
        return new Answer(200, fields, body, plain, compressible ? Optional.of(plain.gzip()) : Optional.empty());
    }

    /** A file whose address changes whenever its content does. */
    public static Answer lasting(String contentType, byte[] body) {
        return of(200, content(contentType, FOR_A_YEAR), body).coded(Coding.NONE);
    }

    /** Something that holds only now. */
    public static Answer momentary(int status, String contentType, byte[] body) {
        return of(status, content(contentType, NO_STORE), body);
    }

    /** @param location relative to the address asked for */
    public static Answer redirect(int status, String location) {
        return of(status, List.of(REVALIDATE, ANY_ORIGIN, EXPOSED), new byte[0]).with(HttpHeader.LOCATION, location);
    }

    /**
     * To OPTIONS: what may be done here, by scripts of any origin too (Fetch standard, CORS preflight).
     *
     * @param methods as the Allow field lists them
     */
    public static Answer options(String methods) {
        return of(204, List.of(ANY_ORIGIN, EXPOSED), new byte[0])
                .with(HttpHeader.ALLOW, methods)
                .with(new PreEncodedHttpField("Access-Control-Allow-Methods", methods))
                .with(new PreEncodedHttpField("Access-Control-Allow-Headers", "*"))
                .with(new PreEncodedHttpField("Access-Control-Max-Age", "86400"));
    }

    /** Sent compressed to those who take it, if that pays. */
    private Answer coded(Coding coding) {
        boolean compressible = body.isCompressible();
        Answer coded =
                new Answer(status, fields, body, coding, compressible ? Optional.of(coding.gzip()) : Optional.empty());
        return compressible ? coded.varying("Accept-Encoding") : coded;
    }

    /** @param fields the names of the request's fields that this answer depends on, joined by commas */
    public Answer varying(String fields) {
        List<HttpField> more = new ArrayList<>(this.fields);
        String before = more.stream()
                .filter(field -> field.getHeader() == HttpHeader.VARY)
                .map(field -> ", " + field.getValue())
                .findFirst()
                .orElse("");
        more.removeIf(field -> field.getHeader() == HttpHeader.VARY);
        more.add(new PreEncodedHttpField(HttpHeader.VARY, fields + before));
        return new Answer(status, more, body, plain, gzip);
    }

    public Answer varying() {
        return varying("Accept");
    }

    /** The same for a method whose answers have no validators, and are not kept: RFC 9110 section 9.3.3. */
    public Answer unkept() {
        List<HttpField> more = new ArrayList<>(fields);
        more.removeIf(field ->
                field.getHeader() == HttpHeader.CACHE_CONTROL || field.getHeader() == HttpHeader.LAST_MODIFIED);
        more.add(NO_STORE);
        return new Answer(status, more, body, Coding.NONE, gzip.map(coding -> Coding.NONE.gzip()));
    }

    public Answer with(HttpHeader name, String value) {
        return with(new PreEncodedHttpField(name, value));
    }

    public Answer with(HttpField field) {
        List<HttpField> more = new ArrayList<>(fields);
        more.add(field);
        return new Answer(status, more, body, plain, gzip);
    }

    /** A cache of answers that takes about so many bytes. */
    public static <K> Cache<K, Answer> cache(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((K key, Answer answer) -> answer.weight())
                .executor(Runnable::run)
                .build();
    }

    public int status() {
        return status;
    }

    /** How much memory it takes, roughly, with its compressed form. */
    private int weight() {
        return body.bytes().length + body.bytes().length / 4 + 2_000;
    }

    private static List<HttpField> content(String contentType, HttpField cache) {
        List<HttpField> fields = new ArrayList<>(List.of(
                new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, contentType), cache, ANY_ORIGIN, EXPOSED, NO_SNIFF));
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
        if (isUnread(request)) {
            response.getHeaders().put(CLOSE);
        }
        if (status == 304) {
            response.setStatus(status);
            add(fields, response);
            // Not the last: Jetty would add the Content-Length of a body that is not known here (RFC 9110 section 8.6).
            response.write(false, null, callback);
            return;
        }
        boolean compressed = gzip.isPresent() && Negotiation.acceptsGzip(request.getHeaders());
        Coding coding = compressed ? gzip.get() : plain;
        Validators.Outcome outcome = coding.validators()
                .map(known -> known.evaluate(request.getHeaders()))
                .orElse(Validators.Outcome.PROCEED);
        if (outcome == Validators.Outcome.FAILED) {
            throw HttpProblem.failedPrecondition();
        }
        byte[] bytes = compressed ? body.gzip() : body.bytes();
        if (status != 204) {
            // In a 304 too, where Jetty would else write 0: RFC 9110 section 8.6.
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        }
        if (outcome == Validators.Outcome.NOT_MODIFIED) {
            add(coding.tag(), response);
            write(response, 304, unchanged, null, callback);
        } else {
            add(coding.fields(), response);
            boolean head = HttpMethod.HEAD.is(request.getMethod());
            write(response, status, fields, head ? null : ByteBuffer.wrap(bytes), callback);
        }
    }

    /** Whether a body was sent that nobody has read: the connection ends with the answer then, and says so (RFC 9112 section 9.6). */
    private static boolean isUnread(Request request) {
        String method = request.getMethod();
        return !HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method) && !request.consumeAvailable();
    }

    /**
     * A 304 for a request that names this answer's entity tag in If-None-Match: whoever knows the tag has the body, which need
     * not be known here.
     */
    public Optional<Answer> confirmation(HttpFields request) {
        return Stream.of(Optional.of(plain), gzip.filter(coding -> Negotiation.acceptsGzip(request)))
                .flatMap(Optional::stream)
                .filter(coding -> coding.validators()
                        .filter(known -> known.isNamed(request))
                        .isPresent())
                .findFirst()
                .map(this::unchanged);
    }

    private Answer unchanged(Coding coding) {
        List<HttpField> repeated = new ArrayList<>(coding.tag());
        repeated.addAll(unchanged);
        return of(304, repeated, new byte[0]);
    }

    /**
     * Sets status and fields alone: the body is written by the caller.
     *
     * @param compressed whether it will be compressed
     */
    public void start(Response response, boolean compressed) {
        response.setStatus(status);
        add((compressed ? gzip.orElseThrow() : plain).fields(), response);
        add(fields, response);
    }

    private static void write(
            Response response, int status, List<HttpField> fields, ByteBuffer content, Callback callback) {
        response.setStatus(status);
        add(fields, response);
        response.write(true, content, callback);
    }

    private static void add(List<HttpField> fields, Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        for (int i = 0; i < fields.size(); i++) {
            headers.add(fields.get(i));
        }
    }
}
