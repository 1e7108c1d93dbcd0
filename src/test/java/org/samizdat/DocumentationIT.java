package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

/**
 * What README and docs tell people to type is typed here. In a {@code console} block, {@code $} begins a command and the
 * lines after it are its answer, where a line of {@code …} stands for any lines, and {@code …} in a line for any part of it. Of a
 * {@code mvn} command, the goals are looked up in the build file, which runs this test itself.
 */
class DocumentationIT {
    private static final Pattern CONSOLE = Pattern.compile("(?ms)^\\s*```console\\n(.*?)^\\s*```");
    private static final Pattern SHELL = Pattern.compile("(?ms)^\\s*```sh\\n(.*?)^\\s*```");
    private static final Pattern GOAL = Pattern.compile("exec:exec@(\\w+)");

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

    private static List<String> blocks(Path page, Pattern kind) throws IOException {
        return kind.matcher(Files.readString(page))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
