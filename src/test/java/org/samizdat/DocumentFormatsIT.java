package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

/**
 * Every document of the real publication in every format, read by software that is not ours: all formats of a document hold the
 * same graph, and links lead everywhere.
 */
class DocumentFormatsIT {
    private static final Map<String, Lang> LANGUAGES = Map.of(
            "nt", Lang.NTRIPLES,
            "rdf", Lang.RDFXML,
            "trig", Lang.TRIG,
            "nq", Lang.NQUADS,
            "jsonld", Lang.JSONLD);

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Server server;
    private static List<String> names;
    private static Graph all;

    @BeforeAll
    static void serve() throws Exception {
        Path home = folder.resolve("home");
        assertEquals(0, Samizdat.run("publish", "--home", home.toString()));
        server = Server.start(ServerOptions.of("localhost", 0, Home.at(home)));
        names = things();
        all = GraphFactory.createDefaultGraph();
        for (String name : names) {
            read(get("doc/" + name + ".nt"), Lang.NTRIPLES).find().forEach(all::add);
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        CLIENT.close();
    }

    private static List<String> things() throws IOException, InterruptedException {
        String query = "SELECT DISTINCT ?thing { ?thing a ?type FILTER CONTAINS(STR(?thing), '/id/') }";
        String csv = new String(
                get("sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8);
        List<String> found = csv.lines()
                .skip(1)
                .map(iri -> iri.strip().replaceFirst(".*/id/", ""))
                .sorted()
                .toList();
        assertTrue(found.size() > 2_000, () -> found.size() + " things");
        return found;
    }

    @Test
    void jenaReadsTheSameGraphFromAllFormats() throws Exception {
        List<String> differing = new ArrayList<>();
        for (String name : names) {
            Graph turtle = read(get("doc/" + name + ".ttl"), Lang.TURTLE);
            for (Map.Entry<String, Lang> format : LANGUAGES.entrySet()) {
                Graph other = read(get("doc/" + name + "." + format.getKey()), format.getValue());
                if (turtle.isEmpty() || !turtle.isIsomorphicWith(other)) {
                    differing.add(name + "." + format.getKey());
                }
            }
        }
        assertEquals(List.of(), differing);
    }

    /** One after the other, documents of these formats are a document again. */
    @ParameterizedTest
    @CsvSource({"ttl, turtle", "nt, ntriples", "trig, trig", "nq, nquads"})
    void rapperReadsTheSameGraphs(String suffix, String format) throws Exception {
        Required.program("rapper");
        Path file = folder.resolve("all." + suffix);
        for (String name : names) {
            Files.write(file, get("doc/" + name + "." + suffix), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        assertSame(all, read(run("rapper", "-q", "-i", format, "-o", "ntriples", file.toString()), Lang.NTRIPLES));
    }

    /** A document of RDF/XML is one element; rapper finds all of them in one that holds them. */
    @Test
    void rapperReadsRdfXml() throws Exception {
        Required.program("rapper");
        StringBuilder documents = new StringBuilder("<documents>\n");
        for (String name : names) {
            documents.append(text("doc/" + name + ".rdf").replaceFirst("^<\\?xml[^>]*>", ""));
        }
        Path file = Files.writeString(folder.resolve("all.xml"), documents.append("</documents>\n"));
        assertSame(
                all,
                read(
                        run("rapper", "-q", "-f", "scanForRDF", "-i", "rdfxml", "-o", "ntriples", file.toString()),
                        Lang.NTRIPLES));
    }

    @Test
    void jsonldJsReadsTheSameGraphs() throws Exception {
        Path tool = Path.of("src/test/npm");
        Required.program("node");
        Required.orSkip(
                Files.exists(tool.resolve("node_modules/jsonld")),
                "jsonld.js is missing: npm ci --ignore-scripts --prefix src/test/npm");
        Path documents = Files.createDirectory(folder.resolve("jsonld"));
        for (String name : names) {
            Files.write(documents.resolve(name + ".jsonld"), get("doc/" + name + ".jsonld"));
        }
        Path context = Files.write(folder.resolve("context.json"), get("context/1.jsonld"));
        byte[] quads = run(
                "node",
                tool.resolve("to-nquads.mjs").toString(),
                documents.toString(),
                server.address().toString(),
                context.toString());
        assertSame(all, read(quads, Lang.NQUADS));
    }

    @Test
    void everyDocumentHasTheShapeOfItsKind() throws Exception {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(
                        "https://example.org/thing-1.json", text("schema/thing-1.json"),
                        "https://example.org/claim-1.json", text("schema/claim-1.json"))));
        Function<String, Schema> schema =
                name -> registry.getSchema(SchemaLocation.of("https://example.org/" + name + "-1.json"));
        Schema thing = schema.apply("thing");
        Schema claim = schema.apply("claim");
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            String json = text("doc/" + name + ".jsonld");
            List<Error> errors = (name.startsWith("claim-") ? claim : thing).validate(json, InputFormat.JSON);
            errors.forEach(error -> wrong.add(name + ": " + error));
        }
        assertEquals(List.of(), wrong.subList(0, Math.min(5, wrong.size())));
        assertTrue(
                !claim.validate(text("doc/" + names.getFirst() + ".jsonld"), InputFormat.JSON)
                                .isEmpty()
                        || names.getFirst().startsWith("claim-"),
                "the schema of claims tells them from other things");
    }

    /** From the front page by the links of pages alone. Of one thing in twenty, all formats are followed. */
    @Test
    void aCrawlFindsEveryThingAndNoDeadLink() throws Exception {
        Set<String> seen = new HashSet<>(Set.of(""));
        Deque<String> open = new ArrayDeque<>(seen);
        Set<String> dead = new TreeSet<>();
        while (!open.isEmpty()) {
            String path = open.remove();
            HttpResponse<byte[]> response = send(path, "Accept", "text/html");
            if (response.statusCode() >= 400) {
                dead.add(path + " " + response.statusCode());
            } else if (response.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                links(path, new String(response.body(), StandardCharsets.UTF_8)).stream()
                        .filter(link -> isPage(link) || link.hashCode() % 20 == 0)
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        Set<String> missed = new TreeSet<>(names);
        missed.removeIf(name -> seen.contains("doc/" + name));
        assertAll(() -> assertEquals(Set.of(), dead), () -> assertEquals(Set.of(), missed, "not reached by any link"));
    }

    private static boolean isPage(String path) {
        return !path.matches("doc/.*\\.(ttl|jsonld|nt|rdf|trig|nq)") && !path.startsWith("sparql");
    }

    /** Paths of this server that a page links to, relative to the root. */
    private static List<String> links(String path, String page) {
        URI here = server.address().resolve(path);
        return LINK.matcher(page)
                .results()
                .map(link -> here.resolve(link.group(1).replace("&amp;", "&").replace(" ", "%20")))
                .filter(link -> link.getHost() != null && link.getPort() == here.getPort())
                .map(link ->
                        link.toString().substring(server.address().toString().length()))
                .toList();
    }

    private static void assertSame(Graph expected, Graph found) {
        assertTrue(!expected.isEmpty());
        List<Triple> missing = expected.find().filterDrop(found::contains).toList();
        List<Triple> extra = found.find().filterDrop(expected::contains).toList();
        assertAll(
                () -> assertEquals(List.of(), missing.subList(0, Math.min(5, missing.size())), "missing"),
                () -> assertEquals(List.of(), extra.subList(0, Math.min(5, extra.size())), "too much"));
    }

    /** The default graph; named graphs hold nothing that it does not. */
    private static Graph read(byte[] bytes, Lang lang) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(bytes))
                .lang(lang)
                .base(server.address() + "doc/x")
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        graph.add(triple);
                    }

                    @Override
                    public void quad(Quad quad) {
                        if (quad.isDefaultGraph()) {
                            graph.add(quad.asTriple());
                        }
                    }
                });
        return graph;
    }

    private static byte[] run(String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        byte[] output = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), () -> errorsIn(errors));
        return output;
    }

    private static String errorsIn(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String text(String path) {
        try {
            return new String(get(path), StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] get(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(path);
        assertEquals(200, response.statusCode(), path);
        return response.body();
    }

    private static HttpResponse<byte[]> send(String path, String... fields) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }
}
