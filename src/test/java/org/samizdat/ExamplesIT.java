package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.query.Limits;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

/**
 * The example queries as a client meets them: fetched from the graph of examples of a server, their prefixes put in front of
 * them, and asked of the same server. The release is published under its own base IRI and under another; each example must
 * give the answer that is kept beside it.
 */
class ExamplesIT {
    private static final Path EXAMPLES = Path.of("ontology/examples");
    private static final String BASE = "https://w3id.org/anti-stalinist-left/";
    private static final String OTHER_BASE = "http://localhost:3030/";
    private static final String TEXTS = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX spex: <https://purl.expasy.org/sparql-examples/ontology#>
            SELECT ?example ?text {
              GRAPH <%sgraph/examples> {
                ?example a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct|spex:describe ?text
              }
            }""";
    private static final String PREFIXES = """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            SELECT DISTINCT ?prefix ?namespace {
              GRAPH <%sgraph/examples> {
                ?example sh:prefixes/sh:declare ?declaration .
                ?declaration sh:prefix ?prefix ; sh:namespace ?namespace
              }
            }""";

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Server> SERVERS = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> QUERIES = new LinkedHashMap<>();

    @BeforeAll
    static void serveUnderBothBases() {
        for (String base : List.of(BASE, OTHER_BASE)) {
            Path home = folder.resolve("home" + SERVERS.size());
            assertEquals(0, Samizdat.run("publish", "--home", home.toString(), "--base", base));
            Server server = Server.start(new ServerOptions(
                    "localhost",
                    0,
                    Home.at(home),
                    Path.of("fuseki-config/samizdat.ttl"),
                    Duration.ofSeconds(1),
                    Limits.standard().withFairUse(Optional.empty())));
            SERVERS.put(base, server);
            QUERIES.put(base, queries(base, server));
        }
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(Server::close);
    }

    /** The texts of the queries by the name of the example, with the prefixes in front. */
    private static Map<String, String> queries(String base, Server server) {
        Map<String, String> queries = new LinkedHashMap<>();
        String prefixes = rows(server, PREFIXES.formatted(base), "prefix", "namespace").stream()
                .map(row -> "PREFIX " + row.getFirst() + ": <" + row.getLast() + ">\n")
                .collect(Collectors.joining());
        rows(server, TEXTS.formatted(base), "example", "text")
                .forEach(row -> queries.put(row.getFirst().replaceFirst(".*#", ""), prefixes + row.getLast()));
        return queries;
    }

    private static List<List<String>> rows(Server server, String query, String first, String second) {
        try (QueryExec execution =
                QueryExec.service(endpoint(server).toString()).query(query).build()) {
            return execution.select().stream()
                    .map(row -> List.of(text(row.get(first)), text(row.get(second))))
                    .toList();
        }
    }

    private static String text(Node node) {
        return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }

    private static URI endpoint(Server server) {
        return server.address().resolve("sparql");
    }

    @Test
    void allExamplesAreServedAndFortyOrMore() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            TreeSet<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".ttl") && !name.equals("prefixes.ttl"))
                    .map(name -> name.replace(".ttl", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(names.size() >= 40, names::toString);
            QUERIES.values().forEach(queries -> assertEquals(names, new TreeSet<>(queries.keySet())));
            assertEquals(
                    List.copyOf(names), answers().map(ExamplesIT::name).sorted().toList());
        }
    }

    static Stream<Path> answers() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> !file.toString().endsWith(".ttl")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void givesTheAnswerThatIsKeptBesideIt(Path file) throws IOException, InterruptedException {
        String kind = FilenameUtils.getExtension(file.toString());
        for (String base : SERVERS.keySet()) {
            String query = QUERIES.get(base).get(name(file));
            boolean ordered = query.contains("ORDER BY");
            assertEquals(
                    lines(Files.readString(file).replace(BASE, base), ordered),
                    lines(answer(SERVERS.get(base), query, kind), ordered),
                    () -> "under " + base);
        }
    }

    private static String name(Path file) {
        return FilenameUtils.getBaseName(file.toString());
    }

    private static String answer(Server server, String query, String kind) throws IOException, InterruptedException {
        String type =
                switch (kind) {
                    case "csv" -> "text/csv";
                    case "nt" -> "application/n-triples";
                    default -> "application/sparql-results+json";
                };
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(endpoint(server) + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .header("Accept", type)
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return kind.equals("txt")
                ? response.body().replaceAll("(?s).*\"boolean\"\\s*:\\s*(true|false).*", "$1")
                : response.body();
    }

    private static List<String> lines(String text, boolean ordered) {
        Stream<String> lines = text.lines();
        return (ordered ? lines : lines.sorted()).toList();
    }
}
