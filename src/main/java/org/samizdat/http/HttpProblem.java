package org.samizdat.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A request that cannot be answered as asked: RFC 9457. What is thrown here is shown to the client: it holds nothing
 * internal.
 */
public final class HttpProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient Content content;

    /**
     * What a problem may say besides its status, title and detail.
     *
     * @param advice what to do about it; may be empty
     * @param excerpt lines of the request that are at fault, as they came; may be empty
     * @param numbers by name, such as the line and column of an error
     * @param alternatives what can be had instead
     * @param fields of the response's header
     */
    private record Content(
            String advice,
            String excerpt,
            Map<String, Long> numbers,
            List<String> alternatives,
            List<HttpField> fields) {
        static final Content NONE = new Content("", "", Map.of(), List.of(), List.of());
    }

    private HttpProblem(int status, String title, String detail, Content content) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.content = content;
    }

    /** @param detail a sentence or two for the client */
    public static HttpProblem of(int status, String title, String detail) {
        return new HttpProblem(status, title, detail, Content.NONE);
    }

    public static HttpProblem of(int status) {
        return status >= 500
                ? of(status, "Server error", "The server could not answer. The fault is not yours.")
                : of(status, "Bad request", "The server does not understand this request.");
    }

    public static HttpProblem notFound() {
        return of(404, "Not found", "There is nothing at this address.");
    }

    /** @param near relative addresses of what may have been meant */
    public static HttpProblem notFound(List<String> near) {
        return near.isEmpty()
                ? notFound()
                : of(404, "Not found", "There is nothing at this address. Did you mean one of these?")
                        .offering(near);
    }

    /** @param choices relative addresses of the things that were meant */
    public static HttpProblem several(List<String> choices) {
        return of(300, "Several things", "Several things answer to this name.").offering(choices);
    }

    public static HttpProblem gone() {
        return of(410, "Withdrawn", "What was published at this address has been withdrawn.");
    }

    /** @param alternatives the variants there are */
    public static HttpProblem notAcceptable(List<String> alternatives) {
        return of(406, "Not acceptable", "This document is not available in the format asked for.")
                .offering(alternatives);
    }

    public static HttpProblem failedPrecondition() {
        return of(412, "Precondition failed", "The document is another than the one asked about.");
    }

    /** @param methods as the Allow field lists them */
    public static HttpProblem methodNotAllowed(String methods) {
        return of(405, "Method not allowed", "This address can only be read: " + methods + ".")
                .with(new HttpField(HttpHeader.ALLOW, methods));
    }

    /** @param advice what to do about it */
    public HttpProblem advising(String advice) {
        return with(new Content(advice, content.excerpt, content.numbers, content.alternatives, content.fields));
    }

    /** @param excerpt lines of the request that are at fault */
    public HttpProblem quoting(String excerpt) {
        return with(new Content(content.advice, excerpt, content.numbers, content.alternatives, content.fields));
    }

    /** @param alternatives what can be had instead */
    public HttpProblem offering(List<String> alternatives) {
        return with(new Content(content.advice, content.excerpt, content.numbers, alternatives, content.fields));
    }

    public HttpProblem with(String name, long number) {
        Map<String, Long> more = new LinkedHashMap<>(content.numbers);
        more.put(name, number);
        return with(new Content(content.advice, content.excerpt, more, content.alternatives, content.fields));
    }

    public HttpProblem with(HttpField field) {
        List<HttpField> more = new ArrayList<>(content.fields);
        more.add(field);
        return with(new Content(content.advice, content.excerpt, content.numbers, content.alternatives, more));
    }

    /** @param seconds when to try again: RFC 9110 section 10.2.3 */
    public HttpProblem retryAfter(long seconds) {
        return with(new HttpField(HttpHeader.RETRY_AFTER, Long.toString(seconds)));
    }

    private HttpProblem with(Content more) {
        return new HttpProblem(status, title, getMessage(), more);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String advice() {
        return content.advice;
    }

    public String excerpt() {
        return content.excerpt;
    }

    public Map<String, Long> numbers() {
        return content.numbers;
    }

    public List<String> alternatives() {
        return content.alternatives;
    }

    /** What the response's header says besides. */
    public List<HttpField> fields() {
        return content.fields;
    }
}
