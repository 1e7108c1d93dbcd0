package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.samizdat.query.EndpointFixture.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Queries that are asked while an equal one runs. */
class EqualQueriesIT {
    private static final Limits LIMITS = Limits.standard().withFairUse(Optional.empty());
    private static final String QUERY =
            "SELECT ?o { <https://example.org/id/ada> <https://example.org/ontology#wrote> ?o }";
    private static final String ANSWER = "o\r\nhttps://example.org/id/note-g\r\n";
    /** Takes a second or so. */
    private static final String SLOW =
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(STR(?a) != STR(?i)) }";

    /** Whichever way they are written and sent. A client that comes too late to wait gets what was kept. */
    @Test
    void aSlowQueryRunsOnce() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withSlots(2, 32))) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String query = "PREFIX p" + i + ": <urn:x> # " + i + "\n" + SLOW + " ".repeat(i);
                answers.add(i % 3 == 0 ? server.post(query) : server.ask(query));
                answers.add(server.ask(SLOW));
            }
            List<String> bodies = answers.stream()
                    .map(answer -> answer.join().body())
                    .distinct()
                    .toList();
            assertEquals(1, bodies.size(), bodies::toString);
            assertTrue(bodies.getFirst().startsWith("n\r\n"), bodies.getFirst());
            assertEquals(1, server.executions());
            await(server::allDone);
        }
    }

    /** Those that wait hold no place: another query is run meanwhile in the second. */
    @Test
    void whoWaitsNeedsNoPlace() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withSlots(2, 32))) {
            server.shut();
            CompletableFuture<HttpResponse<String>> first = server.ask(QUERY);
            await(() -> server.executions() == 1);
            List<CompletableFuture<HttpResponse<String>>> others = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                others.add(server.ask(QUERY));
            }
            await(() -> server.waiting() == 50);
            CompletableFuture<HttpResponse<String>> other = server.ask("ASK {}");
            await(() -> server.executions() == 2);
            server.open();
            assertEquals(ANSWER, first.join().body());
            others.forEach(waiting -> assertEquals(ANSWER, waiting.join().body()));
            assertEquals(200, other.join().statusCode());
            assertEquals(2, server.executions());
        }
    }

    @Test
    void aClientThatGoesAwayDoesNotTakeTheOthersWithIt() throws IOException {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            server.shut();
            Socket leader = open(server);
            await(() -> server.executions() == 1);
            CompletableFuture<HttpResponse<String>> other = server.ask(QUERY);
            await(() -> server.waiting() == 1);
            leader.close();
            await(server::hasMissedClient);
            server.open();
            assertEquals(ANSWER, other.join().body());
            assertEquals(1, server.executions());
            await(server::allDone);
        }
    }

    /** When it went there was nobody to go on for; who came after that begins anew. */
    @Test
    void anotherTakesOverFromAQueryThatIsEnding() throws IOException {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            server.shut();
            Socket leader = open(server);
            await(() -> server.executions() == 1);
            leader.close();
            await(server::hasMissedClient);
            List<CompletableFuture<HttpResponse<String>>> others = List.of(server.ask(QUERY), server.ask(QUERY));
            await(() -> server.waiting() == 2);
            server.open();
            others.forEach(other -> assertEquals(ANSWER, other.join().body()));
            assertEquals(2, server.executions());
            await(server::allDone);
        }
    }

    private static Socket open(EndpointFixture server) throws IOException {
        Socket socket = new Socket(server.address().getHost(), server.address().getPort());
        String request = "GET " + EndpointFixture.path(QUERY)
                + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv, text/turtle\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Each waits no longer than it may, and is told; the place is free again when the query has ended. */
    @Test
    void whoWaitsHasItsOwnTime() {
        try (EndpointFixture server =
                EndpointFixture.start(LIMITS.withSlots(1, 0).withTime(Duration.ofSeconds(1)))) {
            server.shut();
            CompletableFuture<HttpResponse<String>> first = server.ask(QUERY);
            await(() -> server.executions() == 1);
            CompletableFuture<HttpResponse<String>> second = server.ask(QUERY);
            assertEquals(504, second.join().statusCode());
            assertEquals(504, first.join().statusCode());
            server.open();
            await(() -> server.ask("ASK {}").join().statusCode() == 200);
            await(server::allDone);
        }
    }

    /** What would befall any of them is told to all. */
    @Test
    void anErrorIsToldToAll() {
        String unspeakable = EndpointFixture.path("CONSTRUCT { <urn:a> <urn:b/> 1 } {}") + "&format=rdf";
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            server.shut();
            List<CompletableFuture<HttpResponse<String>>> answers =
                    List.of(server.get(unspeakable), server.get(unspeakable), server.get(unspeakable));
            await(() -> server.waiting() == 2);
            server.open();
            answers.forEach(answer -> assertEquals(406, answer.join().statusCode()));
            assertEquals(1, server.executions());
        }
    }

    /** An answer in pieces goes to one client; the others run the query themselves. */
    @Test
    void aLargeAnswerIsForOneAlone() {
        String large = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 500";
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withHeldBack(1_000))) {
            server.shut();
            List<CompletableFuture<HttpResponse<String>>> answers =
                    List.of(server.ask(large), server.ask(large), server.ask(large));
            await(() -> server.waiting() == 2);
            server.open();
            answers.forEach(
                    answer -> assertEquals(501, answer.join().body().lines().count()));
            assertEquals(3, server.executions());
            await(server::allDone);
        }
    }

    /** With no place left for the first, there is none for the others. */
    @Test
    void whoCannotWaitIsToldSo() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withSlots(1, 0))) {
            server.shut();
            CompletableFuture<HttpResponse<String>> first = server.ask(QUERY);
            await(() -> server.executions() == 1);
            assertEquals(503, server.ask("ASK {}").join().statusCode());
            server.open();
            assertEquals(ANSWER, first.join().body());
        }
    }
}
