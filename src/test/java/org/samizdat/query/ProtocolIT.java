package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/** SPARQL 1.1 Protocol, section 2.1, and what HTTP says besides. */
@ExtendWith(SampleServer.class)
class ProtocolIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SELECT =
            "SELECT ?o { <https://example.org/id/ada> <https://example.org/ontology#wrote> ?o }";
    private static final String GRAPH = "https://example.org/graph/ontology";

    private static ServerFixture server;

    @BeforeAll
    static void ask(ServerFixture sample) {
        server = sample;
    }

    /** Each format by its name, by its media type as parameter, and by negotiation: RFC 9110 section 12.5.1. */
    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource(delimiter = '|', textBlock = """
            json   | application/sparql-results+json | "note-g"      | SELECT (STRAFTER(STR(?o), "id/") AS ?x) { ?s <https://example.org/ontology#wrote> ?o }
            xml    | application/sparql-results+xml  | note-g</      | SELECT (STRAFTER(STR(?o), "id/") AS ?x) { ?s <https://example.org/ontology#wrote> ?o }
            csv    | text/csv                        | note-g        | SELECT (STRAFTER(STR(?o), "id/") AS ?x) { ?s <https://example.org/ontology#wrote> ?o }
            tsv    | text/tab-separated-values       | "note-g"      | SELECT (STRAFTER(STR(?o), "id/") AS ?x) { ?s <https://example.org/ontology#wrote> ?o }
            json   | application/sparql-results+json | true          | ASK { ?s ?p "Ada Lovelace"@en }
            xml    | application/sparql-results+xml  | true          | ASK { ?s ?p "Ada Lovelace"@en }
            csv    | text/csv                        | true          | ASK { ?s ?p "Ada Lovelace"@en }
            tsv    | text/tab-separated-values       | true          | ASK { ?s ?p "Ada Lovelace"@en }
            ttl    | text/turtle                     | "Ada Lovelace"@en | DESCRIBE <https://example.org/id/ada>
            nt     | application/n-triples           | "Ada Lovelace"@en | DESCRIBE <https://example.org/id/ada>
            jsonld | application/ld+json             | Ada Lovelace  | DESCRIBE <https://example.org/id/ada>
            rdf    | application/rdf+xml             | Ada Lovelace  | DESCRIBE <https://example.org/id/ada>
            trig   | application/trig                | "Ada Lovelace"@en | DESCRIBE <https://example.org/id/ada>
            nq     | application/n-quads             | "Ada Lovelace"@en | DESCRIBE <https://example.org/id/ada>
            ttl    | text/turtle                     | "Ada Lovelace"@en | CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?l }
            """)
    void answersInEveryFormat(String name, String type, String part, String query) {
        for (HttpResponse<String> response : List.of(
                server.get("/sparql?format=" + name + "&query=" + encode(query), "Accept", "image/png"),
                server.get("/sparql?format=" + encode(type) + "&query=" + encode(query)),
                get(query, "image/png, " + type + ";q=0.3, application/pdf;q=0.9"))) {
            assertEquals(200, response.statusCode(), response.body());
            assertTrue(field(response, "Content-Type").startsWith(type), field(response, "Content-Type"));
            assertEquals("Accept, Accept-Encoding", field(response, "Vary"));
            assertTrue(response.body().contains(part), response.body());
        }
    }

    /** The names that clients have for formats, SPARQLWrapper's among them. */
    @ParameterizedTest
    @CsvSource({
        "rdf+xml, application/rdf+xml",
        "xml, application/rdf+xml",
        "turtle, text/turtle",
        "json-ld, application/ld+json",
        "n-triples, application/n-triples",
        "json, application/ld+json"
    })
    void formatsGoByTheirNamesToo(String name, String type) {
        HttpResponse<String> response = server.get(
                "/sparql?format=" + encode(name) + "&query=" + encode("DESCRIBE <https://example.org/id/ada>"));
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(field(response, "Content-Type").startsWith(type), field(response, "Content-Type"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                              | application/sparql-results+json
            application/json                                                 | application/json
            application/xml, application/json;q=0.9                          | application/xml
            text/csv;q=0, text/*                                             | text/xml;charset=utf-8
            application/sparql-results+xml;q=0.5, text/csv;q=0.7, */*;q=0.1  | text/csv;charset=utf-8
            application/rdf+xml, text/turtle                                 | 406
            application/sparql-results+json;q=0                              | 406
            application/pdf                                                  | 406
            text/html                                                        | text/html;charset=utf-8
            """)
    void negotiatesForTables(String accept, String expected) {
        HttpResponse<String> response = get(SELECT, accept);
        assertEquals(expected, response.statusCode() == 200 ? field(response, "Content-Type") : "406");
    }

    @Test
    void aFormatThatDoesNotFitIsNotReplaced() {
        HttpResponse<String> response = server.get("/sparql?format=csv&query=" + encode("DESCRIBE <urn:x>"));
        assertEquals(406, response.statusCode());
        assertTrue(response.body().contains("application/n-quads"), response.body());
        assertEquals(
                406, server.get("/sparql?format=pdf&query=" + encode(SELECT)).statusCode());
    }

    /** SPARQL 1.2 Query Results CSV and TSV Formats, section 3.2: blank nodes, and triple terms, in which texts have quotes. */
    @Test
    void csvHasTheTermsThatAreNeitherNamesNorTexts() {
        String rows = "SELECT ?x ?y ?t { BIND(BNODE() AS ?x) BIND(?x AS ?y)"
                + " BIND(TRIPLE(<urn:s>, <urn:p>, 'a \"b\"') AS ?o) BIND(TRIPLE(<urn:s>, <urn:p>, ?o) AS ?t) }";
        String[] cells = get(rows, "text/csv").body().lines().toList().getLast().split(",");
        assertTrue(cells[0].matches("_:\\w+"), cells[0]);
        assertEquals(cells[0], cells[1]);
        assertEquals("\"<<( urn:s urn:p <<( urn:s urn:p \"\"a \"\"\"\"b\"\"\"\"\"\" )>> )>>\"", cells[2]);
    }

    /** All formats say the same, and none the prefixes of the query. */
    @ParameterizedTest
    @ValueSource(strings = {"nt", "jsonld", "rdf", "trig", "nq"})
    void graphFormatsSayTheSame(String format) {
        String query = "PREFIX mine: <https://example.org/ontology#> CONSTRUCT { ?s mine:said ?o . ?s a mine:X }"
                + " WHERE { ?s mine:wrote|mine:knew|<http://www.w3.org/2000/01/rdf-schema#label> ?o }";
        String turtle = server.get("/sparql?format=ttl&query=" + encode(query)).body();
        String other = server.get("/sparql?format=" + format + "&query=" + encode(query))
                .body();
        assertFalse(turtle.contains("mine:") || other.contains("mine:"), other);
        assertTrue(turtle.contains("id:ada"), turtle);
        Graph expected = parse(turtle, Lang.TURTLE).getDefaultGraph();
        assertTrue(expected.size() > 10, turtle);
        assertTrue(expected.isIsomorphicWith(
                parse(other, RDFLanguages.fileExtToLang(format)).getDefaultGraph()));
    }

    private static DatasetGraph parse(String text, Lang lang) {
        DatasetGraph parsed = DatasetGraphFactory.create();
        RDFParser.fromString(text, lang).parse(parsed);
        return parsed;
    }

    /** Section 2.1.4: the request's dataset takes the place of the query's. */
    @ParameterizedTest(name = "{0}{1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                      | -                     | ASK { <https://example.org/ontology> ?p ?o }                        | false
            default-graph-uri=%s   | -                     | ASK { <https://example.org/ontology> ?p ?o }                        | true
            default-graph-uri=%s   | -                     | ASK FROM <urn:none> { <https://example.org/ontology> ?p ?o }        | true
            default-graph-uri=urn:none | -                 | ASK FROM <https://example.org/graph/ontology> { ?s ?p ?o }          | false
            default-graph-uri=%s   | -                     | ASK { GRAPH ?g { ?s ?p ?o } }                                       | false
            named-graph-uri=%s     | -                     | ASK { GRAPH <https://example.org/graph/ontology> { ?s ?p ?o } }     | true
            named-graph-uri=%s     | -                     | ASK { GRAPH <https://example.org/graph/void> { ?s ?p ?o } }         | false
            named-graph-uri=%s     | -                     | ASK { ?s ?p ?o }                                                    | false
            named-graph-uri=%s     | named-graph-uri=https://example.org/graph/void | ASK { GRAPH ?g { ?s a <http://rdfs.org/ns/void#Dataset> } } | true
            default-graph-uri=%s   | default-graph-uri=https://example.org/graph/void | ASK { ?s a <http://rdfs.org/ns/void#Dataset> . ?t a <http://www.w3.org/2002/07/owl#Ontology> } | true
            """)
    void theRequestNamesTheDataset(String first, String second, String query, String expected) {
        String graphs = Optional.ofNullable(first)
                        .map(text -> "&" + text.formatted(GRAPH))
                        .orElse("")
                + Optional.ofNullable(second).map(text -> "&" + text).orElse("");
        String answer = "_askResult\r\n" + expected + "\r\n";
        String text = encode(query);
        assertEquals(
                answer,
                server.get("/sparql?query=" + text + graphs, "Accept", "text/csv")
                        .body());
        assertEquals(answer, post("/sparql", FORM, "query=" + text + graphs).body());
        assertEquals(
                answer,
                post("/sparql?x=y" + graphs, "application/sparql-query", query).body());
    }

    @Test
    void describesFromTheDatasetOfTheRequest() {
        String query = encode("DESCRIBE <https://example.org/ontology>");
        assertTrue(server.get("/sparql?query=" + query).body().contains("Ontology of the sample"));
        assertFalse(server.get("/sparql?query=" + query + "&default-graph-uri=https://example.org/graph/void")
                .body()
                .contains("Ontology of the sample"));
        String pattern =
                encode("DESCRIBE ?x <https://example.org/id/note-g> { ?x <https://example.org/ontology#knew> ?y }");
        String both = server.get("/sparql?query=" + pattern).body();
        assertTrue(both.contains("Charles Babbage") && both.contains("Note G"), both);
        assertFalse(both.contains("Ada Lovelace"), both);
    }

    /** RFC 9110 section 9.3.2: the same fields, and no body. */
    @Test
    void headIsGetWithoutABody() throws IOException {
        String path = "/sparql?format=csv&query=" + encode(SELECT);
        RawResponse get = RawResponse.get(server.address(), path);
        RawResponse head = RawResponse.send(server.address(), "HEAD", path, "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals(get.field("Content-Length"), head.field("Content-Length"));
        assertEquals(get.field("Content-Type"), head.field("Content-Type"));
        assertEquals(
                400,
                RawResponse.send(server.address(), "HEAD", "/sparql?query=x", "")
                        .status());
    }

    /** Fetch standard, CORS: any page may ask, by POST too, and may read the fields that matter. */
    @Test
    void scriptsOfAnyOriginMayAsk() throws IOException {
        RawResponse preflight = RawResponse.send(
                server.address(),
                "OPTIONS",
                "/sparql",
                "Origin: https://example.com\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: content-type\r\n");
        assertEquals(204, preflight.status());
        assertEquals("*", preflight.field("Access-Control-Allow-Origin"));
        assertEquals("GET, HEAD, OPTIONS, POST", preflight.field("Access-Control-Allow-Methods"));
        assertEquals("*", preflight.field("Access-Control-Allow-Headers"));
        assertEquals("", preflight.field("Access-Control-Allow-Credentials"));
        RawResponse answer = RawResponse.send(
                server.address(), "GET", "/sparql?query=" + encode(SELECT), "Origin: https://example.com\r\n");
        assertEquals("*", answer.field("Access-Control-Allow-Origin"));
        assertEquals("*", answer.field("Access-Control-Expose-Headers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip            | gzip
            br, gzip;q=0.5  | gzip
            *               | gzip
            gzip;q=0        | -
            identity        | -
            """)
    void compressesForWhoeverLikesIt(String accept, String coding) throws Exception {
        String query = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o";
        URI address = server.address().resolve("sparql?format=csv&query=" + encode(query));
        String plain = server.get("/sparql?format=csv&query=" + encode(query)).body();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(
                    HttpRequest.newBuilder(address)
                            .header("Accept-Encoding", accept)
                            .build(),
                    BodyHandlers.ofByteArray());
            assertEquals(
                    coding, response.headers().firstValue("Content-Encoding").orElse("-"));
            byte[] body = coding.equals("gzip")
                    ? new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes()
                    : response.body();
            assertEquals(plain, new String(body, StandardCharsets.UTF_8));
        }
    }

    /** RFC 9110 section 15.5, and what the protocol's own tests send. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            400 | GET  | /sparql?query=                | - | -
            400 | GET  | /sparql?query=x               | - | -
            400 | GET  | /sparql?query=ASK%7B%7D&query=ASK%7B%7D | - | -
            400 | GET  | /sparql?query=%FF             | - | -
            400 | GET  | /sparql?query=%5Cu0041SK%7B%7D | - | -
            400 | GET  | /sparql?query=ASK%7BFILTER(%27%5Cu00%27)%7D | - | -
            400 | GET  | /sparql?query=ASK%7BFILTER(%27%5CuD83C%5CuDCA1%27)%7D | - | -
            400 | GET  | /sparql?query=ASK%7BFILTER(%27%5CU0000D83C%27)%7D | - | -
            400 | GET  | /sparql?query=%GG             | - | -
            400 | POST | /sparql                       | application/x-www-form-urlencoded | a=b
            400 | POST | /sparql                       | application/sparql-query | ASK {
            400 | POST | /sparql?query=ASK%7B%7D       | application/sparql-query | ASK {}
            404 | GET  | /sparql?graph=urn:x           | - | -
            404 | GET  | /sparql?default               | - | -
            404 | GET  | /sparql/data                  | - | -
            404 | POST | /sparql/update                | application/sparql-update | CLEAR ALL
            405 | PUT  | /sparql                       | text/turtle | -
            405 | DELETE | /sparql?graph=urn:x         | - | -
            405 | PATCH | /sparql                      | application/rdf-patch | -
            405 | POST | /sparql                       | application/sparql-update | CLEAR ALL
            405 | POST | /sparql                       | application/x-www-form-urlencoded | update=CLEAR+ALL
            405 | GET  | /sparql?update=CLEAR+ALL      | - | -
            405 | GET  | /sparql?update=CLEAR+ALL&query=ASK%7B%7D | - | -
            405 | POST | /sparql?graph=urn:x           | text/turtle; charset=utf-8 | <a> <b> <c> .
            405 | POST | /sparql                       | multipart/form-data; boundary=x | --x--
            415 | POST | /sparql                       | text/plain | ASK {}
            415 | POST | /sparql                       | - | query=ASK%7B%7D
            415 | POST | /sparql                       | application/sparql-query; charset=utf-16 | ASK {}
            """)
    void refusals(int status, String method, String path, String type, String body) throws IOException {
        String content = Optional.ofNullable(body).orElse("");
        String fields = Optional.ofNullable(type)
                .map(value -> "Content-Type: " + value + "\r\n")
                .orElse("");
        RawResponse response = RawResponse.exchange(
                server.address(),
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                        + content.length() + "\r\n" + fields + "\r\n" + content);
        assertEquals(status, response.status(), response.text());
        assertEquals("application/problem+json", response.field("Content-Type"));
        if (status == 405 && path.startsWith("/sparql?") || path.equals("/sparql") && status == 405) {
            assertEquals("GET, HEAD, OPTIONS, POST", response.field("Allow"));
        }
    }

    @Test
    void compressedQueriesAreRefused() throws IOException {
        HttpResponse<String> response = server.send(
                "POST",
                "/sparql",
                BodyPublishers.ofString("ASK {}"),
                "Content-Type",
                "application/sparql-query",
                "Content-Encoding",
                "gzip");
        assertEquals(415, response.statusCode());
        assertEquals("identity", field(response, "Accept-Encoding"));
    }

    /** 256 kB, told by length or found out while reading. */
    @Test
    void aQueryIsNotLargerThanItMayBe() {
        String large = "ASK {} #" + "x".repeat(256 * 1024);
        assertEquals(413, post("/sparql", "application/sparql-query", large).statusCode());
        assertEquals(413, post("/sparql", FORM, "query=" + encode(large)).statusCode());
        HttpResponse<String> chunked = server.send(
                "POST",
                "/sparql",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))),
                "Content-Type",
                "application/sparql-query");
        assertEquals(413, chunked.statusCode());
        String fits = "ASK {} #" + "x".repeat(255 * 1024);
        assertEquals(200, post("/sparql", "application/sparql-query", fits).statusCode());
    }

    /** SPARQL 1.2 Query: triple terms, reifiers and their functions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { GRAPH ?g { ?claim <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?s ?p ?o )>> } }",
                "ASK { GRAPH ?g { << ?s ?p ?o ~ <https://example.org/id/claim-1> >> } }",
                "ASK { BIND(TRIPLE(<urn:a>, <urn:b>, 1) AS ?t) FILTER(isTRIPLE(?t) && OBJECT(?t) = 1) }",
                "ASK { FILTER(LANGDIR(STRLANGDIR('a', 'he', 'rtl')) = 'rtl') }",
                "VERSION '1.2' ASK { ?s ?p ?o }",
                "ASK { BIND(TRIPLE('a', <urn:b>, 1) AS ?t) FILTER(!BOUND(?t)) }",
                // Section 19.2: escapes by number are part of texts and IRIs, and end neither.
                "ASK { FILTER('a\\u0022b' = 'a\"b' && STRLEN('\\u005Cn') = 2 && <urn:\\u0061> = <urn:a>) }",
                // Section 17.3: what is added are numbers.
                "ASK { BIND('1' + '2' AS ?x) FILTER(!BOUND(?x)) }",
            })
    void sparql12(String query) {
        assertEquals("_askResult\r\ntrue\r\n", get(query, "text/csv").body());
    }

    @Test
    void relativeIrisAreThePublications() {
        assertEquals(
                "_askResult\r\ntrue\r\n",
                get("ASK { <id/ada> <ontology#wrote> <id/note-g> }", "text/csv").body());
    }

    private static HttpResponse<String> get(String query, String accept) {
        return server.get("/sparql?query=" + encode(query), "Accept", accept);
    }

    private static HttpResponse<String> post(String path, String type, String body) {
        return server.send("POST", path, BodyPublishers.ofString(body), "Content-Type", type, "Accept", "text/csv");
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
