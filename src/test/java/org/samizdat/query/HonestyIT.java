package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** An answer with status 200 is complete; all else is told, in words that help. */
class HonestyIT {
    private static final int HELD_BACK = 64 * 1024;
    /** More rows than can be made in a second. */
    private static final String ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

    @TempDir
    static Path folder;

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        server = ServerFixture.start(
                home,
                Limits.standard()
                        .withFairUse(Optional.empty())
                        .withTime(Duration.ofSeconds(1))
                        .withHeldBack(HELD_BACK));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** RFC 9457, with the place of the error and what belongs there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT * { ?s ?p                        | 1 | 17 | the query ends      | `SELECT * { ?s ?p⏎                ^`
            SELECT * { ?s ?p ?o⏎ ?q }               | 2 | 2  | there is ?q         | ` ?q }⏎ ^`
            SELEKT * { ?s ?p ?o }                   | 1 | 1  | nothing that SPARQL knows | `SELEKT * { ?s ?p ?o }⏎^`
            SELECT * { ?s rdfs:label ?l }           | 1 | 15 | the prefix rdfs: is not declared | `SELECT * { ?s rdfs:label ?l }⏎              ^`
            SELECT ?s (COUNT(?o) AS ?s) { ?s ?p ?o } | 1 | 0  | ?s                  | ``
            SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) } | 0 | 0  | ?x                  | ``
            INSERT DATA { <a> <b> <c> }             | 1 | 1  | there is INSERT     | `INSERT DATA { <a> <b> <c> }⏎^`
            SELECT * { ?s ?p "\\u0022" ?q }          | 1 | 27 | there is ?q         | `SELECT * { ?s ?p "\\u0022" ?q }⏎                          ^`
            SELECT * {⏍ ?s ?p ?o⏍ ?q }             | 3 | 2  | there is ?q         | ` ?q }⏎ ^`
            SELECT * { ?s ?p "a⏎" }                 | 1 | 18 | nothing that SPARQL knows | `SELECT * { ?s ?p "a⏎                 ^`
            """)
    void aWrongQueryIsShownWhereItIsWrong(String query, int line, int column, String reason, String excerpt) {
        HttpResponse<String> response = ask(query.replace('⏎', '\n').replace("⏍", "\r\n"), "application/json");
        assertEquals(400, response.statusCode());
        assertEquals("application/problem+json", field(response, "Content-Type"));
        JsonObject problem = JSON.parse(response.body());
        assertTrue(problem.getString("detail").contains(reason), response.body());
        if (column > 0) {
            assertEquals(line, problem.getNumber("line").intValue(), response.body());
            assertEquals(column, problem.getNumber("column").intValue(), response.body());
            assertEquals(excerpt.replace('⏎', '\n'), problem.getString("excerpt"));
        }
        assertFalse(response.body().contains("Exception"), response.body());
    }

    @Test
    void saysWhatWasExpected() {
        assertTrue(ask("SELECT * { ?s ?p }", "*/*").body().contains("an IRI in <>"));
        assertTrue(ask("SELECT * ?s ?p ?o", "*/*").body().contains("expected is FROM, WHERE or {"));
    }

    @ParameterizedTest
    @CsvSource({
        "rdfs:label, PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>",
        "id:ada, PREFIX id: <https://example.org/id/>",
        "nobody:knows, PREFIX nobody: <…>"
    })
    void aForgottenPrefixIsOffered(String name, String declaration) {
        String advice =
                JSON.parse(ask("ASK { ?s " + name + " ?l }", "*/*").body()).getString("advice");
        assertTrue(advice.endsWith(declaration), advice);
    }

    @Test
    void aLongLineIsShownAroundTheError() {
        String query = "ASK { " + "?s ?p ?o . ".repeat(200) + "oops " + "?s ?p ?o . ".repeat(200) + "}";
        String excerpt = JSON.parse(ask(query, "*/*").body()).getString("excerpt");
        String[] lines = excerpt.split("\n");
        assertTrue(lines[0].length() < 200, excerpt);
        assertTrue(lines[0].startsWith("oops", lines[1].indexOf('^')), excerpt);
    }

    @Test
    void peopleGetAPage() {
        HttpResponse<String> response = ask("SELECT * { ?s <script>alert(1)</script> ?o }", "text/html,*/*;q=0.8");
        assertEquals(400, response.statusCode());
        assertEquals("text/html;charset=utf-8", field(response, "Content-Type"));
        assertTrue(response.body().contains("<pre>SELECT * { ?s &lt;script&gt;alert(1)"), response.body());
    }

    /** Counted, sorted or grouped: nothing has been sent yet, so the error takes the place of the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }",
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)) = STR(?l)) }",
                "CONSTRUCT { <urn:x> <urn:y> ?c } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
                "DESCRIBE ?c { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }",
            })
    void aQueryThatTakesTooLongIsAnError(String query) {
        HttpResponse<String> response = ask(query, "application/json;q=0.1, */*");
        assertEquals(504, response.statusCode(), response.body());
        JsonObject problem = JSON.parse(response.body());
        assertEquals(1, problem.getNumber("limit").intValue());
        assertTrue(problem.getString("advice").startsWith("Ask for less"), response.body());
        assertFalse(response.body().contains("Exception"), response.body());
    }

    /** RFC 9112 section 8: without the last chunk the client knows that there should be more. */
    @ParameterizedTest
    @ValueSource(strings = {"json", "xml", "csv", "tsv"})
    void anAnswerThatIsCutFailsAtTheClient(String format) throws IOException {
        String path = "/sparql?format=" + format + "&query=" + encode(ENDLESS);
        assertThrows(UncheckedIOException.class, () -> server.get(path));
        RawResponse raw =
                RawResponse.exchange(server.address(), "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals(200, raw.status());
        assertEquals("chunked", raw.field("Transfer-Encoding"));
        assertTrue(raw.text().length() > HELD_BACK);
        assertFalse(raw.text().endsWith("\r\n0\r\n\r\n"), "no last chunk");
        assertFalse(raw.text().contains("cancel"), "nothing in the body that is not a row");
    }

    /** Compressed, cut and whole. */
    @Test
    void compressedAnswersAreCutAsWell() {
        assertThrows(
                UncheckedIOException.class,
                () -> server.get("/sparql?query=" + encode(ENDLESS), "Accept-Encoding", "gzip"));
    }

    @Test
    void aLargeAnswerIsSentInPiecesToItsEnd() throws IOException {
        String query = "SELECT ?a ?b ?c ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 3000";
        HttpResponse<String> response = ask(query, "text/csv");
        assertEquals(200, response.statusCode());
        assertEquals(3001, response.body().lines().count());
        assertTrue(response.body().length() > HELD_BACK);
        assertEquals("", field(response, "Content-Length"));
        RawResponse head = RawResponse.send(server.address(), "HEAD", "/sparql?query=" + encode(query), "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        HttpResponse<String> small = ask("SELECT * { ?s ?p ?o } LIMIT 3", "text/csv");
        assertEquals(Integer.toString(small.body().length()), field(small, "Content-Length"));
    }

    /** XML 1.0 section 2.2, RDF/XML and JSON-LD: what cannot be said is not said wrongly. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xml    | SELECT ("a\\u0001b" AS ?x) {}
            rdf    | CONSTRUCT { <urn:a> <urn:b> "a\\u0001b" } {}
            rdf    | CONSTRUCT { <urn:a> <urn:b/> 1 } {}
            jsonld | CONSTRUCT { <urn:a> <urn:b> <<( <urn:a> <urn:b> 1 )>> } {}
            """)
    void whatAFormatCannotSayIsAnError(String format, String query) {
        HttpResponse<String> response = server.get("/sparql?format=" + format + "&query=" + encode(query));
        assertEquals(406, response.statusCode(), response.body());
        assertTrue(response.body().contains("another format"), response.body());
    }

    /** Where a pattern finds nothing, those after it find nothing, whichever way the optimiser went. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . FILTER(?a = 'nothing' && ?l = 2) }",
                "ASK { { ?a <urn:nothing> ?c } OPTIONAL { ?c ?d ?e . ?e ?f ?g } ?h ?i ?j . ?j ?k ?l }",
                "ASK { GRAPH <urn:nothing> { ?a ?b ?c } GRAPH ?g { ?d ?e ?f . ?f ?h ?i } }",
            })
    void nothingIsFoundAfterNothing(String query) {
        assertEquals("_askResult\r\nfalse\r\n", ask(query, "text/csv").body());
    }

    /** Whoever asks can know the limits beforehand. */
    @Test
    void limitsAreInEveryAnswer() {
        for (String query : new String[] {"ASK {}", "wrong"}) {
            assertEquals("time=1, request=262144, held-back=" + HELD_BACK, field(ask(query, "*/*"), "SPARQL-Limits"));
        }
    }

    /** SERVICE, functions that run code, and size are decided before anything runs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            403 | SELECT * { SERVICE <https://query.wikidata.org/sparql> { ?s ?p ?o } }
            403 | SELECT * { SERVICE SILENT <http://localhost:1/> { ?s ?p ?o } }
            403 | SELECT * { VALUES ?e { <http://localhost:1/> } SERVICE ?e { ?s ?p ?o } }
            403 | SELECT * { FILTER EXISTS { SERVICE <http://localhost:1/> { ?s ?p ?o } } }
            403 | SELECT * { BIND(EXISTS { { SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } } } } AS ?x) }
            403 | SELECT (SUM(IF(EXISTS { SERVICE <http://localhost:1/> {} }, 1, 0)) AS ?n) {}
            400 | SELECT (<java:java.lang.System.exit>(1) AS ?x) {}
            400 | SELECT * { FILTER(<http://jena.apache.org/ARQ/function#wait>(1000)) }
            400 | SELECT * { ?s ?p ?o } ORDER BY <http://jena.apache.org/ARQ/function#print>("x")
            400 | SELECT (<http://www.w3.org/2005/xpath-functions#concat>("a", "b") AS ?x) {}
            400 | SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(?o) AS ?x) { ?s ?p ?o }
            400 | SELECT (js:toUpper("x") AS ?x) {}
            200 | PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> SELECT (xsd:integer("1") + xsd:decimal("1.5") AS ?x) {}
            200 | SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.bag> ?o }
            """)
    void admission(int status, String query) {
        HttpResponse<String> response = ask(query, "application/json");
        assertEquals(status, response.statusCode(), response.body());
        assertFalse(response.body().contains("Exception"), response.body());
    }

    private static HttpResponse<String> ask(String query, String accept) {
        return server.get("/sparql?query=" + encode(query), "Accept", accept);
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
