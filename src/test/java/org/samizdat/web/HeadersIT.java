package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;

/** The header fields of documents, over HTTP. */
class HeadersIT {
    private static final String LONG = "д".repeat(1_900);

    @TempDir
    static Path folder;

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        DatasetGraph data = ServerFixture.sampleData();
        RDFParser.fromString("""
                        PREFIX id: <https://example.org/id/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX g: <https://example.org/graph/>
                        <https://example.org/id/%s> rdfs:label "A long name"@en .
                        id:ada rdfs:label "Ада Лавлейс"@ru . id:note-g rdfs:label "Anmerkung G"@de .
                        GRAPH g:void { <https://example.org/> dcterms:language "ru" , "de" . }
                        """.formatted(LONG), Lang.TRIG).parse(data);
        server = ServerFixture.of(folder, data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** RFC 9110 sections 8.4.1.3, 8.8.3.3 and 12.5.3: another coding is another representation. */
    @Test
    void aCompressedBodyHasATagOfItsOwn() throws Exception {
        HttpResponse<byte[]> plain = bytes("/doc/ada.ttl");
        HttpResponse<byte[]> gzip = bytes("/doc/ada.ttl", "Accept-Encoding", "br, gzip;q=0.5");
        assertEquals("gzip", field(gzip, "Content-Encoding"));
        assertEquals("", field(plain, "Content-Encoding"));
        assertEquals("Accept-Encoding", field(plain, "Vary"));
        assertEquals("Accept-Encoding", field(gzip, "Vary"));
        assertNotEquals(field(plain, "ETag"), field(gzip, "ETag"));
        assertEquals(Integer.toString(gzip.body().length), field(gzip, "Content-Length"));
        try (GZIPInputStream body = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertArrayEquals(plain.body(), body.readAllBytes());
        }
        assertEquals(304, status("/doc/ada.ttl", "Accept-Encoding", "gzip", "If-None-Match", field(gzip, "ETag")));
        assertEquals(304, status("/doc/ada.ttl", "If-None-Match", field(plain, "ETag")));
        assertEquals(200, status("/doc/ada.ttl", "If-None-Match", field(gzip, "ETag")));
    }

    @Test
    void smallBodiesAreNotCompressed() throws Exception {
        assertEquals("", field(bytes("/health", "Accept-Encoding", "gzip"), "Content-Encoding"));
    }

    /** RFC 9110 section 13.2.2: If-None-Match decides where both are there. */
    @Test
    void theTagDecidesBeforeTheDate() throws Exception {
        String modified = field(bytes("/doc/ada.ttl"), "Last-Modified");
        assertEquals(200, status("/doc/ada.ttl", "If-None-Match", "\"other\"", "If-Modified-Since", modified));
        assertEquals(304, status("/doc/ada.ttl", "If-Modified-Since", modified));
        assertEquals(412, status("/doc/ada.ttl", "If-Unmodified-Since", "Mon, 01 Jan 1990 00:00:00 GMT"));
    }

    /** Section 15.4.5: what a cache needs, and nothing that would describe a body. */
    @Test
    void anAnswerWithoutNewsIsShort() {
        HttpResponse<String> first = server.get("/doc/ada");
        HttpResponse<String> again = server.get("/doc/ada", "If-None-Match", field(first, "ETag"));
        TreeSet<String> names = new TreeSet<>(again.headers().map().keySet());
        names.removeIf(name -> name.startsWith("access-control"));
        assertEquals(
                new TreeSet<>(List.of(
                        "cache-control",
                        "content-length",
                        "content-location",
                        "date",
                        "etag",
                        "last-modified",
                        "vary")),
                names);
        assertEquals(field(first, "Content-Length"), field(again, "Content-Length"));
    }

    @Test
    void linksLeadToEverythingThatBelongsToADocument() {
        HttpResponse<String> response = server.get("/doc/claim-1", "Accept", "text/html");
        String links = field(response, "Link");
        for (String link : List.of(
                "<https://example.org/doc/claim-1>; rel=\"canonical\"",
                "<https://example.org/id/claim-1>; rel=\"cite-as\"",
                "<../doc/claim-1.ttl>; rel=\"alternate\"; type=\"text/turtle\"",
                "<../doc/claim-1.nq>; rel=\"alternate\"; type=\"application/n-quads\"",
                "<../doc/claim-1.trig?profile=nanopub>; rel=\"alternate\"; type=\"application/trig\"",
                "<../doc/claim-1.ttl>; rel=\"describedby\"; type=\"text/turtle\"",
                "<../schema/claim-1.json>; rel=\"describedby\"; type=\"application/schema+json\"",
                "<http://xmlns.com/foaf/0.1/Document>; rel=\"type\"",
                "<https://creativecommons.org/licenses/by-sa/4.0/>; rel=\"license\"",
                "<../.>; rel=\"collection\"; type=\"text/html\"",
                "<../linkset/claim-1>; rel=\"linkset\"; type=\"application/linkset+json\"")) {
            assertTrue(List.of(links.split(", (?=<)")).contains(link), link + " in " + links);
        }
        String canonical = "<link rel=\"canonical\" href=\"https://example.org/doc/claim-1\">";
        assertTrue(response.body().contains(canonical), "the page names another canonical address than the field");
        assertTrue(!links.contains("claim-1.html"), "no alternate of itself");
    }

    /** RFC 9264 section 4.2: the same links, and those of all variants. */
    @Test
    void theSameLinksAreADocumentOfTheirOwn() {
        HttpResponse<String> response = server.get("/linkset/claim-1");
        assertEquals("application/linkset+json", field(response, "Content-Type"));
        JsonObject context = JsonParser.parseString(response.body())
                .getAsJsonObject()
                .getAsJsonArray("linkset")
                .get(0)
                .getAsJsonObject();
        URI here = server.address().resolve("linkset/claim-1");
        assertEquals(
                server.address().resolve("doc/claim-1"),
                here.resolve(context.get("anchor").getAsString()));
        List<String> fromJson = new ArrayList<>();
        context.entrySet().stream()
                .filter(entry -> entry.getValue().isJsonArray())
                .forEach(entry -> {
                    for (JsonElement target : entry.getValue().getAsJsonArray()) {
                        fromJson.add(entry.getKey() + " "
                                + target.getAsJsonObject().get("href").getAsString());
                    }
                });
        List<String> fromField = new ArrayList<>();
        for (String link : field(server.get("/doc/claim-1.ttl"), "Link").split(", (?=<)")) {
            fromField.add(link.replaceAll("^<([^>]*)>; rel=\"([^\"]*)\".*", "$2 $1"));
        }
        fromField.add("alternate ../doc/claim-1.ttl");
        fromField.add("describedby ../doc/claim-1.ttl");
        assertEquals(new TreeSet<>(fromField), new TreeSet<>(fromJson));
    }

    /** Every relation is registered with IANA, and every link of our own leads somewhere. */
    @ParameterizedTest
    @ValueSource(strings = {"ada", "claim-1", "a/b", "s1-1-1"})
    void noLinkIsDead(String name) {
        for (String link : field(server.get("/doc/" + name), "Link").split(", (?=<)")) {
            String href = link.substring(1, link.indexOf('>'));
            URI target = server.address().resolve("doc/" + name).resolve(href);
            if (target.getHost().equals("localhost")) {
                String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
                assertEquals(200, server.get(path).statusCode(), link);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ru              | ru | Ада Лавлейс
            ru-RU, en;q=0.5 | ru | Ада Лавлейс
            de              | de | Ada Lovelace
            en              | en | Ada Lovelace
            fr              | en | Ada Lovelace
            """)
    void namesOnPagesComeInTheLanguageAskedFor(String accept, String language, String heading) {
        HttpResponse<String> page = server.get("/doc/ada", "Accept", "text/html", "Accept-Language", accept);
        assertEquals(language, field(page, "Content-Language"));
        assertEquals("Accept, Accept-Language, Accept-Encoding", field(page, "Vary"));
        assertTrue(page.body().contains(">" + heading + "</h1>"), page.body());
        assertEquals(language.equals("de"), page.body().contains("Anmerkung G"));
    }

    /** The longest name that there can be, and all header fields with it, fit into an answer. */
    @Test
    void theLongestNamesHaveDocuments() throws Exception {
        String path = "/" + "doc/" + "%D0%B4".repeat(1_900);
        RawResponse document = RawResponse.send(server.address(), "GET", path, "Accept: text/html\r\n");
        assertEquals(200, document.status(), document.head());
        assertTrue(document.body().contains("A long name"));
        assertEquals(
                303,
                RawResponse.get(server.address(), path.replace("/doc/", "/id/")).status());
        assertEquals(200, RawResponse.get(server.address(), path + ".ttl").status());
    }

    @Test
    void scriptsOfOtherSitesMayRead() {
        HttpResponse<String> response = server.get("/doc/ada", "Origin", "https://example.net");
        assertEquals("*", field(response, "Access-Control-Allow-Origin"));
        // Fetch standard: all fields, for requests without credentials.
        assertEquals("*", field(response, "Access-Control-Expose-Headers"));
        HttpResponse<String> preflight = server.send(
                "OPTIONS",
                "/doc/ada",
                BodyPublishers.noBody(),
                "Origin",
                "https://example.net",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "accept-profile");
        assertEquals(204, preflight.statusCode());
        assertEquals("*", field(preflight, "Access-Control-Allow-Origin"));
        assertEquals("*", field(preflight, "Access-Control-Allow-Headers"));
        assertEquals("GET, HEAD, OPTIONS", field(preflight, "Access-Control-Allow-Methods"));
    }

    @Test
    void contextAndSchemasLastForEver() {
        for (String path : List.of("/context/1.jsonld", "/schema/thing-1.json", "/schema/claim-1.json")) {
            HttpResponse<String> response = server.get(path);
            assertEquals("public, max-age=31536000, immutable", field(response, "Cache-Control"), path);
            assertEquals("*", field(response, "Access-Control-Allow-Origin"), path);
            JsonParser.parseString(response.body());
        }
    }

    /** Content Negotiation by Profile: a wish that holds for claims, and is passed over elsewhere. */
    @Test
    void aClaimComesAsANanopublicationToThoseWhoAsk() {
        String[] wish = {"Accept-Profile", "<http://www.nanopub.org/nschema#>"};
        HttpResponse<String> nanopub = server.get("/doc/claim-1", wish);
        assertEquals("application/trig;charset=utf-8", field(nanopub, "Content-Type"));
        assertEquals("Accept, Accept-Profile, Accept-Language, Accept-Encoding", field(nanopub, "Vary"));
        assertTrue(field(nanopub, "Link").contains("<http://www.nanopub.org/nschema#>; rel=\"profile\""));
        DatasetGraph graphs = DatasetGraphFactory.create();
        RDFParser.fromString(nanopub.body(), Lang.TRIG).parse(graphs);
        assertTrue(graphs.getDefaultGraph().isEmpty());
        TreeSet<String> names = new TreeSet<>();
        graphs.listGraphNodes().forEachRemaining(graph -> names.add(graph.getURI()));
        String document = "https://example.org/doc/claim-1#";
        assertEquals(
                new TreeSet<>(List.of(
                        document + "assertion", document + "head", document + "provenance", document + "pubinfo")),
                names);
        assertTrue(nanopub.body().contains("prov:wasDerivedFrom id:s1-1-1")
                || nanopub.body().contains("id:s1-1-1"));
        assertEquals("text/turtle;charset=utf-8", field(server.get("/doc/ada", wish), "Content-Type"));
        assertEquals(
                "text/turtle;charset=utf-8",
                field(server.get("/doc/claim-1", "Accept", "text/turtle", wish[0], wish[1]), "Content-Type"));
    }

    @Test
    void theEditionOfRdf12HasReifiers() {
        HttpResponse<String> response = server.get("/doc/claim-1", "Accept", "text/turtle;version=1.2");
        assertEquals("text/turtle;charset=utf-8;version=1.2", field(response, "Content-Type"));
        assertEquals("../doc/claim-1.ttl?version=1.2", field(response, "Content-Location"));
        assertTrue(response.body().contains("rdf:reifies <<( id:ada o:wrote id:note-g )>>"), response.body());
        assertTrue(!response.body().contains("rdf:subject"), response.body());
        for (String format : List.of("nt", "trig", "nq")) {
            HttpResponse<String> other = server.get("/doc/claim-1." + format + "?version=1.2");
            assertEquals(200, other.statusCode());
            assertTrue(other.body().contains("<<("), other.body());
        }
        assertTrue(!server.get("/doc/claim-1").body().contains("<<("));
    }

    /** People who mistype a name are told of those that are near; programs get an answer without a guess. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            /doc/Ada,        ../doc/ada
            /doc/ada/,       ../../doc/ada
            /id/adda,        ../id/ada
            /doc/chrales,    ../doc/charles
            /doc/note_g,     ../doc/note-g
            /doc/note%20g,   ../doc/note-g
            /doc/ada.xml,    ../doc/ada
            """)
    void nearNamesAreOfferedToPeople(String path, String near) {
        HttpResponse<String> page = server.get(path, "Accept", "text/html");
        assertEquals(404, page.statusCode());
        assertTrue(page.body().contains("href=\"" + near + "\""), page.body());
        assertEquals(404, server.get(path).statusCode());
        assertTrue(!server.get(path).body().contains("\"" + near + "\""));
    }

    @Test
    void aReleaseIsAThingToo() {
        String id = server.get("/health").body().strip();
        assertEquals("../../doc/release/" + id, field(server.get("/id/release/" + id), "Location"));
        String turtle = server.get("/doc/release/" + id).body();
        assertTrue(turtle.contains("dcterms:identifier \"" + id + "\""), turtle);
        assertEquals(200, status("/doc/release/" + id + ".html"));
        assertTrue(server.get("/doc/ada").body().contains("<https://example.org/id/release/" + id + ">"));
        assertEquals(404, server.get("/id/release/0000000000000000").statusCode());
    }

    private static int status(String path, String... fields) {
        return server.get(path, fields).statusCode();
    }

    private static HttpResponse<byte[]> bytes(String path, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
        if (fields.length > 0) {
            request.headers(fields);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** RFC 9112 section 9.6: who ends a connection says so, or the client may lose its next request with it. */
    @ParameterizedTest
    @ValueSource(strings = {"/doc/ada", "/q/ada", "/nothing"})
    void aBodyThatNobodyReadsEndsTheConnection(String path) throws IOException {
        String head = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: 5\r\n\r\n"
                .formatted(path, server.address().getAuthority());

        RawResponse refused = RawResponse.exchange(server.address(), head);

        assertTrue(List.of(404, 405).contains(refused.status()), refused.text());
        assertEquals("close", refused.field("Connection"));
    }
}
