package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.query.Limits;
import org.samizdat.query.Limits.FairUse;
import org.samizdat.release.Home;

/** Saving a query, and all that its address answers with. */
class SavedQueriesIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TEXT = "application/sparql-query";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String WROTE = """
            # title: What <somebody> & "others" wrote
            PREFIX o: <https://example.org/ontology#>
            SELECT ?what { ?_who_iri o:wrote ?what }
            """;
    private static final String NAMES = "SELECT ?name { <https://example.org/id/ada> "
            + "<http://www.w3.org/2000/01/rdf-schema#label> ?name } ORDER BY ?name";

    @TempDir
    static Path folder;

    private static Home home;
    private static String first;
    private static ServerFixture server;

    @BeforeAll
    static void start() {
        home = Home.at(folder.resolve("home"));
        first = ServerFixture.publish(home, folder, ServerFixture.sampleData());
        server = ServerFixture.start(home);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String path, String type, String body, String... fields) {
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "Content-Type";
        all[fields.length + 1] = type;
        return server.send("POST", path, BodyPublishers.ofString(body), all);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String save(String query) {
        HttpResponse<String> saved = post("/q/", TEXT, query);
        assertTrue(saved.statusCode() == 201 || saved.statusCode() == 200, saved.body());
        return "/q/" + location(saved);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private static String field(HttpResponse<String> response, String name) {
        return String.join(", ", response.headers().allValues(name));
    }

    @Test
    void thereAreSeveralWaysToSaveAndOneAddress() {
        String query = "SELECT * { ?several ?ways ?one }";
        HttpResponse<String> saved = post("/q/", TEXT, query);
        assertEquals(201, saved.statusCode(), saved.body());
        assertTrue(location(saved).matches("[0-9a-f]{16}"), location(saved));
        assertEquals(location(saved), JSON.parse(saved.body()).getString("address"));
        assertEquals(first, JSON.parse(saved.body()).getString("release"));
        HttpResponse<String> again = post("/q/", FORM, "query=" + encode(query + "\r\n"));
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(location(saved), location(again));
        HttpResponse<String> browser = post("/q/", FORM, "query=" + encode(query), "Accept", BROWSER);
        assertEquals(303, browser.statusCode());
        assertEquals(location(saved), location(browser));
        assertTrue(Files.exists(home.queriesFolder().resolve(location(saved) + ".rq")));
    }

    @Test
    void aFormMayGiveATitle() {
        HttpResponse<String> saved =
                post("/q/", FORM, "title=A+%3Cb%3Etitle&query=" + encode("# title: old\nASK { ?a ?b ?title }"));
        String text = server.get("/q/" + location(saved), "Accept", TEXT).body();
        assertEquals("# title: A <b>title\nASK { ?a ?b ?title }\n", text);
        String untitled = server.get("/q/" + location(post("/q/", FORM, "title=+&query=ASK+%7B%7D")), "Accept", TEXT)
                .body();
        assertEquals("ASK {}\n", untitled);
    }

    /** As at the endpoint: RFC 9457, with line and column. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/sparql-query          | SELECT * { ?s                        | 400 | Line 1
            application/sparql-query          | CLEAR ALL                            | 400 | Line 1
            application/sparql-query          | ''                                   | 400 | the query ends
            application/sparql-query          | ASK { BIND(<java:x.Y>() AS ?x) }     | 400 | no function
            application/sparql-query          | ASK { SERVICE <http://127.0.0.1/> {} } | 403 | ask this endpoint
            application/sparql-query          | ASK { VALUES ?_a { 1 } }             | 400 | assigned
            application/x-www-form-urlencoded | title=x                              | 400 | parameter query
            application/x-www-form-urlencoded | query=ASK+%7B%7D&query=ASK+%7B%7D    | 400 | parameter query
            application/x-www-form-urlencoded | query=ASK+%7B+%3Fs+%3Fp+%22%07%22+%7D | 400 | control character
            application/x-www-form-urlencoded | update=CLEAR+ALL                     | 400 | parameter query
            application/sparql-update         | CLEAR ALL                            | 405 | queries only
            text/turtle                       | <urn:a> <urn:b> <urn:c> .            | 405 | queries only
            text/plain                        | ASK {}                               | 415 | text/plain
            """)
    void refusesWhatIsNoQuery(String type, String body, int status, String reason) throws IOException {
        long before = count();
        HttpResponse<String> refused = post("/q/", type, body);
        assertEquals(status, refused.statusCode(), refused.body());
        assertEquals("application/problem+json", field(refused, "Content-Type"));
        assertTrue(JSON.parse(refused.body()).getString("detail").contains(reason), refused.body());
        assertEquals(before, count());
    }

    private static long count() throws IOException {
        Files.createDirectories(home.queriesFolder());
        try (var files = Files.list(home.queriesFolder())) {
            return files.count();
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        String padded = "ASK {} #" + " ".repeat(64 * 1024);
        assertEquals(413, post("/q/", TEXT, padded).statusCode());
        assertEquals(413, post("/q/", FORM, "query=" + encode(padded)).statusCode());
    }

    @Test
    void savesSoOftenAndNoMore() {
        try (ServerFixture fair =
                ServerFixture.start(home, Limits.standard().withFairUse(Optional.of(FairUse.STANDARD)))) {
            HttpResponse<String> last;
            int saved = 0;
            do {
                last = fair.send("POST", "/q/", BodyPublishers.ofString("ASK {}"), "Content-Type", TEXT);
                saved++;
                assertTrue(field(last, "RateLimit-Policy").startsWith("\"queries-saved\";q=60"));
            } while (last.statusCode() == 200 || last.statusCode() == 201);
            assertEquals(429, last.statusCode(), last.body());
            // The share fills up again slowly.
            assertTrue(saved >= 61 && saved < 70, saved + " were saved");
            assertTrue(Integer.parseInt(field(last, "Retry-After")) > 0);
            assertEquals(200, fair.get("/sparql?query=ASK%7B%7D").statusCode(), "asking is another matter");
        }
    }

    /** RFC 9110, sections 9.3.2 and 12.5.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                              | application/sparql-results+json
            */*                             | application/sparql-results+json
            application/json                | application/json
            application/sparql-results+xml  | application/sparql-results+xml
            text/csv                        | text/csv;charset=utf-8
            text/tab-separated-values       | text/tab-separated-values;charset=utf-8
            application/sparql-query        | application/sparql-query
            text/html                       | text/html;charset=utf-8
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html;charset=utf-8
            text/turtle, text/csv;q=0.1     | text/csv;charset=utf-8
            """)
    void negotiates(String accept, String type) {
        String address = save(NAMES);
        HttpResponse<String> get = accept.isEmpty() ? server.get(address) : server.get(address, "Accept", accept);
        assertEquals(200, get.statusCode(), get.body());
        assertEquals(type, field(get, "Content-Type"));
        assertTrue(field(get, "Vary").contains("Accept"));
        String[] fields = accept.isEmpty() ? new String[0] : new String[] {"Accept", accept};
        HttpResponse<String> head = server.send("HEAD", address, BodyPublishers.noBody(), fields);
        assertEquals(200, head.statusCode());
        assertEquals(type, field(head, "Content-Type"));
        assertEquals("", head.body());
    }

    @ParameterizedTest
    @CsvSource({
        ".csv, text/csv;charset=utf-8",
        ".json, application/sparql-results+json",
        ".xml, application/sparql-results+xml",
        ".tsv, text/tab-separated-values;charset=utf-8",
        ".rq, application/sparql-query",
        ".html, text/html;charset=utf-8",
        "?format=csv, text/csv;charset=utf-8",
        "?format=text/csv, text/csv;charset=utf-8",
        "?format=rq, application/sparql-query",
        "?format=application/sparql-query, application/sparql-query",
        "?format=html, text/html;charset=utf-8"
    })
    void aSuffixOrParameterDecides(String suffix, String type) {
        HttpResponse<String> get = server.get(save(NAMES) + suffix, "Accept", "application/sparql-results+xml");
        assertEquals(200, get.statusCode(), get.body());
        assertEquals(type, field(get, "Content-Type"));
    }

    @Test
    void graphsComeInTheFormatsOfGraphs() {
        String address = save("DESCRIBE ?_what_iri");
        String what = "?what=" + encode("https://example.org/id/note-g");
        assertTrue(field(server.get(address + what), "Content-Type").startsWith("text/turtle"));
        HttpResponse<String> triples = server.get(address + ".nt" + what);
        assertTrue(triples.body().startsWith("<https://example.org/id/note-g> "), triples.body());
        assertEquals(406, server.get(address + ".csv" + what).statusCode());
    }

    @Test
    void whatThereIsNotIsSaid() {
        String address = save(NAMES);
        assertEquals(404, server.get("/q/0123456789abcdef").statusCode());
        assertEquals(404, server.get("/q/nothing").statusCode());
        assertEquals(404, server.get("/q/a/b").statusCode());
        assertEquals(404, server.get("/q/0123456789abcdef.csv").statusCode());
        HttpResponse<String> unacceptable = server.get(address, "Accept", "image/png");
        assertEquals(406, unacceptable.statusCode());
        assertTrue(unacceptable.body().contains(address.substring(3) + ".csv"), unacceptable.body());
        assertEquals(406, server.get(address + ".png").statusCode());
        HttpResponse<String> put = server.send("PUT", address, BodyPublishers.ofString("ASK {}"));
        assertEquals(405, put.statusCode());
        assertEquals("GET, HEAD, OPTIONS", field(put, "Allow"));
        assertEquals(405, post(address, TEXT, "ASK {}").statusCode());
        assertEquals(
                405, server.send("DELETE", address, BodyPublishers.noBody()).statusCode());
        assertEquals(
                "GET, HEAD, OPTIONS, POST", field(server.send("OPTIONS", "/q/", BodyPublishers.noBody()), "Allow"));
    }

    @Test
    void aPlainFormSavesToo() {
        String page = server.get("/q/", "Accept", BROWSER).body();
        assertTrue(page.contains("<form class=\"save\" action=\"./\" method=\"post\">"), page);
        assertTrue(page.contains("name=\"title\"") && page.contains("<textarea name=\"query\""), page);
    }

    @Test
    void theTextIsWhatWasSavedAndCanBeRevalidated() {
        String address = save(WROTE);
        HttpResponse<String> text = server.get(address + ".rq");
        assertEquals(WROTE, text.body());
        String tag = field(text, "ETag");
        assertFalse(tag.isEmpty());
        assertEquals(304, server.get(address + ".rq", "If-None-Match", tag).statusCode());
        assertTrue(field(text, "Link").contains("<https://example.org" + address + ">; rel=\"cite-as\""));
        HttpResponse<String> page = server.get(address, "Accept", "text/html");
        assertEquals(
                304,
                server.get(address, "Accept", "text/html", "If-None-Match", field(page, "ETag"))
                        .statusCode());
    }

    @Test
    void parametersAreTakenFromTheAddress() {
        String address = save(WROTE) + ".csv";
        assertEquals(
                "what\r\nhttps://example.org/id/note-g\r\n",
                server.get(address + "?who=" + encode("https://example.org/id/ada"))
                        .body());
        assertEquals(
                "what\r\n",
                server.get(address + "?who=" + encode("https://example.org/id/charles"))
                        .body());
        HttpResponse<String> missing = server.get(address);
        assertEquals(400, missing.statusCode());
        assertTrue(missing.body().contains("who (an IRI)"), missing.body());
        assertEquals(400, server.get(address + "?who=ada").statusCode());
        assertEquals(
                400, server.get(address + "?who=" + encode("urn:a> ?p ?o . <b")).statusCode());
    }

    @Test
    void thePageShowsWhatItIsAndHowToCiteIt() {
        String address = save(WROTE);
        String page = server.get(address, "Accept", BROWSER).body();
        assertTrue(page.contains("<h1>What &lt;somebody&gt; &amp; \"others\" wrote</h1>"), page);
        assertTrue(page.contains("SELECT ?what { ?_who_iri o:wrote ?what }"), page);
        assertTrue(page.contains("when release <code>" + first + "</code> was served"), page);
        assertTrue(page.contains("<a href=\"../query?query=" + encode(WROTE) + "\">"), page);
        assertTrue(page.contains("who (an IRI) <input name=\"who\" required"), page);
        String cited = "https://example.org" + address + "?release=" + first;
        assertTrue(page.contains("url = {" + cited + "}"), page);
        assertTrue(page.contains("UR  - " + cited), page);
        assertTrue(page.contains("\"URL\": \"" + cited + "\"") || page.contains("\"URL\" : \"" + cited + "\""), page);
        assertTrue(page.contains("--data-urlencode who="), page);
    }

    /** With all limits of the endpoint, its errors included. */
    @Test
    void theResultComesFromTheEndpoint() {
        String address = save(NAMES);
        HttpResponse<String> result = server.get(address + ".csv");
        HttpResponse<String> asked = server.get("/sparql?format=csv&query=" + encode(NAMES));
        assertEquals(asked.body(), result.body());
        assertEquals(field(asked, "SPARQL-Limits"), field(result, "SPARQL-Limits"));
        assertEquals(field(asked, "Cache-Control"), field(result, "Cache-Control"));
        try (ServerFixture hurried = ServerFixture.start(
                home, Limits.standard().withFairUse(Optional.empty()).withTime(Duration.ofMillis(50)))) {
            String heavy = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }";
            String slow = save(heavy);
            assertEquals(504, hurried.get(slow + ".csv").statusCode());
        }
    }

    @Test
    void aResultIsToBeHadOnTheReleaseOfItsTime() throws IOException {
        Path own = Files.createDirectory(folder.resolve("releases"));
        Home releases = Home.at(own.resolve("home"));
        DatasetGraph data = ServerFixture.sampleData();
        String old = ServerFixture.publish(releases, own, data);
        try (ServerFixture moving = ServerFixture.start(releases)) {
            HttpResponse<String> saved =
                    moving.send("POST", "/q/", BodyPublishers.ofString(NAMES), "Content-Type", TEXT);
            String address = "/q/" + location(saved) + ".csv";
            String before = moving.get(address).body();
            data.getDefaultGraph()
                    .add(
                            NodeFactory.createURI("https://example.org/id/ada"),
                            RDFS.label.asNode(),
                            NodeFactory.createLiteralLang("Countess of Lovelace", "en"));
            String next = ServerFixture.publish(releases, own, data);
            await(moving, next);
            String after = moving.get(address).body();
            assertTrue(after.contains("Countess") && !before.contains("Countess"), after);
            assertEquals(after, moving.get(address + "?release=latest").body());
            assertEquals(after, moving.get(address + "?release=" + next).body());
            for (String release : List.of("saved", old)) {
                HttpResponse<String> then = moving.get(address + "?release=" + release);
                assertEquals(before, then.body());
                assertTrue(field(then, "Link").contains("?release=" + old + ">; rel=\"cite-as\""), field(then, "Link"));
            }
            String page = moving.get(address.replace(".csv", ".html")).body();
            assertTrue(page.contains("That release can still be asked."), page);
            assertEquals(400, moving.get(address + "?release=yesterday").statusCode());
        }
        FileUtils.deleteDirectory(releases.releaseFolder(old).toFile());
        try (ServerFixture later = ServerFixture.start(releases)) {
            String address = "/q/"
                    + Files.list(releases.queriesFolder())
                            .findFirst()
                            .orElseThrow()
                            .getFileName()
                            .toString()
                            .replace(".rq", "");
            HttpResponse<String> gone = later.get(address + "?release=saved");
            assertEquals(410, gone.statusCode(), gone.body());
            assertTrue(gone.body().contains("Release " + old + " is not kept"), gone.body());
            assertEquals(
                    address.substring(3) + "?release=" + releases.currentId().orElseThrow(),
                    JSON.parse(gone.body())
                            .get("alternatives")
                            .getAsArray()
                            .get(0)
                            .getAsString()
                            .value());
            assertEquals(200, later.get(address).statusCode());
            assertTrue(later.get(address + ".html").body().contains("That release is not kept any more."));
        }
    }

    private static void await(ServerFixture server, String release) {
        while (!server.get("/health").body().strip().equals(release)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void theEditorIsGivenSamples() {
        HttpResponse<String> samples =
                server.get("/query/code?query=" + encode("ASK { ?s ?p 'it''s' }".replace("''", "\\'")));
        assertEquals(200, samples.statusCode(), samples.body());
        assertTrue(field(samples, "Content-Type").startsWith("text/html"));
        for (String language : List.of("curl", "Python", "R", "JavaScript", "Java")) {
            assertTrue(samples.body().contains("<summary>" + language + "</summary>"), samples.body());
        }
        assertFalse(samples.body().contains("<html"), "a fragment");
        assertEquals(400, server.get("/query/code?query=ASK").statusCode());
        assertEquals(400, server.get("/query/code").statusCode());
    }
}
