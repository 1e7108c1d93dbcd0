package org.samizdat.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.samizdat.release.Home;

/** Another Java process that comes to a point and waits there, to be killed. */
public final class ChildProcess implements AutoCloseable {
    private final Process process;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /** Publishes things until it comes to a stage, and so far in it. */
    static ChildProcess publishing(Home home, ReleaseSource source, int things, Stage stage, long done) {
        return start("publish", home.folder(), source.quads(), things, stage, done);
    }

    /** Opens the current release. */
    public static ChildProcess serving(Home home) {
        return start("serve", home.folder());
    }

    private static ChildProcess start(Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            return new ChildProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    public void awaitLine(String line) throws IOException {
        BufferedReader out = process.inputReader();
        assertEquals(line, out.readLine());
    }

    /** SIGKILL, which no process can answer. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The child's side. */
    public static void main(String[] arguments) {
        Home home = Home.at(Path.of(arguments[1]));
        if (arguments[0].equals("serve")) {
            home.openCurrent();
            waitForEver();
        }
        ReleaseSource source = ReleaseFixture.things(Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        try (Publishing publishing = Publishing.start(home)) {
            publishing.publish(source, 3, (stage, done) -> {
                if (stage.name().equals(arguments[4]) && done >= Long.parseLong(arguments[5])) {
                    waitForEver();
                }
            });
        }
    }

    private static void waitForEver() {
        System.out.println("waiting");
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
