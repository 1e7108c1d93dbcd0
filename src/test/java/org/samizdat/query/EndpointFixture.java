package org.samizdat.query;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Answer;
import org.samizdat.http.Build;
import org.samizdat.http.Version;
import org.samizdat.http.WatchedConnector;
import org.samizdat.web.ServerFixture;

/** The endpoint alone behind a real connector, over data that counts how often it is asked and can keep who asks waiting. */
final class EndpointFixture implements AutoCloseable {
    private static final String TYPES = "text/csv, text/turtle";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Server jetty = new Server();
    private final WatchedConnector connector = new WatchedConnector(jetty, new HttpConnectionFactory());
    private final SparqlEndpoint endpoint;
    private final QueryData data;
    private final AtomicInteger executions = new AtomicInteger();
    private final AtomicInteger handled = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private EndpointFixture(Limits limits, UnaryOperator<Request> fault) {
        endpoint = new SparqlEndpoint(
                limits,
                (problem, request) -> Answer.momentary(
                        problem.status(),
                        "application/problem+json",
                        problem.getMessage().getBytes(StandardCharsets.UTF_8)));
        data = new QueryData(
                new Counted(loaded()),
                new Context(),
                "https://example.org/",
                new TreeMap<>(Map.of("id", "https://example.org/id/")),
                new KnownAnswers(new Version("release", new Build("build", Instant.EPOCH), Instant.EPOCH)),
                new NoPages());
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                handled.incrementAndGet();
                endpoint.handle(
                        data,
                        EndpointFixture::describe,
                        fault.apply(request),
                        response,
                        callback,
                        done::incrementAndGet);
                return true;
            }
        });
    }

    private static Answer describe(String address, Optional<String> accept) {
        return Answer.momentary(200, "text/plain", address.getBytes(StandardCharsets.UTF_8));
    }

    static EndpointFixture start(Limits limits) {
        return start(limits, request -> request);
    }

    /** @param fault what becomes of each request */
    static EndpointFixture start(Limits limits, UnaryOperator<Request> fault) {
        EndpointFixture fixture = new EndpointFixture(limits, fault);
        try {
            fixture.jetty.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return fixture;
    }

    private static DatasetGraph loaded() {
        DatasetGraph memory = DatasetGraphFactory.createTxnMem();
        memory.executeWrite(() -> RDFDataMgr.read(
                memory, ServerFixture.class.getResource("sample.trig").toString()));
        return memory;
    }

    private final class Counted extends DatasetGraphWrapper {
        Counted(DatasetGraph data) {
            super(data);
        }

        @Override
        public void begin(TxnType type) {
            executions.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new AssertionError("No thread of a query is interrupted.", e);
            }
            super.begin(type);
        }
    }

    /** From now on queries wait before they look at the data. */
    void shut() {
        gate = new CountDownLatch(1);
    }

    void open() {
        gate.countDown();
    }

    /** How many queries have been run. */
    int executions() {
        return executions.get();
    }

    /** How many wait for the answer of an equal one. */
    int waiting() {
        return data.answers().running().waiting();
    }

    QueryData data() {
        return data;
    }

    SparqlEndpoint endpoint() {
        return endpoint;
    }

    /** Whether each request that came has let its data go, once. */
    boolean allDone() {
        return handled.get() == done.get();
    }

    /** Whether the server has seen that a client went away. */
    boolean hasMissedClient() {
        return connector.getConnectedEndPoints().stream().anyMatch(end -> end.isInputShutdown() || !end.isOpen());
    }

    static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It never came to that.");
            }
            Thread.onSpinWait();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + connector.getLocalPort() + "/");
    }

    static String path(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    CompletableFuture<HttpResponse<String>> ask(String query) {
        return get(path(query));
    }

    CompletableFuture<HttpResponse<String>> get(String path) {
        return send("GET", path, "Accept", TYPES);
    }

    /** @param fields names and values, in turn */
    CompletableFuture<HttpResponse<String>> send(String method, String path, String... fields) {
        HttpRequest request = HttpRequest.newBuilder(address().resolve(path))
                .method(method, BodyPublishers.noBody())
                .headers(fields)
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString());
    }

    /** @param fields names and values, in turn */
    CompletableFuture<HttpResponse<String>> post(String query, String... fields) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address().resolve("/sparql"));
        HttpRequest request = (fields.length == 0 ? builder : builder.headers(fields))
                .header("Accept", TYPES)
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query))
                .build();
        return CLIENT.sendAsync(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        open();
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            endpoint.close();
        }
    }
}
