package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.table.Problems;

/** What is refused in RDF files, and with which words. */
class RdfInputTest {
    private static final String BLANK =
            "Blank nodes are not accepted; give the thing an IRI, so that it keeps its name.";

    @TempDir
    private Path folder;

    private final List<Triple> triples = new ArrayList<>();

    /** Turtle; a {@code \n} is a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            <a> <b> "c" .\\n_:x <b> "c" . ¦ 2, column 1: {BLANK}
            <a> <b> [] . ¦ 1, column 9: {BLANK}
            <a> <b> (1 2) . ¦ 1, column 10: {BLANK}
            << <a> <b> "c" >> <b> "c" . ¦ 1, column 1: {BLANK}
            <a> <b> <http://x.example/a b> . ¦ 1, column 29: Bad character in IRI (space): <http://x.example/a[space]...>.
            <a> <b> <javascript:alert(1)> . ¦ 1, column 9: <javascript:alert(1)> does not begin with http://, https://, urn: or mailto:.
            <a> <b> <ftp://x.example/> . ¦ 1, column 9: <ftp://x.example/> does not begin with http://, https://, urn: or mailto:.
            <a> <b> <http://user:pw@x.example/> . ¦ 1, column 9: <http://user:pw@x.example/> holds a user name.
            <a> <b> "seven"^^<http://www.w3.org/2001/XMLSchema#integer> . ¦ 1, column 9: The literal 'seven' is not written as its datatype http://www.w3.org/2001/XMLSchema#integer demands.
            <a> <b> "x"^^<data:x> . ¦ 1, column 9: The literal 'x' has a datatype that does not begin with http://, https://, urn: or mailto:.
            <a> <b> "x"@en--ltr . ¦ 1, column 9: The literal 'x' has a base direction, which RDF 1.1 does not know.
            <a> <b> <<( <a> <b> "c" )>> . ¦ 1: RDF 1.1 cannot say this; a triple term may only be the object of rdf:reifies, and holds none itself.
            """)
    void refuses(String turtle, String expected) throws IOException {
        assertEquals(
                expected.replace("{BLANK}", BLANK),
                read("data.ttl", turtle.replace("\\n", "\n")).get(0));
    }

    /** The parser lets these through with a warning, or only looks at them there. */
    @Test
    void refusesWhatBreaksOutOfOtherFormats() throws IOException {
        for (String iri : List.of("a\\u0022b", "a\\u003Cscript\\u003E", "a\\u000D\\u000Ab", "a\\u202Eb", "a\\u0020b")) {
            assertTrue(
                    !read("data.ttl", "<a> <b> <http://x.example/" + iri + "> .")
                            .isEmpty(),
                    iri);
        }
        assertEquals(List.of(), triples);
    }

    @Test
    void refusesBadLanguageTags() throws IOException {
        assertEquals(
                "1, column 9: 'en-us-x' is not a language tag (BCP 47).",
                read("data.ttl", "<a> <b> 'x'@en-us-x .").get(0));
    }

    @Test
    void refusesNamedGraphs() throws IOException {
        assertEquals(
                List.of("1: Named graphs are not accepted here; put the triples into the default graph."),
                read("data.trig", "<g> { <a> <b> <c> }"));
    }

    @Test
    void refusesOtherFormats() throws IOException {
        assertEquals(
                List.of(
                        "RDF/XML is not accepted as input; convert it to Turtle. Accepted are Turtle (.ttl), TriG (.trig),"
                                + " N-Triples (.nt), N-Quads (.nq) and JSON-LD (.jsonld)."),
                read("data.rdf", "<rdf:RDF/>"));
        assertEquals(
                List.of("Files ending in .xlsx are not accepted here. Accepted are Turtle (.ttl), TriG (.trig),"
                        + " N-Triples (.nt), N-Quads (.nq) and JSON-LD (.jsonld)."),
                read("data.xlsx", ""));
    }

    @Test
    void refusesLongLiteralsAndDeepNesting() throws IOException {
        assertTrue(read("data.ttl", "<a> <b> '" + "x".repeat(Terms.MAX_LITERAL + 1) + "' .")
                .get(0)
                .endsWith("…' is longer than 1048576 characters."));
        assertTrue(read("data.ttl", "<a> <b> " + "[ <b> ".repeat(200_000))
                .contains("This file is nested too deeply to be read; write it flat."));
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Path file = folder.resolve("data.ttl");
        Files.write(file, "<a> <b> 'caf\u00E9' .".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("This file is not UTF-8; save it in that encoding."), read(file));
    }

    @Test
    void acceptsAByteOrderMark() throws IOException {
        assertEquals(List.of(), read("data.ttl", "\uFEFF<a> <b> <c> ."));
        assertEquals(1, triples.size());
    }

    /** A context elsewhere is refused, and nobody asks for it. */
    @Test
    void fetchesNothing() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/context.jsonld";
            assertEquals(
                    List.of("The JSON-LD context <" + url
                            + "> is not in this file and is not fetched; write it into the file."),
                    read(
                            "data.jsonld",
                            "{ \"@context\": \"" + url + "\", \"@id\": \"http://x.example/\", \"name\": \"x\" }"));
            assertEquals(0, requests.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void holdsJsonLdToTheSameRules() throws IOException {
        String context = "{ \"@context\": { \"@vocab\": \"https://example.org/ontology#\" }, ";
        assertEquals(List.of(BLANK), read("data.jsonld", context + "\"name\": \"x\" }"));
        assertEquals(
                List.of("<javascript:alert(1)> does not begin with http://, https://, urn: or mailto:."),
                read("data.jsonld", context + "\"@id\": \"javascript:alert(1)\", \"name\": \"x\" }"));
        assertEquals(1, read("data.jsonld", "{ \"@id\": ").size());
    }

    private List<String> read(String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private List<String> read(Path file) {
        Problems problems = new Problems();
        new RdfInput(file, Case.BASE, problems).read((triple, line) -> triples.add(triple));
        return problems.sorted().stream()
                .map(problem -> problem.toString()
                        .substring(file.toString().length() + 1)
                        .strip())
                .toList();
    }
}
