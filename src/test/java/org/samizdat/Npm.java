package org.samizdat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that others wrote, in {@code src/test/npm}; they come with {@code npm ci --ignore-scripts --prefix src/test/npm}. */
final class Npm {
    private static final Path FOLDER = Path.of("src/test/npm");

    /** The Nu HTML checker. */
    static final Path CHECKER = FOLDER.resolve("node_modules/vnu-jar/build/dist/vnu.jar");

    private Npm() {}

    /** Skips the running test, or fails it, unless they are there. */
    static void require() {
        Required.orSkip(
                Files.exists(CHECKER), "Its programs are missing: npm ci --ignore-scripts --prefix src/test/npm");
    }

    /** What a script prints that drives a browser. */
    static String inBrowser(String script, Stream<String> arguments) throws IOException, InterruptedException {
        require();
        Required.program("node");
        Required.program("chromium");
        return run(Stream.concat(Stream.of("node", FOLDER.resolve(script).toString(), "chromium"), arguments)
                .toList());
    }

    /** What a command prints. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
