package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.document.Addresses;
import org.samizdat.http.RawResponse;
import org.samizdat.http.Variant;

/** Things and their documents, asked for over HTTP. */
@ExtendWith(SampleServer.class)
class DocumentsIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static final List<Variant> FORMATS = Variant.ALL;

    private static ServerFixture server;

    @BeforeAll
    static void meet(ServerFixture sample) {
        server = sample;
    }

    /** Where a path leads: every kind of odd path has its answer, none is a fault of the server. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            /id/ada,                    303, ../doc/ada
            /id/%61da,                  303, ../doc/ada
            /id/v1.0,                   303, ../doc/v1.0
            /id/a/b,                    303, ../../doc/a/b
            /id/%D0%A2%D1%80%D0%BE%D1%86%D0%BA%D0%B8%D0%B9, 303, ../doc/%D0%A2%D1%80%D0%BE%D1%86%D0%BA%D0%B8%D0%B9
            /id/so%20odd,               303, ../doc/so%20odd
            /id/merged,                 301, ../id/ada
            /doc/merged,                301, ../doc/ada
            /id/withdrawn,              410,
            /doc/withdrawn,             410,
            /id/nobody,                 404,
            /id/,                       404,
            /id,                        404,
            /doc/,                      404,
            /doc,                       404,
            /id/Ada,                    404,
            /ID/ada,                    404,
            /id/ada/,                   404,
            /id//ada,                   400,
            /id/ada.ttl,                404,
            /doc/ada.,                  404,
            /doc/.ttl,                  404,
            /doc/ada.xml,               404,
            /doc/ada.TTL,               404,
            /doc/ada.ttl.ttl,           404,
            /doc/ada/,                  404,
            /doc/ada,                   200,
            /doc/%61da,                 200,
            /doc/ada.ttl,               200,
            /doc/v1.0,                  200,
            /doc/v1.0.nt,               200,
            /doc/a/b,                   200,
            /doc/a/b.jsonld,            200,
            /doc/so%20odd.ttl,          200,
            /doc/%D0%A2%D1%80%D0%BE%D1%86%D0%BA%D0%B8%D0%B9, 200,
            /doc/claim-1,               200,
            /doc/s1-1-1,                200,
            /doc/ada?x=y,               200,
            /doc/ada?format=ttl,        200,
            /doc/ada?format=text/turtle, 200,
            /doc/ada?format=ld%2Bjson,  406,
            /doc/ada?format=,           406,
            /doc/ada?format=exe,        406,
            /doc/ada?format=%zz,        400,
            /nothing,                   404,
            /source/x,                  404,
            /source/ada,                404,
            /source/biography,          200,
            /source/biography?part=section-1, 200,
            /source/biography?part=ada, 404,
            /search,                    200,
            /search?q=ada,              200,
            /search?q=ada&page=2,       404,
            /suggest?q=a,               200,
            /timeline,                  200,
            /timeline?from=x,           404,
            /timeline.csv,              200,
            /timeline.json,             200,
            /network,                   200,
            /network.csv,               200,
            /network.json,              200,
            /browse?property=wrote,     200,
            /browse?property=nothing,   404,
            /browse?from=1800&to=1900,  200,
            /style/other.css,           404,
            /browse?kind=Nothing,       404,
            /void,                      200,
            /void.ttl,                  200,
            /void.rdf?version=1.2,      406,
            /void.exe,                  404,
            /?page=2,                   404,
            /.well-known/void,          303, ../.
            /ontology/0.9,              200,
            /ontology/0.9.html,         200,
            /ontology/0.8,              404,
            /browse?kind=Person&page=2, 404,
            /browse?kind=Person&page=0, 404,
            /browse?kind=Person&page=x, 404,
            /browse?kind=Person,        200,
            /browse,                    200,
            /,                          200,
            /?x,                        200,
            /health,                    200,
            /wikidata/Q7259,            303, ../id/ada
            /wikidata/Q1,               404,
            /wikidata/q7259,            404,
            /wikidata/Q7259/,           404,
            /wikidata/,                 404,
            /linkset/ada,               200,
            /linkset/nobody,            404,
            /context/1.jsonld,          200,
            /context/2.jsonld,          404,
            /schema/thing-1.json,       200,
            /schema/thing-2.json,       404,
            /doc/ada?page=1,            200,
            /doc/ada?page=2,            404,
            /doc/ada?page=0,            404,
            /doc/ada?page=99999999999,  404,
            /doc/ada.ttl?page=x,        404,
            /doc/ada.trig,              200,
            /doc/ada.nq,                200,
            /doc/ada.ttl?version=1.1,   200,
            /doc/ada.ttl?version=1.2,   200,
            /doc/ada.rdf?version=1.2,   406,
            /doc/ada?version=2,         406,
            /doc/ada?format=trig&version=1.2, 200,
            /doc/claim-1?profile=nanopub, 200,
            /doc/claim-1.trig?profile=nanopub, 200,
            /doc/claim-1.trig?profile=http://www.nanopub.org/nschema%23, 200,
            /doc/claim-1.ttl?profile=nanopub, 406,
            /doc/claim-1?profile=other, 406,
            /doc/ada?profile=nanopub,   406,
            /ontology,                  200,
            /ontology/1.0,              200,
            /ontology/1.0.ttl,          200,
            /ontology.ttl?version=1.2,  200,
            /ontology?page=2,           404,
            /ontology.rdf,              200,
            /ontology.exe,              404,
            /ontology/,                 404,
            """)
    void everyPathHasItsAnswer(String path, int status, String location) throws Exception {
        RawResponse response = RawResponse.get(server.address(), path);
        assertEquals(status, response.status(), response.head());
        assertEquals(location == null ? "" : location, response.field("Location"));
    }

    /** What java.net.URI would not let through: HTTP/1.1 as a hostile client writes it. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/doc/%",
                "/doc/%zz",
                "/doc/%C3%28",
                "/doc/%00",
                "/doc/../doc/ada",
                "/doc/..%2fada",
                "/doc/;x=y",
                "//",
                "/.",
                "/..",
                "/doc/a%0d%0aX:y",
                "/doc/\"<script>",
                "/doc/{ada}",
                "/doc/\\..\\ada",
                "/doc/ada;jsessionid=1",
                "/%2e%2e/etc/passwd",
                "/doc/%u0041",
                "/\u00e4"
            })
    void aBrokenPathIsTheClientsFault(String path) throws Exception {
        RawResponse response = RawResponse.get(server.address(), path);
        assertTrue(response.status() >= 400 && response.status() < 500, path + ": " + response.head());
        assertFalse(response.text().contains("Exception"), response.text());
        assertFalse(response.text().contains("jetty"), response.text());
    }

    @Test
    void anOverlongPathIsRefused() throws Exception {
        assertEquals(
                404,
                RawResponse.get(server.address(), "/id/" + "x".repeat(8_000)).status());
        assertEquals(
                414,
                RawResponse.get(server.address(), "/id/" + "x".repeat(100_000)).status());
    }

    @Test
    void theRedirectSaysThatItDependsOnNothingButMayVary() {
        HttpResponse<String> response = server.get("/id/ada");
        assertEquals("Accept", field(response, "Vary"));
        assertEquals("", response.body());
        assertEquals("", field(response, "Server"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %s                                | text/html;charset=utf-8           | ../doc/ada.html
            */*                               | text/turtle;charset=utf-8         | ../doc/ada.ttl
            application/ld+json               | application/ld+json               | ../doc/ada.jsonld
            application/rdf+xml               | application/rdf+xml;charset=utf-8 | ../doc/ada.rdf
            application/n-triples             | application/n-triples;charset=utf-8 | ../doc/ada.nt
            """)
    void oneDocumentInTheFormatAskedFor(String accept, String type, String variant) {
        HttpResponse<String> response = server.get("/doc/ada", "Accept", accept.formatted(BROWSER));
        assertEquals(200, response.statusCode());
        assertEquals(type, field(response, "Content-Type"));
        assertEquals(variant, field(response, "Content-Location"));
        assertEquals("Accept, Accept-Encoding", field(response, "Vary"));
        assertTrue(field(response, "ETag").matches("\"[^\"]+\""), "a strong tag");
        assertTrue(field(response, "Cache-Control").contains("must-revalidate"));
        HttpResponse<String> direct = server.get("/doc/" + variant.substring("../doc/".length()));
        assertEquals(response.body(), direct.body());
        assertEquals(field(response, "ETag"), field(direct, "ETag"));
    }

    @Test
    void severalAcceptLinesAreOneField() {
        HttpResponse<String> response =
                server.get("/doc/ada", "Accept", "image/png", "Accept", "application/ld+json;q=0.2");
        assertEquals("application/ld+json", field(response, "Content-Type"));
    }

    @Test
    void whatIsNotToBeHadIsRefusedWithAList() {
        HttpResponse<String> response = server.get("/doc/ada", "Accept", "image/png");
        assertEquals(406, response.statusCode());
        assertEquals("application/problem+json", field(response, "Content-Type"));
        for (Variant variant : Variant.OFFERED) {
            String address = Addresses.variantPath("../doc/ada", variant);
            assertTrue(response.body().contains('"' + address + '"'), response.body());
        }
        assertEquals(404, server.get("/doc/nobody", "Accept", "image/png").statusCode());
    }

    /** RFC 9110 sections 8.8 and 13: one tag for each variant; either validator answers 304, without a body. */
    @ParameterizedTest
    @FieldSource("FORMATS")
    void aKnownVariantIsNotSentAgain(Variant variant) {
        HttpResponse<String> first = server.get("/doc/ada", "Accept", variant.mediaType());
        String etag = field(first, "ETag");
        String modified = field(first, "Last-Modified");
        for (String[] condition : new String[][] {{"If-None-Match", etag}, {"If-Modified-Since", modified}}) {
            HttpResponse<String> again =
                    server.get("/doc/ada", "Accept", variant.mediaType(), condition[0], condition[1]);
            assertEquals(304, again.statusCode());
            assertEquals("", again.body());
            // Section 15.4.5: the fields that a cache needs come again.
            assertEquals(etag, field(again, "ETag"));
            assertEquals("Accept, Accept-Encoding", field(again, "Vary"));
            assertEquals(field(first, "Content-Location"), field(again, "Content-Location"));
            assertEquals(field(first, "Cache-Control"), field(again, "Cache-Control"));
        }
        Set<String> others = new HashSet<>();
        Variant.ALL.stream()
                .filter(other -> other != variant)
                .forEach(other -> others.add(field(server.get("/doc/ada." + other.suffix()), "ETag")));
        assertFalse(others.contains(etag));
        assertEquals(412, server.get("/doc/ada", "If-Match", "\"other\"").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/id/ada", "/doc/ada", "/doc/ada.html", "/ontology", "/browse", "/health"})
    void headIsGetWithoutABody(String path) {
        HttpResponse<String> get = server.get(path);
        HttpResponse<String> head = server.send("HEAD", path, BodyPublishers.noBody());
        assertEquals(get.statusCode(), head.statusCode());
        assertEquals("", head.body());
        Stream.of("Content-Type", "Content-Length", "ETag", "Vary", "Location", "Content-Location", "Cache-Control")
                .forEach(name -> assertEquals(field(get, name), field(head, name), name));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OPTIONS, /doc/ada,  204
            OPTIONS, /id/ada,   204
            OPTIONS, /nothing,  404
            POST,    /doc/ada,  405
            PUT,     /doc/ada,  405
            DELETE,  /id/ada,   405
            PATCH,   /,         405
            POST,    /nothing,  404
            TRACE,   /doc/ada,  405
            PROPFIND, /ontology, 405
            """)
    void onlyReadingIsAllowed(String method, String path, int status) throws Exception {
        RawResponse response = RawResponse.send(server.address(), method, path, "");
        assertEquals(status, response.status());
        assertEquals(status == 404 ? "" : "GET, HEAD, OPTIONS", response.field("Allow"));
    }

    /** All formats say the same; the page has its own test. */
    @ParameterizedTest
    @ValueSource(strings = {"ada", "charles", "claim-1", "claim-3", "s1-1-1", "hostile", "a/b", "so%20odd", "v1.0"})
    void allFormatsHoldTheSameGraph(String name) {
        Graph turtle = graph(name, Variant.TURTLE);
        Variant.ALL.stream()
                .filter(variant -> variant != Variant.HTML)
                .forEach(variant -> assertTrue(turtle.isIsomorphicWith(graph(name, variant)), variant.label()));
    }

    @Test
    void theDocumentHoldsAllThatTheStoreSays() {
        Graph graph = graph("ada", Variant.TURTLE);
        expect(graph, """
                id:ada a o:Person ; o:born "1815-12-10"^^xsd:date ; o:wrote id:note-g ; skos:altLabel "Augusta Ada King"@en .
                id:charles o:knew id:ada ; rdfs:label "Charles Babbage"@en .
                id:claim-1 rdf:subject id:ada ; rdf:object id:note-g ; prov:wasDerivedFrom id:s1-1-1 ; o:stated true .
                id:claim-2 rdf:object id:ada ; prov:wasDerivedFrom id:s1-1-2 .
                id:claim-3 prov:wasAttributedTo id:charles .
                id:s1-1-1 rdfs:label "Section 1, paragraph 1, sentence 1"@en ; dcterms:isPartOf id:section-1 .
                id:section-1 dcterms:isPartOf id:biography ; rdfs:label "Early life"@en .
                id:note-g rdfs:label "Note G"@en . o:wrote rdfs:label "wrote"@en . o:Person rdfs:label "person"@en .
                <https://example.org/doc/ada> a foaf:Document ; foaf:primaryTopic id:ada ;
                  dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> ;
                  dcterms:isPartOf <https://example.org/> ; void:inDataset <https://example.org/> ;
                  dcterms:modified "2026-11-24"^^xsd:date .
                """);
        Node description = NodeFactory.createURI("http://purl.org/dc/terms/description");
        Node noteG = NodeFactory.createURI(ServerFixture.BASE + "id/note-g");
        assertFalse(graph.contains(noteG, description, Node.ANY), "of other things only the names");
    }

    @Test
    void aClaimsDocumentSaysWhetherItIsAssertedAndASentencesWhatRestsOnIt() {
        expect(graph("claim-1", Variant.TURTLE), "id:ada o:wrote id:note-g ; rdfs:label \"Ada Lovelace\"@en .");
        expect(
                graph("s1-1-2", Variant.TURTLE),
                "id:claim-3 rdf:subject id:ada ; rdf:object id:charles . id:charles o:knew id:ada .");
        Node admired = NodeFactory.createURI(ServerFixture.BASE + "ontology#admired");
        assertFalse(graph("claim-3", Variant.TURTLE).contains(Node.ANY, admired, Node.ANY), "only said");
    }

    @Test
    void nTriplesAreSortedAndUnusedPrefixesLeftOut() {
        String[] lines = server.get("/doc/ada.nt").body().split("\n");
        assertEquals(Stream.of(lines).sorted().toList(), Stream.of(lines).toList());
        assertFalse(server.get("/doc/ada.ttl").body().contains("unused"));
    }

    /** Inferences stand apart; an inferred inverse of what the page says already is left to the RDF. */
    @Test
    void whatIsMissingIsAPageForPeopleAndJsonForPrograms() {
        HttpResponse<String> page = server.get("/doc/nobody/at/all", "Accept", BROWSER);
        assertEquals(404, page.statusCode());
        assertEquals("text/html;charset=utf-8", field(page, "Content-Type"));
        assertTrue(page.body().contains("href=\"../../../.\""), "home, from wherever it is: " + page.body());
        HttpResponse<String> problem = server.get("/doc/nobody");
        assertEquals("application/problem+json", field(problem, "Content-Type"));
        assertTrue(problem.body().contains("\"status\" : 404"), problem.body());
    }

    @Test
    void theOntologyIsOneDocumentForAllTerms() {
        Graph graph = parse(server.get("/ontology").body(), Variant.TURTLE);
        assertTrue(graph.contains(
                NodeFactory.createURI(ServerFixture.BASE + "ontology#wrote"), RDFS.domain.asNode(), Node.ANY));
        HttpResponse<String> page = server.get("/ontology", "Accept", BROWSER);
        assertEquals("ontology.html", field(page, "Content-Location"));
        assertTrue(page.body().contains("id=\"Person\""));
        assertTrue(page.body().contains("A human being."));
        assertEquals(406, server.get("/ontology", "Accept", "image/png").statusCode());
        assertNotEquals(field(page, "ETag"), field(server.get("/ontology"), "ETag"));
    }

    /** Each version is at its own address for ever; a page says which it is, and where the others are. */
    @Test
    void earlierVersionsOfTheOntologyStayWhereTheyWere() {
        String[] page = {"Accept", BROWSER};
        Node machine = NodeFactory.createURI(ServerFixture.BASE + "ontology#Machine");
        Graph earlier = parse(server.get("/ontology/0.9").body(), Variant.TURTLE);
        assertTrue(earlier.contains(machine, Node.ANY, Node.ANY));
        assertFalse(parse(server.get("/ontology").body(), Variant.TURTLE).contains(machine, Node.ANY, Node.ANY));
        String old = server.get("/ontology/0.9", page).body();
        assertTrue(old.contains("id=\"Machine\"") && old.contains("href=\"../ontology\">the current version"), old);
        assertTrue(server.get("/ontology", page).body().contains("href=\"ontology/0.9\">the version before"));
        assertFalse(server.get("/ontology/1.0", page).body().contains("the current version"));
        HttpResponse<String> turtle = server.get("/ontology/0.9.ttl");
        assertEquals("../ontology/0.9.ttl", field(turtle, "Content-Location"));
        assertEquals(
                server.get("/ontology/1.0.nt").body(),
                server.get("/ontology.nt").body());
    }

    /** VoID, sections 6.1 and 7.2: the data set's IRI leads to its description, as that of any thing does. */
    @ParameterizedTest
    @FieldSource("FORMATS")
    void theDataSetsIriAnswersInAllFormats(Variant variant) {
        HttpResponse<String> response = server.get("/", "Accept", variant.mediaType());
        assertEquals(200, response.statusCode());
        assertEquals(variant.contentType(), field(response, "Content-Type"));
        assertEquals("void." + variant.suffix(), field(response, "Content-Location"));
        assertEquals("Accept, Accept-Encoding", field(response, "Vary"));
        assertEquals(response.body(), server.get("/void." + variant.suffix()).body());
        String links = field(response, "Link");
        assertTrue(links.contains("<https://example.org/>; rel=\"canonical\""), links);
        assertEquals(variant != Variant.TURTLE, links.contains("<void.ttl>; rel=\"alternate\""), links);
        if (variant != Variant.HTML) {
            Graph graph = parse(response.body(), variant, server.address().toString());
            assertTrue(graph.isIsomorphicWith(parse(server.get("/").body(), Variant.TURTLE)));
            expect(graph, """
                    <https://example.org/> a void:Dataset ; dcterms:license <https://creativecommons.org/licenses/by-sa/4.0/> .
                    <https://example.org/void> foaf:primaryTopic <https://example.org/> ;
                      dcterms:hasFormat <https://example.org/void.nt> .
                    """);
        }
    }

    private static Graph graph(String name, Variant variant) {
        HttpResponse<String> response = server.get("/doc/" + name, "Accept", variant.mediaType());
        assertEquals(200, response.statusCode());
        return parse(response.body(), variant);
    }

    private static Graph parse(String text, Variant variant) {
        return parse(text, variant, server.address() + "doc/x");
    }

    private static Graph parse(String text, Variant variant, String address) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(text))
                .lang(RDFLanguages.contentTypeToLang(variant.mediaType()))
                .base(address)
                .parse(graph);
        return graph;
    }

    private static void expect(Graph graph, String triples) {
        String prefixes = """
                PREFIX id: <https://example.org/id/> PREFIX o: <https://example.org/ontology#>
                PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
                PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """;
        parse(prefixes + triples, Variant.TURTLE)
                .find()
                .forEach(triple -> assertTrue(graph.contains(triple), triple.toString()));
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
