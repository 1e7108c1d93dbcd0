package org.samizdat.query;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.RawResponse;
import org.samizdat.release.Home;
import org.samizdat.vocab.Sd;
import org.samizdat.vocab.ServiceTerms;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/**
 * SPARQL 1.1 Service Description, and the three tests of its test suite: returns-rdf, has-endpoint-triple and
 * conforms-to-schema.
 */
@ExtendWith(SampleServer.class)
class ServiceDescriptionIT {
    /** Section 3.2, and of version 1.2 supportedVersion: what each property leads from and to. */
    private static final Map<String, List<String>> SCHEMA = Map.ofEntries(
            Map.entry("endpoint", List.of("Service", "")),
            Map.entry("feature", List.of("Service", "Feature")),
            Map.entry("supportedLanguage", List.of("Service", "Language")),
            Map.entry("supportedVersion", List.of("Service", "")),
            Map.entry("resultFormat", List.of("Service", "http://www.w3.org/ns/formats/")),
            Map.entry("defaultEntailmentRegime", List.of("Service", "http://www.w3.org/ns/entailment/")),
            Map.entry("extensionFunction", List.of("Service", "Function")),
            Map.entry("defaultDataset", List.of("Service", "Dataset")),
            Map.entry("defaultGraph", List.of("Dataset", "Graph")),
            Map.entry("namedGraph", List.of("Dataset", "NamedGraph")),
            Map.entry("name", List.of("NamedGraph", "")),
            Map.entry("graph", List.of("NamedGraph", "Graph")));

    /** Section 3.4, and of version 1.2 SPARQLQuery: the instances that need not be described. */
    private static final Map<String, Set<String>> INSTANCES = Map.of(
            "Language", Set.of("SPARQL10Query", "SPARQL11Query", "SPARQLQuery"),
            "Feature",
                    Set.of(
                            "DereferencesURIs",
                            "UnionDefaultGraph",
                            "RequiresDataset",
                            "EmptyGraphs",
                            "BasicFederatedQuery"));

    private static ServerFixture server;
    private static Graph description;

    @BeforeAll
    static void ask(ServerFixture sample) {
        server = sample;
        description = parse(server.get("/sparql", "Accept", "text/turtle").body(), Lang.TURTLE);
    }

    /** returns-rdf and has-endpoint-triple, in each format. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/turtle",
                "application/n-triples",
                "application/n-quads",
                "application/trig",
                "application/rdf+xml",
                "application/ld+json"
            })
    void aGetReturnsRdfWithTheEndpointsOwnAddress(String type) {
        HttpResponse<String> response = server.get("/sparql", "Accept", type);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(field(response, "Content-Type").startsWith(type), field(response, "Content-Type"));
        Graph graph = parse(response.body(), RDFLanguages.contentTypeToLang(type));
        assertTrue(graph.contains(endpoint(), Sd.ENDPOINT, endpoint()), response.body());
        assertTrue(graph.isIsomorphicWith(description), response.body());
    }

    /** conforms-to-schema: the vocabulary is used as section 3 has it. */
    @Test
    void theVocabularyIsUsedAsItIsDefined() {
        List<Triple> statements = description.stream()
                .filter(triple -> triple.getPredicate().getURI().startsWith(Sd.NS))
                .toList();
        assertTrue(statements.size() > 40, statements::toString);
        for (Triple triple : statements) {
            List<String> ends = SCHEMA.get(triple.getPredicate().getURI().substring(Sd.NS.length()));
            assertTrue(isA(triple.getSubject(), ends.getFirst()), triple::toString);
            assertTrue(triple.getObject().isURI() && isA(triple.getObject(), ends.getLast()), triple::toString);
        }
        assertEquals(
                1, description.find(Node.ANY, Sd.ENDPOINT, Node.ANY).toList().size());
    }

    private static boolean isA(Node node, String kind) {
        return kind.isEmpty()
                || node.getURI().startsWith(kind)
                || INSTANCES.getOrDefault(kind, Set.of()).stream()
                        .anyMatch(name -> node.getURI().equals(Sd.NS + name))
                || description.contains(node, RDF.type.asNode(), NodeFactory.createURI(Sd.NS + kind));
    }

