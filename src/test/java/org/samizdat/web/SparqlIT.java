package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;

/** The endpoint answers queries, and gives nothing away in any other manner. */
@ExtendWith(SampleServer.class)
class SparqlIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static ServerFixture server;

    @BeforeAll
    static void meet(ServerFixture sample) {
        server = sample;
    }

    /** SPARQL 1.1 Protocol, section 2.1: the three ways to ask. */
    @Test
    void answersQueriesByGetAndBothKindsOfPost() {
        String query = "SELECT ?o { <https://example.org/id/ada> <https://example.org/ontology#wrote> ?o }";
        String expected = "o\r\nhttps://example.org/id/note-g\r\n";
        assertEquals(expected, get(query, "text/csv").body());
        assertEquals(expected, post("/sparql", FORM, "query=" + encode(query)).body());
        assertEquals(
                expected, post("/sparql", "application/sparql-query", query).body());
    }

    @Test
    void answersInTheFormatAskedFor() {
        String ask = "ASK { ?s ?p ?o }";
        assertTrue(get(ask, "application/sparql-results+json").body().contains("true"));
        assertTrue(get(ask, "application/sparql-results+xml").body().contains("<boolean>true</boolean>"));
        assertTrue(get("DESCRIBE <https://example.org/id/ada>", "text/turtle")
                .body()
                .contains("Ada Lovelace"));
        assertTrue(get("SELECT * { GRAPH ?g { ?s ?p ?o } }", "text/csv").body().contains("graph/ontology"));
    }

    @Test
    void aWrongQueryIsTheClientsFault() {
        HttpResponse<String> response = get("SELECT * { ?s", "text/csv");
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("Line 1"), response.body());
        assertFalse(response.body().contains("at org."), response.body());
    }

    /** Every way to write, to fetch a graph, or to reach what Fuseki can do besides. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /sparql?default                  | |
            GET    | /sparql?graph=                   | |
            GET    | /sparql?graph=https://example.org/graph/ontology | |
            GET    | /sparql?graph=default            | |
            GET    | /sparql?graph=union              | |
            GET    | /sparql?query=                   | |
            GET    | /sparql?update=CLEAR+ALL         | |
            GET    | /sparql?query=CLEAR+ALL          | |
            GET    | /sparql/                         | |
            GET    | /sparql/data                     | |
            GET    | /sparql/data?default             | |
            GET    | /sparql/get?default              | |
            GET    | /sparql/sparql?query=ASK%7B%7D   | |
            GET    | /sparql/query?query=ASK%7B%7D    | |
            GET    | /sparql/update                   | |
            GET    | /sparql/upload                   | |
            GET    | /sparql/../sparql/data?default   | |
            GET    | /sparql.ttl                      | |
            GET    | /SPARQL?query=ASK%7B%7D          | |
            GET    | /data                            | |
            GET    | /ds                              | |
            GET    | /$/ping                          | |
            GET    | /$/server                        | |
            GET    | /$/datasets                      | |
            GET    | /$/stats                         | |
            GET    | /$/stats/sparql                  | |
            GET    | /$/metrics                       | |
            GET    | /$/tasks                         | |
            POST   | /$/datasets                      | application/x-www-form-urlencoded | dbName=x&dbType=mem
            POST   | /$/compact/sparql                | application/x-www-form-urlencoded | deleteOld=true
            POST   | /$/backup/sparql                 | application/x-www-form-urlencoded | x=y
            DELETE | /$/datasets/sparql               | |
            GET    | /shell                           | |
            GET    | /manager                         | |
            POST   | /sparql                          | application/x-www-form-urlencoded | update=CLEAR+ALL
            POST   | /sparql                          | application/x-www-form-urlencoded | query=CLEAR+ALL
            POST   | /sparql                          | application/x-www-form-urlencoded | query=INSERT+DATA+%7B+%3Ca%3E+%3Cb%3E+%3Cc%3E+%7D
            POST   | /sparql                          | application/sparql-update | CLEAR ALL
            POST   | /sparql                          | application/sparql-query  | DROP ALL
            POST   | /sparql?update=CLEAR+ALL         | application/x-www-form-urlencoded | a=b
            POST   | /sparql                          | text/turtle | <urn:a> <urn:b> <urn:c> .
            POST   | /sparql?default                  | text/turtle | <urn:a> <urn:b> <urn:c> .
            POST   | /sparql                          | application/n-quads | <urn:a> <urn:b> <urn:c> <urn:d> .
            POST   | /sparql                          | multipart/form-data; boundary=x | --x--
            POST   | /sparql                          | application/rdf-patch | H id <urn:x> .
            POST   | /sparql/update                   | application/sparql-update | CLEAR ALL
            POST   | /sparql/update                   | application/x-www-form-urlencoded | update=CLEAR+ALL
            POST   | /sparql/upload                   | text/turtle | <urn:a> <urn:b> <urn:c> .
            POST   | /sparql/data                     | text/turtle | <urn:a> <urn:b> <urn:c> .
            POST   | /sparql/shacl                    | text/turtle | <urn:a> <urn:b> <urn:c> .
            POST   | /sparql/patch                    | application/rdf-patch | H id <urn:x> .
            PUT    | /sparql                          | text/turtle | <urn:a> <urn:b> <urn:c> .
            PUT    | /sparql?default                  | text/turtle | <urn:a> <urn:b> <urn:c> .
            PUT    | /sparql?graph=urn:g              | text/turtle | <urn:a> <urn:b> <urn:c> .
            PUT    | /sparql/data?default             | text/turtle | <urn:a> <urn:b> <urn:c> .
            PATCH  | /sparql                          | application/rdf-patch | H id <urn:x> .
            DELETE | /sparql                          | |
            DELETE | /sparql?default                  | |
            DELETE | /sparql?graph=https://example.org/graph/ontology | |
            DELETE | /sparql/data?default             | |
            HEAD   | /sparql?default                  | |
            TRACE  | /sparql                          | |
            PROPFIND | /sparql                        | |
            """)
    void refusesAllElse(String method, String path, String type, String body) throws Exception {
        String length = body == null ? "" : "Content-Length: " + body.length() + "\r\n";
        String fields = type == null ? "" : "Content-Type: " + type + "\r\n";
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + length + fields;
        RawResponse response = RawResponse.exchange(server.address(), head + "\r\n" + (body == null ? "" : body));
        assertTrue(response.status() >= 400 && response.status() < 500, response.head());
        assertFalse(response.text().contains("Lovelace"), "no data");
        assertFalse(response.text().contains("Exception"), response.text());
        assertEquals(
                "true",
                get("ASK { ?s ?p 'Ada Lovelace'@en FILTER NOT EXISTS { <urn:a> <urn:b> ?o } }", "text/csv")
                        .body()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow());
    }

    /** No query makes this server call another host, whatever the client says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { VALUES ?e { <%s> } SERVICE ?e { ?s ?p ?o } }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * { GRAPH <%s> { ?s ?p ?o } }",
            })
    void callsNoOtherHost(String query) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        other.start();
        try {
            String address = "http://localhost:" + other.getAddress().getPort() + "/sparql";
            String text = encode(query.formatted(address));
            server.get("/sparql?query=" + text);
            server.get("/sparql?arq:httpServiceAllowed=true&timeout=5&query=" + text);
            assertEquals(0, calls.get());
        } finally {
            other.stop(0);
        }
    }

    /** RFC 9112 sections 6.1 and 6.3: what a smuggler sends is refused, and the connection closed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 4\r\nContent-Length: 5\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Content-Length: +4\r\n",
                "Content-Length : 4\r\n",
            })
    void refusesAmbiguousLengths(String fields) throws Exception {
        RawResponse response = RawResponse.exchange(
                server.address(),
                "POST /sparql HTTP/1.1\r\nHost: localhost\r\n" + fields
                        + "\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals(400, response.status(), response.head());
        assertEquals(1, response.text().split("HTTP/1.1 ", -1).length - 1, response.text());
    }

    @Test
    void headersAreBounded() throws Exception {
        RawResponse response =
                RawResponse.send(server.address(), "GET", "/sparql", "X: " + "x".repeat(100_000) + "\r\n");
        assertEquals(431, response.status());
    }

    private static HttpResponse<String> get(String query, String accept) {
        return server.get("/sparql?query=" + encode(query), "Accept", accept);
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return server.send("POST", path, BodyPublishers.ofString(body), "Content-Type", type, "Accept", "text/csv");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
