package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/** The editor of queries as it is served, and results as pages, asked for over HTTP. */
@ExtendWith(SampleServer.class)
class QueryPagesIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String PREFIXES = """
            PREFIX id: <https://example.org/id/>
            PREFIX o: <https://example.org/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            """;

    private static ServerFixture server;

    @BeforeAll
    static void ask(ServerFixture sample) {
        server = sample;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static String result(String query) {
        HttpResponse<String> response = server.get("/sparql?query=" + encoded(PREFIXES + query), "Accept", BROWSER);
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(
                "text/html;charset=utf-8",
                response.headers().firstValue("Content-Type").orElse(""));
        String page = response.body().replaceAll("\\s*\\n\\s*", " ");
        return page.substring(page.indexOf("<div id=\"result\">"), page.indexOf("</main>"));
    }

    /** The cells of the first row. */
    private static List<String> cells(String result) {
        String row = result.replaceFirst(".*<tbody> *(<tr>.*?</tr>).*", "$1");
        return Pattern.compile("<td(?: [a-z]+=\"[^\"]*\")*>(.*?)</td>")
                .matcher(row)
                .results()
                .map(cell -> cell.group(1).replaceAll("<svg.*?</svg>", "").strip())
                .toList();
    }

    @Test
    void valuesHaveNamesAndLinks() {
        String result =
                result("SELECT * { VALUES ?who { id:ada } ?who a ?kind ; o:born ?day } ORDER BY DESC(?kind) LIMIT 1");
        assertEquals(
                List.of(
                        "<a href=\"doc/ada\">Ada Lovelace</a>",
                        "<a href=\"ontology#Person\">person</a>",
                        "<span>1815-12-10</span>"),
                cells(result));
        assertTrue(result.contains("title=\"https://example.org/id/ada\""), result);
        assertTrue(result.contains("<b>1 row.</b>"), result);
    }

    @Test
    void namesInOtherLanguagesSayWhich() {
        assertEquals(
                List.of("<span lang=\"ru\">имя</span>", "<span></span>", "<span>7</span>"),
                cells(result("SELECT * { VALUES (?name ?nothing ?number) { (\"имя\"@ru UNDEF 7) } }")));
    }

    @Test
    void nothingInAResultIsTakenForMarkup() {
        String result = result("SELECT * { id:hostile ?how ?what } ORDER BY ?what");
        assertFalse(result.contains("<script>alert") || result.contains("<img"), result);
        String network = result("SELECT * { VALUES (?a ?b) { (id:hostile id:ada) } }");
        assertFalse(network.contains("<script>alert"), network);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            ASK { id:ada ?how ?what },  Yes.
            ASK { id:ada id:ada id:ada },   No.
            SELECT * { ?x id:ada ?y },  0 rows.
            """)
    void aShortAnswerIsASentence(String query, String answer) {
        String result = result(query);
        assertTrue(result.contains("<b>" + answer + "</b>"), result);
        assertFalse(result.contains("<table"), result);
    }

    @Test
    void aGraphIsATableOfItsTriplesEachOnce() {
        String result =
                result("CONSTRUCT { id:ada o:wrote ?work } { VALUES (?work ?n) { (id:note-g 1) (id:note-g 2) } }");
        assertTrue(result.contains("<b>1 row.</b>"), result);
        assertEquals(
                List.of(
                        "<a href=\"doc/ada\">Ada Lovelace</a>",
                        "<a href=\"ontology#wrote\">wrote</a>",
                        "<a href=\"doc/note-g\">Note G</a>"),
                cells(result));
        assertTrue(result.contains("format=ttl\" download=\"result.ttl\"") && !result.contains("format=csv"), result);
    }

    @Test
    void aTripleTermIsShownAsItIsWritten() {
        String cell = cells(result("SELECT ?said { GRAPH ?g { ?claim rdf:reifies ?said } }"))
                .getFirst();
        assertTrue(cell.contains("&lt;&lt;(") && cell.contains("https://example.org/id/note-g"), cell);
    }

    @Test
    void aLongResultSaysThatItIsCutAndLeadsToTheRest() {
        String result = result("SELECT * { ?a ?b ?c . ?d ?e ?f }");
        assertTrue(result.contains("The first 1,000 rows are shown; the files have all of them."), result);
        assertEquals(1_000, result.split("<tr>", -1).length - 2, "without the heading");
        assertTrue(result("SELECT (STRLEN(?long) AS ?length) ?long { BIND(REPLACE(\"0123456789\", \".\", \""
                        + "x".repeat(300) + "\") AS ?long) }")
                .contains(">" + "x".repeat(2_000) + "…<"));
    }

    @Test
    void filesKeepTheGraphsThatWereAsked() {
        HttpResponse<String> page = server.get(
                "/sparql?default-graph-uri=https://example.org/graph/ontology&query="
                        + encoded("SELECT * { ?a ?b ?c }"),
                "Accept",
                BROWSER);
        assertTrue(
                page.body()
                        .contains("&amp;default-graph-uri=https%3A%2F%2Fexample.org%2Fgraph%2Fontology&amp;format=csv"),
                page.body());
    }

    @Test
    void datesAreDrawnInTimeFromTheFirstToTheSecond() {
        String result = result("""
                SELECT * { VALUES (?who ?born ?died) {
                  (id:charles "1791-12-26"^^<http://www.w3.org/2001/XMLSchema#date> "1871"^^<http://www.w3.org/2001/XMLSchema#gYear>)
                  (id:ada "1815-12-10"^^<http://www.w3.org/2001/XMLSchema#date> UNDEF)
                } }""");
        String drawing = result.replaceFirst(".*<summary>In time</summary>(.*?)</details>.*", "$1");
        assertTrue(drawing.contains("<title>26 December 1791 to 1871</title>"), drawing);
        assertTrue(drawing.indexOf("Charles Babbage") < drawing.indexOf("Ada Lovelace"), drawing);
        assertFalse(result("SELECT * { id:ada o:wrote ?what }").contains("In time"));
    }

    @Test
    void thingsInTwoColumnsAreANetworkJoinedByWhatStandsBetween() {
        String result = result("SELECT ?a ?how ?b { VALUES ?how { o:wrote o:knew } ?a ?how ?b }");
        JsonObject network =
                JSON.parse(result.replaceFirst(".*<script type=\"application/json\">(.*?)</script>.*", "$1"));
        List<String> lines = network.get("edges").getAsArray().stream()
                .map(JsonValue::getAsObject)
                .map(edge -> edge.getObj("data"))
                .map(line ->
                        line.getString("source") + " " + line.getString("property") + " " + line.getString("target"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "https://example.org/id/ada wrote https://example.org/id/note-g",
                        "https://example.org/id/charles knew https://example.org/id/ada"),
                lines);
        assertEquals(3, network.get("nodes").getAsArray().size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            (?who ?where) { (id:ada "POINT(-0.1 51.5)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>) }
            (?who ?where) { (id:ada "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> Point (-0.1 51.5)"^^<http://www.opengis.net/ont/geosparql#wktLiteral>) }
            (?lat ?long ?who) { (51.5 -0.1 id:ada) (95.0 0.0 id:charles) }
            """)
    void coordinatesAreDrawnOnAMap(String values) {
        String result = result("SELECT * { VALUES " + values + " }");
        String map = result.replaceFirst(".*<summary>On a map</summary>(.*?)</details>.*", "$1");
        assertTrue(map.contains("<a href=\"doc/ada\">") && map.contains("51°N") && map.contains("1°W"), map);
        assertFalse(map.contains("Charles Babbage"), "not on earth: " + map);
    }

    @Test
    void programsGetWhatTheyUnderstand() {
        assertEquals(
                "application/sparql-results+json",
                server.get("/sparql?query=ASK%7B%7D", "Accept", "*/*")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""));
        HttpResponse<String> problem = server.get("/sparql?query=ASK", "Accept", "text/html, application/problem+json");
        assertEquals(
                "application/problem+json",
                problem.headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                1, JSON.parse(problem.body()).get("line").getAsNumber().value().intValue());
    }

    @Test
    void aQueryTooLongForAnAddressIsSentByForm() {
        String query = "SELECT ('" + "x".repeat(9_000) + "' AS ?text) {}";
        HttpResponse<String> response = server.send(
                "POST",
                "/sparql",
                BodyPublishers.ofString(query),
                "Accept",
                BROWSER,
                "Content-Type",
                "application/sparql-query");
        assertTrue(response.body().contains("<form class=\"files\" method=\"post\" action=\"sparql\">"));
        assertFalse(response.body().contains("sparql?query="));
    }

    @Test
    void theEditorBeginsWithTheQueryOfTheAddress() {
        String page = server.get("/query?query=" + encoded("ASK { ?a ?b \"</textarea><script>\" }"), "Accept", BROWSER)
                .body();
        assertTrue(
                page.contains("\nASK { ?a ?b \"&lt;/textarea>") || page.contains("\nASK { ?a ?b \"&lt;/textarea&gt;"),
                page);
        assertFalse(page.contains("</textarea><script>"), page);
        assertTrue(page.contains("<form id=\"editor\" action=\"sparql\""), page);
    }

    @Test
    void theEditorKnowsTermsWithTheirNamesAndPrefixes() {
        JsonObject known = JSON.parse(server.get("/query/terms.json").body());
        assertEquals("https://example.org/id/", known.getObj("prefixes").getString("id"));
        assertEquals(
                "http://www.w3.org/2004/02/skos/core#", known.getObj("prefixes").getString("skos"));
        List<String> terms = known.get("terms").getAsArray().stream()
                .map(JsonValue::getAsObject)
                .map(term -> term.getString("kind") + " " + term.getString("label") + " " + term.getString("iri"))
                .toList();
        assertTrue(terms.contains("class person https://example.org/ontology#Person"), terms.toString());
        assertTrue(terms.contains("property wrote https://example.org/ontology#wrote"), terms.toString());
    }

    @Test
    void theEditorAsksNoOtherHost() {
        HttpResponse<String> page = server.get("/query", "Accept", BROWSER);
        assertFalse(
                Pattern.compile("(src|href|action)=\"(https?:)?//(?!creativecommons)")
                        .matcher(page.body())
                        .find(),
                page.body());
        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertFalse(policy.contains("unsafe") || policy.contains("http"), policy);
    }
}
