package org.samizdat.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a newcomer waits: a fresh copy of the project, {@code mvn}, the first answered query. */
final class MavenPart implements Part {
    private static final int PORT = 3030;
    private static final int GOAL_SECONDS = 20;
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", "samizdat-home");

    @Override
    public String name() {
        return "mvn";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        requireFreePort();
        Report report = new Report("From mvn to the first answer", "command", "s to first answer");
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            Path copy = options.folder().toAbsolutePath().resolve("mvn").resolve("project");
            FolderTree.delete(copy);
            copyProject(copy);
            try (Server server = Server.start(
                    "mvn",
                    List.of(options.maven().toString(), "-B", "-f", copy.toString()),
                    Map.of(),
                    PORT,
                    options.folder().resolve("mvn.log"))) {
                seconds.add(server.secondsToAnswer("SELECT * WHERE { ?s ?p ?o } LIMIT 10"));
            }
        }
        report.row("mvn", Series.of(seconds).text(1));
        report.note("Goal: under %d s: %s."
                .formatted(GOAL_SECONDS, Series.of(seconds).median() < GOAL_SECONDS ? "met" : "**not met**"));
        report.note("A fresh copy of the project each time, nothing compiled; Maven's own cache is warm.");
        return report;
    }

    private static void requireFreePort() {
        try (ServerSocket socket = new ServerSocket(PORT)) {
            socket.setReuseAddress(true);
        } catch (IOException taken) {
            throw new CannotMeasureException("Port " + PORT + " is in use; stop what listens there.");
        }
    }

    private static void copyProject(Path to) throws IOException {
        Path from = Path.of("").toAbsolutePath();
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (LEFT_OUT.contains(folder.getFileName().toString())
                        && folder.getParent().equals(from)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
