package org.samizdat.query;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.UrlEncoded;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.samizdat.http.HttpProblem;

/** Reads a request by the SPARQL 1.1 Protocol, section 2.1. Whatever is no query is refused here. */
final class Protocol {
    static final String METHODS = "GET, HEAD, OPTIONS, POST";

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT = "application/sparql-query";
    /** Bodies by which stores are written to. */
    private static final Set<String> WRITING = Set.of(
            "application/sparql-update",
            "multipart/form-data",
            "application/rdf-patch",
            "text/turtle",
            "text/n3",
            "application/n-triples",
            "application/n-quads",
            "application/trig",
            "application/rdf+xml",
            "application/ld+json",
            "application/rdf+thrift",
            "application/rdf+protobuf");

    private static final Set<String> WRITING_PARAMETERS = Set.of("update", "using-graph-uri", "using-named-graph-uri");
    private static final Set<String> GRAPH_STORE = Set.of("graph", "default");
    /** Long enough for any query over any line; a body that comes more slowly is not waited for. */
    private static final long SECONDS_TO_SEND = 10;

    private final int longest;

    /** @param longest bytes that a request may have */
    Protocol(int longest) {
        this.longest = longest;
    }

    /** Whether this is a GET without any parameter: SPARQL 1.1 Service Description, section 2. */
    static boolean asksNothing(Request request) {
        String method = request.getMethod();
        String parameters = request.getHttpURI().getQuery();
        return (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))
                && (parameters == null || parameters.isEmpty());
    }

    /** Completes, at once where there is no body, with the request or an {@link HttpProblem}. */
    CompletableFuture<SparqlRequest> read(Request request) {
        try {
            String method = request.getMethod();
            String parameters =
                    Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
            if (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
                return CompletableFuture.completedFuture(form(decode(parameters)));
            }
            if (HttpMethod.POST.is(method)) {
                return post(request, decode(parameters)).thenApply(this::form);
            }
            throw HttpProblem.methodNotAllowed(METHODS);
        } catch (HttpProblem problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    /** The parameters of a POST request, {@code query} among them in either way, as {@link #read} does it. */
    CompletableFuture<Fields> posted(Request request) {
        try {
            return post(
                    request,
                    decode(Optional.ofNullable(request.getHttpURI().getQuery()).orElse("")));
        } catch (HttpProblem problem) {
            return CompletableFuture.failedFuture(problem);
        }
    }

    private CompletableFuture<Fields> post(Request request, Fields parameters) {
        String field = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        String type = field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        checkWriting(parameters);
        if (WRITING.contains(type)) {
            throw readOnly();
        }
        if (!type.equals(FORM) && !type.equals(TEXT)) {
            throw unsupported(type);
        }
        checkCoding(request, field);
        if (request.getLength() > mostRead()) {
            throw tooLarge();
        }
        return body(request).thenApply(text -> type.equals(TEXT) ? direct(text, parameters) : decode(text));
    }

    private static void checkCoding(Request request, String type) {
        if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
            throw HttpProblem.of(415, "Unsupported content coding", "A query is sent as it is, not compressed.")
                    .with(new HttpField(HttpHeader.ACCEPT_ENCODING, "identity"));
        }
        String charset = MimeTypes.getCharsetFromContentType(type);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw HttpProblem.of(415, "Unsupported character set", "A query is sent as UTF-8.");
        }
    }

    private CompletableFuture<String> body(Request request) {
        CompletableFuture<byte[]> sent = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(
                request,
                mostRead(),
                Promise.Invocable.from(InvocationType.NON_BLOCKING, sent::complete, sent::completeExceptionally));
        return sent.orTimeout(SECONDS_TO_SEND, TimeUnit.SECONDS).handle((bytes, failure) -> {
            if (failure == null) {
                return text(bytes);
            }
            throw unread(failure instanceof CompletionException ? failure.getCause() : failure);
        });
    }

    private HttpProblem unread(Throwable failure) {
        if (failure instanceof TimeoutException) {
            return HttpProblem.of(408, "Too slow", "The query did not arrive within " + SECONDS_TO_SEND + " seconds.")
                    .with(new HttpField(HttpHeader.CONNECTION, "close"));
        }
        return failure instanceof IllegalStateException
                ? tooLarge()
                : HttpProblem.of(400, "Bad request", "The query did not arrive whole.");
    }

    /**
     * What is a little too large is read before it is refused: a client that is still sending when the connection closes may
     * never see the answer (RFC 9112, 9.6).
     */
    private int mostRead() {
        return 2 * longest;
    }

    private String text(byte[] bytes) {
        if (bytes.length > longest) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HttpProblem.of(400, "Bad request", "The query is not UTF-8.");
        }
    }

    private static Fields decode(String encoded) {
        Fields fields = new Fields(true);
        try {
            UrlEncoded.decodeUtf8To(encoded, fields);
            return fields;
        } catch (IllegalArgumentException e) {
            throw HttpProblem.of(400, "Bad request", "The parameters are not well encoded.")
                    .advising("Percent-encode them, as UTF-8.");
        }
    }

    private SparqlRequest form(Fields parameters) {
        checkWriting(parameters);
        if (parameters.get("query") == null && GRAPH_STORE.stream().anyMatch(name -> parameters.get(name) != null)) {
            throw HttpProblem.of(404, "Not found", "There is no graph store here.")
                    .advising("Ask a query: SPARQL can read every graph with GRAPH or FROM.");
        }
        return request(query(parameters), parameters);
    }

    /** The query among parameters. */
    static String query(Fields parameters) {
        List<String> queries = parameters.getValuesOrEmpty("query");
        if (queries.size() != 1) {
            throw HttpProblem.of(
                            400,
                            "Bad request",
                            "A request has one parameter query; this one has " + queries.size() + ".")
                    .advising("Send the query as parameter query, or as body of type application/sparql-query.");
        }
        return queries.getFirst();
    }

    private static Fields direct(String query, Fields parameters) {
        if (parameters.get("query") != null) {
            throw HttpProblem.of(400, "Bad request", "The query is sent both as body and as parameter.");
        }
        Fields all = new Fields(parameters);
        all.put("query", query);
        return all;
    }

    private SparqlRequest request(String query, Fields parameters) {
        if (query.length() > longest) {
            throw tooLarge();
        }
        return new SparqlRequest(
                query,
                List.copyOf(parameters.getValuesOrEmpty("default-graph-uri")),
                List.copyOf(parameters.getValuesOrEmpty("named-graph-uri")),
                Optional.ofNullable(parameters.getValue("format")));
    }

    private static void checkWriting(Fields parameters) {
        if (WRITING_PARAMETERS.stream().anyMatch(name -> parameters.get(name) != null)) {
            throw readOnly();
        }
    }

    private static HttpProblem readOnly() {
        return HttpProblem.of(
                        405, "Method not allowed", "Nothing can be written here: this endpoint answers queries only.")
                .with(new HttpField(HttpHeader.ALLOW, METHODS));
    }

    private static HttpProblem unsupported(String type) {
        String found = type.isEmpty() ? "no Content-Type" : "a body of type " + type;
        return HttpProblem.of(415, "Unsupported media type", "The request has " + found + ".")
                .advising("Send the query as " + TEXT + ", or as parameter query of a form, " + FORM + ".")
                .with(new HttpField("Accept-Post", TEXT + ", " + FORM));
    }

    private HttpProblem tooLarge() {
        return HttpProblem.of(413, "Query too large", "The request is larger than " + longest + " bytes.")
                .advising("Ask for less at a time.")
                .with("limit", longest)
                .with(new HttpField(HttpHeader.CONNECTION, "close"));
    }
}
