package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.samizdat.query.EndpointFixture.path;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;
import org.samizdat.query.Limits.FairUse;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** What is kept of answers, by us and by those who asked. The data counts how often it is asked. */
class CachingIT {
    private static final Limits LIMITS = Limits.standard().withFairUse(Optional.empty());
    private static final String QUERY =
            "SELECT ?o { <https://example.org/id/ada> <https://example.org/ontology#wrote> ?o }";
    private static final String SAME =
            "PREFIX o: <https://example.org/ontology#>\nPREFIX ada: <https://example.org/id/ada>\n"
                    + "select ?o { # what she wrote\n  ada: o:wrote ?o }";
    private static final String ANSWER = "o\r\nhttps://example.org/id/note-g\r\n";
    private static final String LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 500";

    @TempDir
    Path folder;

    /** RFC 9110 section 8.8.3, RFC 9111 section 5.2.2, RFC 5861 section 3. */
    @Test
    void equalQueriesHaveOneAnswerAndOneTag() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            HttpResponse<String> first = server.ask(QUERY).join();
            String tag = field(first, "ETag");
            assertTrue(tag.matches("\"release-build-[0-9a-f]{32}\""), tag);
            assertEquals("public, max-age=60, stale-while-revalidate=600", field(first, "Cache-Control"));
            assertEquals("Thu, 01 Jan 1970 00:00:00 GMT", field(first, "Last-Modified"));
            assertEquals("Accept, Accept-Encoding", field(first, "Vary"));
            for (HttpResponse<String> other : List.of(
                    server.ask(QUERY).join(),
                    server.ask(SAME).join(),
                    server.ask(SAME).join())) {
                assertEquals(ANSWER, other.body());
                assertEquals(first.headers().map(), withoutDate(other, first));
            }
            assertEquals(1, server.executions());
            String asXml = path(QUERY) + "&format=xml";
            assertNotEquals(tag, field(server.get(asXml).join(), "ETag"));
            assertEquals(2, server.executions());
            EndpointFixture.await(server::allDone);
        }
    }

    private static Map<String, List<String>> withoutDate(HttpResponse<?> response, HttpResponse<?> like) {
        Map<String, List<String>> fields = new TreeMap<>(response.headers().map());
        Optional.ofNullable(like.headers().map().get("date")).ifPresent(date -> fields.put("date", date));
        return fields;
    }

    /** RFC 9110 section 13.1.2, for what is kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            304 | If-None-Match     | TAG
            304 | If-None-Match     | W/TAG
            304 | If-None-Match     | "x", TAG
            304 | If-None-Match     | *
            200 | If-None-Match     | "x"
            304 | If-Modified-Since | Thu, 01 Jan 1970 00:00:00 GMT
            200 | If-Match          | TAG
            412 | If-Match          | "x"
            """)
    void preconditionsOfWhatIsKept(int status, String name, String value) {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            String tag = field(server.ask(QUERY).join(), "ETag");
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> response = server.send(
                                method, path(QUERY), "Accept", "text/csv, text/turtle", name, value.replace("TAG", tag))
                        .join();
                assertEquals(status, response.statusCode());
                assertEquals(status == 200 && method.equals("GET") ? ANSWER : "", status == 412 ? "" : response.body());
                if (status == 304) {
                    assertEquals(tag, field(response, "ETag"));
                    assertEquals("Accept, Accept-Encoding", field(response, "Vary"));
                    assertTrue(field(response, "Cache-Control").startsWith("public"));
                    assertEquals("", field(response, "Content-Type"));
                }
            }
            assertEquals(1, server.executions());
        }
    }

    /** Whoever knows the tag has had the answer: nothing is run, after a restart or where the answer was too large to keep. */
    @Test
    void aTagIsConfirmedWithoutRunningAnything() throws IOException {
        String small;
        String large;
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withHeldBack(1_000))) {
            small = field(server.ask(QUERY).join(), "ETag");
            HttpResponse<String> streamed = server.ask(LARGE).join();
            large = field(streamed, "ETag");
            assertEquals(501, streamed.body().lines().count());
            assertEquals("Accept, Accept-Encoding", field(streamed, "Vary"));
        }
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withHeldBack(1_000))) {
            // The second time the address is known already.
            for (int i = 0; i < 2; i++) {
                assertEquals(304, revalidate(server, QUERY, small).status());
                RawResponse confirmed = revalidate(server, LARGE, large);
                assertEquals(304, confirmed.status());
                assertEquals(large, confirmed.field("ETag"));
                // RFC 9110 section 8.6: that of the body, or none.
                assertEquals("", confirmed.field("Content-Length"));
            }
            assertEquals(0, server.executions());
            assertEquals(200, revalidate(server, QUERY, large).status());
            // It need not be there: only running the query would tell.
            assertEquals(200, revalidate(server, LARGE, "*").status());
            assertEquals(2, server.executions());
            EndpointFixture.await(server::allDone);
        }
    }

    private static RawResponse revalidate(EndpointFixture server, String query, String tag) throws IOException {
        return RawResponse.send(
                server.address(),
                "GET",
                path(query),
                "Accept: text/csv, text/turtle\r\nIf-None-Match: " + tag + "\r\n");
    }

    /** RFC 9110 section 8.8.3.3: another coding is another representation, whether it is kept or sent in pieces. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 4_000_000})
    void aCompressedAnswerHasATagOfItsOwn(int heldBack) throws IOException {
        try (EndpointFixture server = EndpointFixture.start(LIMITS.withHeldBack(heldBack))) {
            String plain = field(server.ask(LARGE).join(), "ETag");
            String fields = "Accept: text/csv\r\nAccept-Encoding: gzip\r\n";
            RawResponse compressed = RawResponse.send(server.address(), "HEAD", path(LARGE), fields);
            assertEquals("gzip", compressed.field("Content-Encoding"));
            assertEquals("Accept, Accept-Encoding", compressed.field("Vary"));
            assertEquals(plain.replaceFirst("\"$", "-gzip\""), compressed.field("ETag"));
            RawResponse confirmed = RawResponse.send(
                    server.address(),
                    "GET",
                    path(LARGE),
                    fields + "If-None-Match: " + compressed.field("ETag") + "\r\n");
            assertEquals(304, confirmed.status());
            assertEquals(compressed.field("ETag"), confirmed.field("ETag"));
        }
    }

    @Test
    void headAndGetShareAnAnswer() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            HttpResponse<String> head =
                    server.send("HEAD", path(QUERY), "Accept", "text/csv").join();
            HttpResponse<String> get =
                    server.send("GET", path(QUERY), "Accept", "text/csv").join();
            assertEquals(field(get, "Content-Length"), field(head, "Content-Length"));
            assertEquals(field(get, "ETag"), field(head, "ETag"));
            assertEquals("", head.body());
            assertEquals(1, server.executions());
        }
    }

    /** RFC 9110 sections 9.3.3 and 13.1.2: no cache keeps it, and there is no 304 to it; but it is not run again. */
    @Test
    void postIsNotForCaches() {
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            String tag = field(server.ask(QUERY).join(), "ETag");
            HttpResponse<String> posted =
                    server.post(SAME, "If-None-Match", tag).join();
            assertEquals(200, posted.statusCode());
            assertEquals(ANSWER, posted.body());
            assertEquals("no-store", field(posted, "Cache-Control"));
            assertEquals("", field(posted, "ETag") + field(posted, "Last-Modified"));
            assertEquals(1, server.executions());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (UUID() AS ?x) {}",
                "SELECT (RAND() AS ?x) { ?s ?p ?o } LIMIT 500",
                "CONSTRUCT { [] <urn:p> 1 } {}",
            })
    void whatIsDifferentEachTimeIsNotKept(String query) {
        for (int heldBack : new int[] {1_000, 100_000}) {
            try (EndpointFixture server = EndpointFixture.start(LIMITS.withHeldBack(heldBack))) {
                for (int i = 1; i <= 3; i++) {
                    HttpResponse<String> response = server.ask(query).join();
                    assertEquals("no-store", field(response, "Cache-Control"));
                    assertEquals("", field(response, "ETag") + field(response, "Last-Modified"));
                    assertEquals(i, server.executions());
                }
            }
        }
    }

    @Test
    void errorsAreNotKept() {
        String unspeakable = path("CONSTRUCT { <urn:a> <urn:b/> 1 } {}") + "&format=rdf";
        try (EndpointFixture server = EndpointFixture.start(LIMITS)) {
            for (int i = 1; i <= 2; i++) {
                HttpResponse<String> response = server.get(unspeakable).join();
                assertEquals(406, response.statusCode());
                assertEquals("no-store", field(response, "Cache-Control"));
                assertEquals("", field(response, "ETag"));
                assertEquals(i, server.executions());
            }
        }
    }

    /** The prefixes of a query are not those of its result, or equal queries would have different results. */
    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf", "trig", "nq"})
    void graphsAreWrittenWithThePublicationsPrefixes(String format) {
        String one = "PREFIX mine: <https://example.org/id/> CONSTRUCT { ?s ?p mine:ada } { ?s ?p mine:ada }";
        String other = "PREFIX yours: <https://example.org/id/> CONSTRUCT { ?s ?p yours:ada } { ?s ?p yours:ada }";
        try (EndpointFixture server = EndpointFixture.start(LIMITS);
                EndpointFixture another = EndpointFixture.start(LIMITS)) {
            String body = server.get(path(one) + "&format=" + format).join().body();
            assertFalse(body.contains("mine:"), body);
            assertTrue(body.contains("id:") || body.contains("https://example.org/id/"), body);
            assertEquals(
                    body, another.get(path(other) + "&format=" + format).join().body());
            assertEquals(1, another.executions());
        }
    }

    /** What is known costs nothing: neither time of one's share, nor is it refused when that is used up. */
    @Test
    void whatIsKeptCostsNothing() {
        Limits limits = Limits.standard().withFairUse(Optional.of(new FairUse(Duration.ofSeconds(60), 2)));
        try (EndpointFixture server = EndpointFixture.start(limits)) {
            assertEquals(200, server.ask(QUERY).join().statusCode());
            for (int i = 0; i < 2; i++) {
                assertEquals(400, server.ask("wrong").join().statusCode());
            }
            assertEquals(429, server.ask("ASK {}").join().statusCode());
            HttpResponse<String> kept = server.ask(QUERY).join();
            assertEquals(200, kept.statusCode());
            assertEquals("", field(kept, "RateLimit"));
            assertTrue(field(kept, "SPARQL-Limits").startsWith("time="));
        }
    }

    /** The tag is the release's; what was kept of another is not answered with. */
    @Test
    void anotherReleaseHasOtherAnswers() {
        Home home = Home.at(folder.resolve("home"));
        String old = ServerFixture.publish(home, folder, List.of("<urn:a> <urn:is> \"old\" ."));
        ServerFixture.publish(home, folder, List.of("<urn:a> <urn:is> \"new\" ."));
        home.switchTo(old);
        String path = path("SELECT ?x { ?a <urn:is> ?x }") + "&format=csv";
        try (ServerFixture server = ServerFixture.start(home)) {
            HttpResponse<String> before = server.get(path);
            assertEquals("x\r\nold\r\n", server.get(path).body());
            home.switchTo(home.ids().stream()
                    .filter(id -> !id.equals(old))
                    .findFirst()
                    .orElseThrow());
            HttpResponse<String> after = server.get(path);
            while (after.body().contains("old")) {
                after = server.get(path);
            }
            assertNotEquals(field(before, "ETag"), field(after, "ETag"));
            HttpResponse<String> again = server.get(path, "If-None-Match", field(before, "ETag"));
            assertEquals(200, again.statusCode());
            assertEquals("x\r\nnew\r\n", again.body());
        }
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
