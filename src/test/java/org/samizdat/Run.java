package org.samizdat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.IOUtils;

/** What a command came to: its exit code, and what it wrote. */
record Run(int exit, String out, String err) {
    /** Runs a command of Samizdat in this process. */
    static Run samizdat(String... arguments) {
        PrintStream usual = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] exit = new int[1];
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            String err = Captured.errors(() -> exit[0] = Samizdat.run(arguments));
            return new Run(exit[0], out.toString(StandardCharsets.UTF_8), err);
        } finally {
            System.setOut(usual);
        }
    }

    /** The command line of Samizdat in a process of its own, on this test's class path. */
    static ProcessBuilder java(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Samizdat.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Runs a process to its end. */
    static Run of(ProcessBuilder builder) throws IOException, InterruptedException {
        Path errors = Files.createTempFile("samizdat-test-", ".txt");
        try {
            Process process = builder.redirectError(errors.toFile()).start();
            String out = IOUtils.toString(process.getInputStream(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), out, Files.readString(errors));
        } finally {
            Files.delete(errors);
        }
    }
}
