package org.samizdat.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;

/** Closed-loop load by wrk: each connection sends its next request when it has its answer. */
public final class Wrk {
    private static final Path SCRIPTS = Path.of("src/bench/wrk");
    private static final Pattern RESULT = Pattern.compile("RESULT (\\d+) (\\d+) (\\d+)");

    /** A slow answer is slow, not an error. */
    private static final int PATIENCE_SECONDS = 60;

    private final int connections;
    private final int seconds;

    public Wrk(int connections, int seconds) {
        this.connections = connections;
        this.seconds = seconds;
    }

    /** Sends these requests in their order, over and over. */
    public Window cycle(Server server, List<Target> targets) throws IOException, InterruptedException {
        Path file = Files.createTempFile("targets", ".tsv");
        try {
            Files.write(file, targets.stream().map(Wrk::line).toList());
            return run(server, "targets.lua", List.of(file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    private static String line(Target target) {
        return String.join(
                "\t",
                Stream.concat(Stream.of(target.path()), target.fields().stream())
                        .toList());
    }

    /**
     * Sends what a script says.
     *
     * @param script a file of {@code src/bench/wrk}
     */
    public Window run(Server server, String script, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + seconds + "s",
                "--timeout=" + PATIENCE_SECONDS + "s",
                "--script=" + SCRIPTS.resolve(script),
                server.root().toString(),
                "--"));
        command.addAll(arguments);
        double cpu = server.cpuSeconds();
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes());
        wrk.waitFor();
        return window(output, server.cpuSeconds() - cpu);
    }

    private static Window window(String output, double cpuSeconds) {
        Matcher result = RESULT.matcher(output);
        if (!result.find() || !result.group(3).equals("0") || result.group(1).equals("0")) {
            throw new CannotMeasureException("wrk had errors:\n" + output);
        }
        return Window.of(Long.parseLong(result.group(1)), Double.parseDouble(result.group(2)) / 1e6, cpuSeconds);
    }
}
