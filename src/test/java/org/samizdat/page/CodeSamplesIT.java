package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.Required;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/** The programs that pages offer are run as they stand. */
@ExtendWith(SampleServer.class)
class CodeSamplesIT {
    /** All that has a meaning in one of the languages; the spaces at the end of the second line count as well. */
    private static final String TEXT = """
            it's "quoted", \\ back\\\\slash, `ticks`, ${x} $HOME $(id) %s %% \\${y} \\u0416 Ж 😀 <b>&amp;
              \ttab, #{x}, {x}, !history, '''three''' \s\s
            the end\\""";

    private static ServerFixture server;

    @TempDir
    Path folder;

    @BeforeAll
    static void meet(ServerFixture sample) {
        server = sample;
    }

    /** Answers nothing, unless the text has arrived as it is. */
    private static String query() {
        String literal = TEXT.replace("\\", "\\\\").replace("\"", "\\\"");
        return "# a \"\"\"comment\"\"\" that's \\ there  \nSELECT (\"it is the same\" AS ?answer) {\n  FILTER(MD5(\"\"\""
                + literal + "\"\"\") = \"" + DigestUtils.md5Hex(TEXT) + "\")\n}\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "Python", "JavaScript", "Java"})
    void askTheSameQuery(String language) throws Exception {
        assertTrue(run(language, query(), false).contains("it is the same"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "Python", "JavaScript", "Java"})
    void giveGraphsAsTurtle(String language) throws Exception {
        String turtle = run(language, "DESCRIBE <https://example.org/id/note-g>", true);
        assertTrue(turtle.contains("@prefix") || turtle.contains("PREFIX"), turtle);
        assertTrue(turtle.contains("\"Note G\"@en"), turtle);
    }

    /** A program that fails does not end as if all were well. */
    @ParameterizedTest
    @ValueSource(strings = {"curl", "Python", "JavaScript", "Java"})
    void failLoudly(String language) throws Exception {
        Process process = start(language, "SELECT nonsense", false);
        process.getInputStream().readAllBytes();
        assertTrue(process.waitFor() != 0);
    }

    private String run(String language, String query, boolean graph) throws Exception {
        Process process = start(language, query, graph);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private Process start(String language, String query, boolean graph) throws IOException {
        String code = sample(language, query, graph);
        List<String> command =
                switch (language) {
                    case "curl" -> List.of("sh", "-c", code);
                    case "Python" -> List.of("python3", write("ask.py", code));
                    case "JavaScript" -> List.of("node", write("ask.mjs", code));
                    default -> List.of(java(), "-XX:TieredStopAtLevel=1", write("Ask.java", code));
                };
        if (!language.equals("Java")) {
            Required.program(language.equals("curl") ? "curl" : command.getFirst());
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        return builder.start();
    }

    private static String sample(String language, String query, boolean graph) {
        return CodeSamples.of(query, graph, server.address() + "sparql").samples().stream()
                .filter(sample -> sample.language().equals(language))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String write(String name, String code) throws IOException {
        return Files.writeString(folder.resolve(name), code).toString();
    }

    /** Where R is not installed: its texts by its grammar, ?Quotes of R's documentation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT 'x'      | query <- 'SELECT \\'x\\''
            SELECT "\\"     | query <- 'SELECT "\\\\"'
            """)
    void escapesForR(String query, String assignment) {
        String code = sample("R", query.replace("\\\\", "\\"), false);
        assertTrue(code.contains(assignment), code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/sparql", "http://localhost:3030/sparql"})
    void nameTheEndpoint(String endpoint) {
        Stream<String> codes =
                CodeSamples.of("ASK {}", false, endpoint).samples().stream().map(CodeSamples.Sample::code);
        assertTrue(codes.allMatch(code -> code.contains(endpoint)));
    }
}
