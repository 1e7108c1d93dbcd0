package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.release.Home;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

/**
 * What README and docs tell people to type is typed here. In a {@code console} block, {@code $} begins a command and the
 * lines after it are its answer, where a line of {@code …} stands for any lines, and {@code …} in a line for any part of it. Of a
 * {@code mvn} command, the goals are looked up in the build file, which runs this test itself. The tables of README's data are
 * compared with the release.
 */
class DocumentationIT {
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^\\s*```console\\n(.*?)^\\s*```");
    private static final Pattern SHELL = Pattern.compile("(?ms)^\\s*```sh\\n(.*?)^\\s*```");
    private static final Pattern GOAL = Pattern.compile("exec:exec@(\\w+)");
    private static final Pattern GRAPH = Pattern.compile("`(?:…/graph/)?(\\w+)`");
    private static final String PREFIXES = """
            PREFIX aslo: <https://w3id.org/anti-stalinist-left/ontology#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            """;
    /** Each gives a number, or a part and the whole. */
    private static final Map<String, String> QUERIES = Map.of(
            "people, organisations, movements, events, works, concepts, places, periods", """
            (COUNT(DISTINCT ?thing) AS ?things) {
              VALUES ?kind {
                aslo:Person aslo:Organisation aslo:Group aslo:Movement aslo:Event aslo:Work aslo:Concept aslo:Place aslo:Period
              }
              ?thing a ?kind
            }""",
            "claims, each with the sentence it rests on", """
            (COUNT(DISTINCT ?claim) AS ?claims) { ?claim a rdf:Statement ; prov:wasDerivedFrom/a aslo:Sentence }""",
            "sentences of the source that a claim rests on", """
            (COUNT(DISTINCT ?cited) AS ?part) (COUNT(DISTINCT ?sentence) AS ?all) {
              ?sentence a aslo:Sentence ; aslo:sentenceNumber ?number FILTER(?number > 0)
              OPTIONAL { ?claim prov:wasDerivedFrom ?sentence BIND(?sentence AS ?cited) }
            }""",
            "links to Wikidata, each verified", """
            (COUNT(*) AS ?links) {
              ?thing ?link ?item FILTER(?link != rdf:type && STRSTARTS(STR(?item), "http://www.wikidata.org/entity/"))
            }""");

    @TempDir
    private static Path folder;

    private static Server server;

    record Example(Path file, String command, String answer) {
        @Override
        public String toString() {
            return file + ": " + command.lines().findFirst().orElse("");
        }
    }

    @BeforeAll
    static void serve() {
        assertEquals(0, Samizdat.run("publish", "--home", folder.toString()));
        server = Server.start(ServerOptions.of("localhost", 0, Home.at(folder)));
    }

    /** The launcher needs a distribution; here the classes under test are run. */
    private static Path launcher() throws IOException {
        Path launcher = folder.resolve("bin/samizdat");
        Files.createDirectories(launcher.getParent());
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' org.samizdat.Samizdat \"$@\"\n");
        assertTrue(launcher.toFile().setExecutable(true));
        return launcher.getParent();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (Path page : pages().toList()) {
            for (String block : blocks(page, CONSOLE)) {
                for (String part : block.split("(?m)^\\s*\\$ ")) {
                    if (!part.isBlank()) {
                        examples.add(example(page, part.stripIndent()));
                    }
                }
            }
        }
        return examples.stream();
    }

    /** A command goes on as long as a quote is open or a line ends in a backslash. */
    private static Example example(Path page, String part) {
        StringBuilder command = new StringBuilder();
        List<String> lines = part.lines().toList();
        int read = 0;
        do {
            command.append(command.isEmpty() ? "" : "\n").append(lines.get(read++));
        } while (read < lines.size()
                && (command.chars().filter(c -> c == '\'').count() % 2 == 1
                        || command.toString().endsWith("\\")));
        return new Example(page, command.toString(), String.join("\n", lines.subList(read, lines.size())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void answersAsThePageSays(Example example) throws IOException, InterruptedException {
        Required.program("curl");
        String here = server.address().toString().replaceFirst("/$", "");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", example.command().replace("http://localhost:3030", here))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().merge("PATH", launcher().toString(), (path, more) -> more + File.pathSeparator + path);
        Process process = builder.start();
        String answer = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8)
                .replace("\r", "");
        assertEquals(0, process.waitFor(), answer);
        assertTrue(
                Pattern.compile(pattern(example.answer()), Pattern.DOTALL)
                        .matcher(answer.strip())
                        .matches(),
                () -> "expected\n" + example.answer() + "\nbut got\n" + answer);
    }

    private static String pattern(String answer) {
        return Stream.of(answer.strip().split("(?m)^\\s*…\\s*$", -1))
                .map(String::strip)
                .map(DocumentationIT::lines)
                .collect(Collectors.joining(".*"));
    }

    private static String lines(String piece) {
        return Stream.of(piece.split("…", -1))
                .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                .collect(Collectors.joining("[^\n]*"));
    }

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void mavenKnowsTheGoalsThatThePageNames(Path page) throws IOException {
        String build = Files.readString(Path.of("pom.xml"));
        for (String block : blocks(page, SHELL)) {
            GOAL.matcher(block)
                    .results()
                    .map(goal -> goal.group(1))
                    .forEach(goal -> assertTrue(
                            build.contains("<id>" + goal + "</id>"), () -> page + " names exec:exec@" + goal));
        }
    }

    /** What the table of the publication says, row by row, and the query that finds it out. */
    static Stream<Arguments> figures() throws IOException {
        Map<String, String> rows = tableOfReadme("in the publication");
        assertEquals(QUERIES.keySet(), rows.keySet());
        return rows.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void figuresAreThoseOfTheRelease(String what, String figure) throws IOException, InterruptedException {
        String query = PREFIXES + "SELECT " + QUERIES.get(what);
        List<String> found = get("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .lines()
                .skip(1)
                .flatMap(line -> Stream.of(line.split(",")))
                .map(number -> String.format(Locale.ROOT, "%,d", Long.parseLong(number)))
                .toList();
        assertEquals(figure, String.join(" of ", found));
    }

    @Test
    void graphsAreThoseOfTheRelease() throws IOException, InvalidReleaseException {
        String named = String.join(" ", tableOfReadme("in the store").keySet());
        Set<String> graphs = GRAPH.matcher(named)
                .results()
                .map(graph -> graph.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Manifest manifest = Home.at(folder).manifest(Home.at(folder).currentId().orElseThrow());
        assertEquals(
                manifest.triples().keySet().stream()
                        .filter(graph -> !graph.equals(Manifest.DEFAULT_GRAPH))
                        .map(graph -> graph.substring(graph.lastIndexOf('/') + 1))
                        .collect(Collectors.toCollection(TreeSet::new)),
                graphs);
    }

    /** The rows of the table with this heading: what stands in its first column, and in its second. */
    private static Map<String, String> tableOfReadme(String heading) throws IOException {
        String table = Files.readString(Path.of("README.md")).split("(?m)^\\| " + heading + " .*$")[1];
        return table.strip()
                .lines()
                .takeWhile(line -> line.startsWith("|"))
                .skip(1)
                .map(line -> line.split(" *\\| *"))
                .collect(Collectors.toMap(cells -> cells[1], cells -> cells[2]));
    }

    private static String get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(server.address().resolve(path))
                    .header("Accept", "text/csv")
                    .build();
            return client.send(request, BodyHandlers.ofString()).body().replace("\r", "");
        }
    }

    private static List<String> blocks(Path page, Pattern kind) throws IOException {
        return kind.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
