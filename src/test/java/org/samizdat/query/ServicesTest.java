package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.http.Build;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Version;

/** SERVICE asks what the operator has listed, nothing else, and no longer than the query may run. */
class ServicesTest {
    private static final String ROW = "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":"
            + "[{\"x\":{\"type\":\"literal\",\"value\":\"from afar\"}}]}}";

    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer other;
    private String address;

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.setExecutor(Executors.newCachedThreadPool());
        address = "http://localhost:" + other.getAddress().getPort();
        other.createContext("/sparql", exchange -> answer(exchange, 200));
        other.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", address + "/sparql");
            answer(exchange, 302);
        });
        other.createContext("/slow", this::never);
        other.start();
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        calls.incrementAndGet();
        exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(status, ROW.length());
        exchange.getResponseBody().write(ROW.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    /** Begins an answer that it does not end. */
    private void never(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(ROW.substring(0, 20).getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        asked.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @AfterEach
    void stop() {
        over.countDown();
        other.stop(0);
    }

    @Test
    void asksWhatIsListed() {
        Services services = new Services(List.of(address + "/sparql"), any -> true);
        String query = "SELECT ?x { SERVICE <" + address + "/sparql> { ?x ?y ?z FILTER REGEX(STR(?y), 'a') } }";
        assertEquals("x\r\nfrom afar\r\n", run(query, services, new Cancellation()));
        assertEquals(1, calls.get());
    }

    @Test
    void isNotSentElsewhere() {
        Services services = new Services(List.of(address + "/elsewhere"), any -> true);
        String query = "SELECT ?x { SERVICE <" + address + "/elsewhere> { ?x ?y ?z } }";
        assertThrows(RuntimeException.class, () -> run(query, services, new Cancellation()));
        assertEquals(1, calls.get());
    }

    @Test
    void doesNotWaitLongerThanItMay() throws InterruptedException {
        Services services = new Services(List.of(address + "/slow"), any -> true);
        Cancellation cancellation = new Cancellation();
        Thread timer = Thread.ofPlatform().start(() -> {
            try {
                asked.await();
                cancellation.cancel(Reason.TIME);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String query = "SELECT ?x { SERVICE <" + address + "/slow> { ?x ?y ?z } }";
        assertThrows(RuntimeException.class, () -> run(query, services, cancellation));
        timer.join();
    }

    private static String run(String text, Services services, Cancellation cancellation) {
        Query query = QueryFactory.create(text);
        Admission.check(query, services);
        SparqlRequest asked = new SparqlRequest(text, List.of(), List.of(), Optional.empty());
        QueryData data = new QueryData(
                DatasetGraphFactory.createTxnMem(),
                new Context(),
                "https://example.org/",
                new TreeMap<>(),
                new KnownAnswers(new Version("release", new Build("build", Instant.EPOCH), Instant.EPOCH)),
                new NoPages());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Evaluation(data, asked, query, ResultFormat.CSV, services, cancellation).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsListedMustNotBeAtAPrivateAddress() {
        Services services = new Services(List.of(address + "/sparql"), Services::isPublic);
        HttpProblem refused =
                assertThrows(HttpProblem.class, () -> services.check(NodeFactory.createURI(address + "/sparql")));
        assertEquals(403, refused.status());
        assertEquals(0, calls.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "192.168.1.1",
                        "169.254.169.254",
                "100.64.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::",
                "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "2002:7f00:1::", "2001::1",
                        "64:ff9b::7f00:1"
            })
    void privateAddresses(String text) throws UnknownHostException {
        assertFalse(Services.isPublic(InetAddress.getByName(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"208.80.154.224", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2620:0:861:ed1a::1"})
    void publicAddresses(String text) throws UnknownHostException {
        assertTrue(Services.isPublic(InetAddress.getByName(text)));
    }
}
