package org.samizdat.http;

import java.util.List;

/** A request that cannot be answered as asked. What is thrown here is shown to the client: it holds nothing internal. */
public final class HttpProblem extends RuntimeException {
    /** The methods that all addresses here understand. */
    public static final String ALLOWED = "GET, HEAD, OPTIONS";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<String> alternatives;

    private HttpProblem(int status, String title, String detail, List<String> alternatives) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.alternatives = alternatives;
    }

    public static HttpProblem notFound() {
        return new HttpProblem(404, "Not found", "There is nothing at this address.", List.of());
    }

    /** @param near relative addresses of what may have been meant */
    public static HttpProblem notFound(List<String> near) {
        return near.isEmpty()
                ? notFound()
                : new HttpProblem(
                        404, "Not found", "There is nothing at this address. Did you mean one of these?", near);
    }

    /** @param choices relative addresses of the things that were meant */
    public static HttpProblem several(List<String> choices) {
        return new HttpProblem(300, "Several things", "Several things answer to this name.", choices);
    }

    public static HttpProblem gone() {
        return new HttpProblem(410, "Withdrawn", "What was published at this address has been withdrawn.", List.of());
    }

    /** @param alternatives relative addresses of the variants there are, each with its media type */
    public static HttpProblem notAcceptable(List<String> alternatives) {
        return new HttpProblem(
                406, "Not acceptable", "This document is not available in the format asked for.", alternatives);
    }

    public static HttpProblem failedPrecondition() {
        return new HttpProblem(
                412, "Precondition failed", "The document is another than the one asked about.", List.of());
    }

    public static HttpProblem methodNotAllowed() {
        return new HttpProblem(405, "Method not allowed", "This address can only be read: " + ALLOWED + ".", List.of());
    }

    public static HttpProblem of(int status) {
        return status >= 500
                ? new HttpProblem(
                        status, "Server error", "The server could not answer. The fault is not yours.", List.of())
                : new HttpProblem(status, "Bad request", "The server does not understand this request.", List.of());
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public List<String> alternatives() {
        return alternatives;
    }
}
