package org.samizdat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a Java program: the class path and the heap. All programs run on the Java of this process, each in its own.
 *
 * @param heap as for {@code -Xmx}
 */
public record Jvm(String classPath, String heap) {
    private static final Path HOME = Path.of(System.getProperty("java.home"));

    /** For programs of this project. */
    public static Jvm own(String heap) {
        return new Jvm(System.getProperty("java.class.path"), heap);
    }

    /** For the programs of a peer: {@code src/bench/peers/X} is a Maven project that says what its class path is. */
    public static Jvm peer(String name, String heap, BenchOptions options) throws IOException, InterruptedException {
        Path target = options.folder().resolve("peers").resolve(name).toAbsolutePath();
        Path classPath = target.resolve("classpath");
        Files.createDirectories(target);
        Path log = target.resolve("maven.log");
        ProcessBuilder maven = new ProcessBuilder(
                        options.maven().toString(),
                        "-B",
                        "-f",
                        "src/bench/peers/" + name + "/pom.xml",
                        "-Dpeer.target=" + target,
                        "-Dmdep.outputFile=" + classPath,
                        "compile",
                        "dependency:build-classpath")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        maven.environment().put("JAVA_HOME", HOME.toString());
        if (maven.start().waitFor() != 0) {
            throw new CannotMeasureException("Maven could not resolve the peer " + name + "; see " + log + ".");
        }
        return new Jvm(
                target.resolve("classes") + ":" + Files.readString(classPath).strip(), heap);
    }

    /** The command line for a main class. */
    public List<String> command(String mainClass, String... args) {
        List<String> command = new ArrayList<>(List.of(
                HOME.resolve("bin/java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                mainClass));
        command.addAll(List.of(args));
        return command;
    }
}
