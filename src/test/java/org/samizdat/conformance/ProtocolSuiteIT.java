package org.samizdat.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.TestManifest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.web.ServerFixture;

/**
 * The W3C's tests of the SPARQL 1.1 Protocol, as their manifest has them, of a server over a release that holds their data. Those
 * of queries are to be answered as the suite says; those of updates are to be refused, and change nothing.
 */
class ProtocolSuiteIT {
    private static final String HTTP = "http://www.w3.org/2011/http#";
    private static final String CONTENT = "http://www.w3.org/2011/content#";
    private static final String UPDATE = "http://www.w3.org/2009/sparql/tests/test-update#";
    /** What the suite calls the kinds of results. */
    private static final Map<String, Set<String>> FORMATS = Map.of(
            "boolean", Set.of("application/sparql-results+json", "application/sparql-results+xml"),
            "tabular",
                    Set.of(
                            "application/sparql-results+json",
                            "application/sparql-results+xml",
                            "text/csv",
                            "text/tab-separated-values"),
            "RDF", Set.of("text/turtle", "application/rdf+xml", "application/n-triples"));

    @TempDir
    static Path folder;

    private static List<Resource> entries;
    private static ServerFixture server;

    @BeforeAll
    static void serve() {
        Suites suites = Suites.orSkip();
        entries = suites.entries("sparql11/protocol").toList();
        DatasetGraph data = ServerFixture.sampleData();
        entries.forEach(entry -> entry.listProperties(term(UPDATE, "graphData"))
                .forEachRemaining(statement -> add(data, suites, statement.getResource())));
        server = ServerFixture.of(folder, data);
    }

    private static void add(DatasetGraph data, Suites suites, Resource graph) {
        Node name = NodeFactory.createURI(graph.getProperty(RDFS.label).getString());
        Path file = suites.source(graph.getPropertyResourceValue(term(UPDATE, "graph")))
                .file();
        RDFDataMgr.loadGraph(file.toString())
                .find()
                .forEach(triple -> data.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void theSuiteIsWhole() {
        assertEquals(20, entries.stream().filter(entry -> !isUpdate(entry)).count());
        assertEquals(14, entries.stream().filter(ProtocolSuiteIT::isUpdate).count());
    }

    @TestFactory
    Stream<DynamicTest> queries() {
        return entries.stream()
                .filter(entry -> !isUpdate(entry))
                .map(entry -> DynamicTest.dynamicTest(
                        Suites.name(entry), () -> requests(entry).forEach(ProtocolSuiteIT::checkAnswer)));
    }

    /** The first request of each is the update; any further one asks what has become of it. */
    @TestFactory
    Stream<DynamicTest> updates() {
        return entries.stream()
                .filter(ProtocolSuiteIT::isUpdate)
                .map(entry -> DynamicTest.dynamicTest(Suites.name(entry), () -> checkRefusal(entry)));
    }

    private static boolean isUpdate(Resource entry) {
        return Suites.name(entry).contains("update");
    }

    private static List<Resource> requests(Resource entry) {
        return list(entry.getPropertyResourceValue(TestManifest.action), "requests");
    }

    private static void checkAnswer(Resource request) {
        HttpResponse<String> answer = send(request);
        Resource expected = request.getPropertyResourceValue(term(HTTP, "resp"));
        List<String> statuses = expected.listProperties(term(TestManifest.getURI(), "expectedStatus"))
                .mapWith(statement -> statement.getResource().getURI())
                .toList();
        String kind = "http://www.w3.org/2011/http-statusCodes#StatusCode" + answer.statusCode() / 100 + "xx";
        assertTrue(statuses.contains(kind), () -> answer.statusCode() + " " + answer.body());
        text(expected, TestManifest.getURI(), "expectedFormat")
                .ifPresent(format -> assertTrue(FORMATS.get(format).contains(type(answer)), type(answer)));
        text(expected, TestManifest.getURI(), "expectedBoolean")
                .ifPresent(truth -> assertTrue(answer.body().contains(truth), answer.body()));
    }

    private static void checkRefusal(Resource entry) {
        String before = everything();
        HttpResponse<String> answer = send(requests(entry).getFirst());
        assertTrue(answer.statusCode() == 405 || answer.statusCode() == 415, () -> answer.statusCode() + answer.body());
        assertEquals("application/problem+json", type(answer));
        assertEquals(before, everything());
    }

    private static String everything() {
        String all = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o";
        HttpResponse<String> answer = server.send(
                "POST",
                "/sparql",
                BodyPublishers.ofString(all),
                "Content-Type",
                "application/sparql-query",
                "Accept",
                "text/csv");
        assertEquals(200, answer.statusCode());
        return answer.body();
    }

    private static HttpResponse<String> send(Resource request) {
        String path = text(request, HTTP, "absolutePath").orElseThrow().replaceFirst("^/sparql/", "/sparql");
        String[] fields = list(request, "headers").stream()
                .flatMap(field -> Stream.of("fieldName", "fieldValue")
                        .map(part -> text(field, HTTP, part).orElseThrow()))
                .toArray(String[]::new);
        return server.send(text(request, HTTP, "methodName").orElseThrow(), path, body(request), fields);
    }

    private static BodyPublisher body(Resource request) {
        return Optional.ofNullable(request.getPropertyResourceValue(term(HTTP, "body")))
                .map(body -> BodyPublishers.ofString(
                        text(body, CONTENT, "chars").orElseThrow(),
                        Charset.forName(text(body, CONTENT, "characterEncoding").orElseThrow())))
                .orElseGet(BodyPublishers::noBody);
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
    }

    private static List<Resource> list(Resource subject, String name) {
        return Optional.ofNullable(subject.getProperty(term(HTTP, name)))
                .map(statement -> statement.getObject().as(RDFList.class).asJavaList().stream()
                        .map(RDFNode::asResource)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<String> text(Resource subject, String namespace, String name) {
        return Optional.ofNullable(subject.getProperty(term(namespace, name)))
                .map(Statement::getLiteral)
                .map(literal -> literal.getLexicalForm());
    }

    private static Property term(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }
}