    /** What programs that describe themselves by their Accept field get: those of Comunica, rdflib, RDF4J and curl. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                             | text/turtle;charset=utf-8
            application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,application/json;q=0.45,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18 | application/n-quads
            application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1 | application/rdf+xml
            text/turtle, application/x-turtle, application/rdf+xml;q=0.8, application/xml;q=0.8 | text/turtle;charset=utf-8
            text/turtle, text/html                          | text/turtle;charset=utf-8
            application/sparql-results+json                 | 406
            image/png                                       | 406
            """)
    void programsGetTheFormatTheyLike(String accept, String expected) {
        HttpResponse<String> response = server.get("/sparql", "Accept", accept);
        assertEquals(
                expected, response.statusCode() == 200 ? field(response, "Content-Type") : "" + response.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8"
            })
    void browsersAreSentToThePageForQueries(String accept) {
        HttpResponse<String> response = server.get("/sparql", "Accept", accept);
        assertEquals(303, response.statusCode());
        assertEquals("query", field(response, "Location"));
        assertEquals("Accept", field(response, "Vary"));
    }

    /** A parameter is something asked; nothing else is a GET that describes the service. */
    @ParameterizedTest
    @ValueSource(strings = {"/sparql?query=", "/sparql?format=ttl", "/sparql?x"})
    void whoSendsParametersMustAsk(String path) {
        assertEquals(400, server.get(path).statusCode());
    }

    /** RFC 9110 sections 9.3.2, 13.1.1 and 13.1.2. */
    @Test
    void cachesMayKeepIt() throws IOException {
        RawResponse get = RawResponse.get(server.address(), "/sparql");
        RawResponse head = RawResponse.send(server.address(), "HEAD", "/sparql", "");
        assertEquals(200, head.status());
        assertEquals("", head.body());
        assertEquals(get.field("Content-Length"), head.field("Content-Length"));
        String tag = get.field("ETag");
        assertTrue(tag.startsWith("\"" + server.get("/health").body().strip()), tag);
        assertEquals(tag, head.field("ETag"));
        assertEquals("public, max-age=60, must-revalidate", get.field("Cache-Control"));
        assertEquals("Accept, Accept-Encoding", get.field("Vary"));
        assertEquals("*", get.field("Access-Control-Allow-Origin"));
        assertEquals(304, server.get("/sparql", "If-None-Match", tag).statusCode());
        HttpResponse<String> other = server.get("/sparql", "Accept", "application/n-triples", "If-None-Match", tag);
        assertEquals(200, other.statusCode());
        assertNotEquals(tag, field(other, "ETag"));
        assertEquals(412, server.get("/sparql", "If-Match", "\"other\"").statusCode());
    }

