package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.http.RawResponse;
import org.samizdat.query.Limits.FairUse;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** What one client may use, and what clients that send slowly, read slowly or go away leave to the others. */
class LimitsIT {
    private static final String ENDLESS = encode("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }");
    private static final String ENDLESS_COUNT =
            encode("SELECT (COUNT(*) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }");
    /** Is run each time: what is kept is given to anybody, at any time. */
    private static final String ASK = "ASK { FILTER(RAND() < 2) }";

    private static final Limits NO_SHARES = Limits.standard().withFairUse(Optional.empty());

    @TempDir
    static Path folder;

    private static Home home;

    @BeforeAll
    static void publish() {
        home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
    }

    /** RFC 6585 section 4, draft-ietf-httpapi-ratelimit-headers. */
    @Test
    void errorsOfOneClientAreCounted() {
        Limits limits = Limits.standard().withFairUse(Optional.of(new FairUse(Duration.ofSeconds(60), 3)));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            HttpResponse<String> first = server.get("/sparql?query=wrong");
            assertEquals(400, first.statusCode());
            assertEquals("\"query-milliseconds\";q=60000;w=60, \"errors\";q=3;w=60", field(first, "RateLimit-Policy"));
            assertEquals("\"query-milliseconds\";r=60000, \"errors\";r=3", field(first, "RateLimit"));
            assertTrue(field(server.get("/sparql?query=wrong"), "RateLimit").endsWith("r=2"));
            server.get("/sparql?query=wrong");
            HttpResponse<String> refused = server.get("/sparql?query=" + encode(ASK));
            assertEquals(429, refused.statusCode());
            int wait = Integer.parseInt(field(refused, "Retry-After"));
            assertTrue(wait > 0 && wait <= 21, "seconds " + wait);
            // Pages and health are for everybody; the loopback address is no exception; nor is a field that anybody can
            // send.
            assertEquals(200, server.get("/health").statusCode());
            assertEquals(
                    429,
                    server.get("/sparql?query=" + encode(ASK), "X-Forwarded-For", "192.0.2.1")
                            .statusCode());
        }
    }

    @Test
    void timeOfOneClientIsCounted() {
        Limits limits = Limits.standard()
                .withTime(Duration.ofSeconds(1))
                .withFairUse(Optional.of(new FairUse(Duration.ofMillis(500), 30)));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            assertEquals(504, server.get("/sparql?query=" + ENDLESS_COUNT).statusCode());
            // The time is counted when the query has ended, which may be just after its answer.
            awaitStatus(server, 429);
            HttpResponse<String> refused = server.get("/sparql?query=" + encode(ASK));
            assertTrue(refused.body().contains("query time"), refused.body());
        }
    }

    @Test
    void aTrustedProxyNamesTheClient() {
        Limits limits = Limits.standard()
                .withFairUse(Optional.of(new FairUse(Duration.ofSeconds(60), 1)))
                .withProxies(List.of("127.0.0.1", "192.0.2.200"));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            assertEquals(400, askFor(server, "192.0.2.1", "wrong"));
            assertEquals(429, askFor(server, "192.0.2.1", ASK));
            assertEquals(200, askFor(server, "192.0.2.2", ASK));
            // What the client itself wrote stands before what the proxies added.
            assertEquals(429, askFor(server, "192.0.2.2, 192.0.2.1, 192.0.2.200", ASK));
            assertEquals(200, askFor(server, "192.0.2.1, 192.0.2.3", ASK));
            // One network is one client.
            assertEquals(400, askFor(server, "2001:db8:1:1::1", "wrong"));
            assertEquals(429, askFor(server, "2001:db8:1:1:ffff::7", ASK));
            assertEquals(200, askFor(server, "2001:db8:1:2::1", ASK));
        }
    }

    private static int askFor(ServerFixture server, String client, String query) {
        return server.get("/sparql?query=" + encode(query), "X-Forwarded-For", client)
                .statusCode();
    }

    @Test
    void whoFindsNoRoomComesBackLater() {
        Limits limits = NO_SHARES.withSlots(1, 0).withTime(Duration.ofSeconds(3));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            CompletableFuture<Integer> endless = CompletableFuture.supplyAsync(() -> untilThereIsRoom(server));
            HttpResponse<String> other = server.get("/sparql?query=" + encode(ASK));
            while (other.statusCode() == 200) {
                other = server.get("/sparql?query=" + encode(ASK));
            }
            assertEquals(503, other.statusCode());
            assertEquals("5", field(other, "Retry-After"));
            assertEquals(200, server.get("/health").statusCode());
            assertEquals(504, endless.join());
        }
    }

    private static int untilThereIsRoom(ServerFixture server) {
        int status = 503;
        while (status == 503) {
            status = server.get("/sparql?query=" + ENDLESS_COUNT).statusCode();
        }
        return status;
    }

    /** Whoever waits is answered within the same time as whoever runs. */
    @Test
    void waitingIsNotForEver() {
        Limits limits = NO_SHARES.withSlots(1, 10).withTime(Duration.ofSeconds(2));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> server.get("/sparql?query=" + ENDLESS_COUNT).statusCode()));
            }
            answers.forEach(answer -> assertTrue(List.of(503, 504).contains(answer.join())));
            assertEquals(200, server.get("/sparql?query=" + encode(ASK)).statusCode());
        }
    }

    /** Its query ends, long before its time is over. */
    @Test
    void aClientThatGoesAwayLeavesItsSlot() throws IOException {
        Limits limits = NO_SHARES.withSlots(1, 0).withTime(Duration.ofMinutes(5));
        try (ServerFixture server = ServerFixture.start(home, limits)) {
            try (Socket socket = open(server.address())) {
                send(socket, "GET /sparql?query=" + ENDLESS_COUNT + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                awaitStatus(server, 503);
            }
            awaitStatus(server, 200);
        }
    }

    /** A transfer that the client does not take is broken off when the time is over. */
    @Test
    void aClientThatDoesNotReadLeavesItsSlot() throws IOException {
        Limits limits =
                NO_SHARES.withSlots(1, 0).withTime(Duration.ofSeconds(2)).withHeldBack(1_000);
        try (ServerFixture server = ServerFixture.start(home, limits);
                Socket socket = open(server.address())) {
            send(socket, "GET /sparql?query=" + ENDLESS + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            awaitStatus(server, 503);
            awaitStatus(server, 200);
        }
    }

    private static void awaitStatus(ServerFixture server, int status) {
        Instant end = Instant.now().plusSeconds(60);
        while (server.get("/sparql?query=" + encode(ASK)).statusCode() != status) {
            assertTrue(Instant.now().isBefore(end), "never " + status);
        }
    }

    /** Hundreds of bodies that never come: others are answered meanwhile, and the senders are told off. */
    @Test
    void slowSendersHoldNobodyUp() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (ServerFixture server = ServerFixture.start(home, NO_SHARES)) {
            for (int i = 0; i < 300; i++) {
                Socket socket = open(server.address());
                slow.add(socket);
                send(
                        socket,
                        "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                                + "Content-Length: 1000\r\n\r\nASK");
            }
            assertEquals(200, server.get("/sparql?query=" + encode(ASK)).statusCode());
            assertEquals(200, server.get("/").statusCode());
            String answer = new String(slow.getFirst().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(408, new RawResponse(answer).status());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** When 2,000 are open, one more has to wait until those that are idle have been let go, after two seconds instead of thirty. */
    @Test
    void openConnectionsAreBounded() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try (ServerFixture server = ServerFixture.start(home, NO_SHARES)) {
            for (int i = 0; i < 2_000; i++) {
                idle.add(open(server.address()));
            }
            assertEquals(200, RawResponse.get(server.address(), "/health").status());
            assertEquals(-1, idle.getFirst().getInputStream().read(), "the server has closed it");
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** RFC 9112 section 9.3.2: requests may be sent before the answers to earlier ones have come. */
    @Test
    void requestsInARowAreAnsweredInARow() throws IOException {
        String ask = "GET /sparql?format=csv&query=" + encode("ASK { ?a ?b ?c . ?d ?e ?f . FILTER(STR(?f) = 'x') }")
                + " HTTP/1.1\r\nHost: localhost\r\n";
        String health = "GET /health HTTP/1.1\r\nHost: localhost\r\n";
        try (ServerFixture server = ServerFixture.start(home, NO_SHARES)) {
            String row = (ask + "\r\n" + health + "\r\n").repeat(10);
            RawResponse answers = RawResponse.exchange(server.address(), row + ask + "Connection: close\r\n\r\n");
            assertEquals(21, answers.text().split("HTTP/1.1 200 OK", -1).length - 1, answers.text());
            assertEquals(11, answers.text().split("_askResult", -1).length - 1);
        }
    }

    private static Socket open(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