    /** Section 3.2.11 and VoID section 4.6: the graphs that there are, and their sizes. */
    @Test
    void allGraphsAreNamedAndCounted() {
        Map<String, Long> described = new HashMap<>();
        description.find(Node.ANY, Sd.NAME, Node.ANY).forEach(triple -> {
            Node graph = object(triple.getSubject(), Sd.OF_GRAPH);
            described.put(triple.getObject().getURI(), number(graph, VOID.triples.asNode()));
        });
        String counts = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g";
        Map<String, Long> counted = csv(counts).collect(toMap(row -> row[0], row -> Long.valueOf(row[1])));
        assertEquals(counted, described);
        Node defaultGraph = object(object(endpoint(), Sd.DEFAULT_DATASET), Sd.DEFAULT_GRAPH);
        assertEquals(
                csv("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
                        .map(row -> Long.valueOf(row[0]))
                        .findFirst()
                        .orElseThrow(),
                number(defaultGraph, VOID.triples.asNode()));
    }

    /** Section 3.2.7: each function that is named can be called, and of the casts of XML Schema no other can. */
    @Test
    void theExtensionFunctionsAreThoseThatThereAre() {
        Set<String> named = description.find(endpoint(), Sd.EXTENSION_FUNCTION, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getURI())
                .collect(toSet());
        assertTrue(named.contains("http://www.w3.org/2001/XMLSchema#gYear"), named::toString);
        for (String function : named) {
            assertEquals(200, status("SELECT (<" + function + ">('1') AS ?x) {}", server), function);
        }
        for (String function : List.of(
                "http://www.w3.org/2001/XMLSchema#token",
                "http://jena.apache.org/ARQ/function#now",
                "http://www.w3.org/2005/xpath-functions#upper-case",
                "java:java.lang.Runtime")) {
            assertFalse(named.contains(function));
            assertEquals(400, status("SELECT (<" + function + ">('1') AS ?x) {}", server), function);
        }
    }

    @Test
    void theFormatsAreThoseThatCanBeHad() {
        Set<String> named = description.find(endpoint(), Sd.RESULT_FORMAT, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getURI().replace("http://www.w3.org/ns/formats/", ""))
                .collect(toSet());
        assertEquals(
                Set.of(
                        "SPARQL_Results_JSON",
                        "SPARQL_Results_XML",
                        "SPARQL_Results_CSV",
                        "SPARQL_Results_TSV",
                        "Turtle",
                        "N-Triples",
                        "JSON-LD",
                        "RDF_XML",
                        "TriG",
                        "N-Quads"),
                named);
    }

    /** Section 3.4: no feature is claimed that there is not. */
    @Test
    void withoutAllowedServicesThereIsNoFederation() {
        assertFalse(description.contains(endpoint(), Sd.FEATURE, Node.ANY));
        assertEquals(403, status("SELECT * { SERVICE <https://query.wikidata.org/sparql> { ?s ?p ?o } }", server));
    }

    @Test
    void limitsAreToldAsTheyAre(@TempDir Path folder) {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        String wikidata = "https://query.wikidata.org/sparql";
        Limits limits = Limits.standard().withHeldBack(1_000).withSlots(3, 7).withServices(List.of(wikidata));
        try (ServerFixture limited = ServerFixture.start(home, limits)) {
            Graph graph = parse(limited.get("/sparql").body(), Lang.TURTLE);
            Map<String, String> told = new TreeMap<>();
            graph.stream()
                    .filter(triple -> triple.getPredicate().getURI().startsWith(ServiceTerms.NS))
                    .forEach(triple -> told.put(
                            triple.getPredicate().getURI().substring(ServiceTerms.NS.length()),
                            triple.getObject().isURI()
                                    ? triple.getObject().getURI()
                                    : triple.getObject().getLiteralLexicalForm()));
            assertEquals(
                    new TreeMap<>(Map.ofEntries(
                            Map.entry("queryTime", "PT30S"),
                            Map.entry("requestBytes", "262144"),
                            Map.entry("heldBackBytes", "1000"),
                            Map.entry("slots", "3"),
                            Map.entry("queue", "7"),
                            Map.entry("nesting", "100"),
                            Map.entry("parts", "5000"),
                            Map.entry("triplePatterns", "1000"),
                            Map.entry("clientTimePerMinute", "PT1M"),
                            Map.entry("clientErrorsPerMinute", "30"),
                            Map.entry("allowedService", wikidata))),
                    told);
            assertTrue(graph.contains(Node.ANY, Sd.FEATURE, Sd.BASIC_FEDERATED_QUERY));
        }
    }

    @Test
    void eachTermForLimitsIsDefinedThere() throws IllegalAccessException {
        Set<Node> terms = new HashSet<>();
        for (Field constant : ServiceTerms.class.getFields()) {
            if (constant.get(null) instanceof Node term) {
                terms.add(term);
            }
        }
        Set<Node> defined = description.find(Node.ANY, RDFS.comment.asNode(), Node.ANY).toList().stream()
                .map(Triple::getSubject)
                .filter(node -> node.isURI() && node.getURI().startsWith(ServiceTerms.NS))
                .collect(toSet());
        assertEquals(terms, defined);
    }

    /** Who is behind a proxy is told the address that the proxy was asked at; nobody else can say so. */
    @Test
    void theAddressIsThatWhichTheClientKnows(@TempDir Path folder) throws IOException {
        String fields = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: data.example.org\r\n";
        String proxied = "<https://data.example.org/sparql>";
        assertFalse(RawResponse.send(server.address(), "GET", "/sparql", fields)
                .body()
                .contains(proxied));
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        Limits limits = Limits.standard()
                .withFairUse(Optional.empty())
                .withProxies(List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]"));
        try (ServerFixture behind = ServerFixture.start(home, limits)) {
            String body =
                    RawResponse.send(behind.address(), "GET", "/sparql", fields).body();
            assertTrue(body.contains("sd:endpoint") && body.contains(proxied), body);
        }
    }

    private static Graph parse(String text, Lang lang) {
        return RDFParser.fromString(text, lang)
                .base(server.address() + "sparql")
                .toDatasetGraph()
                .getDefaultGraph();
    }

    private static Node endpoint() {
        return NodeFactory.createURI(server.address() + "sparql");
    }

    private static Node object(Node subject, Node property) {
        List<Triple> found = description.find(subject, property, Node.ANY).toList();
        assertEquals(1, found.size(), () -> subject + " " + property);
        return found.getFirst().getObject();
    }

    private static long number(Node subject, Node property) {
        return Long.parseLong(object(subject, property).getLiteralLexicalForm());
    }

    private static int status(String query, ServerFixture asked) {
        return asked.get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .statusCode();
    }

    private static Stream<String[]> csv(String query) {
        return Arrays.stream(server.get("/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                        .body()
                        .split("\r\n"))
                .skip(1)
                .map(line -> line.split(","));
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
