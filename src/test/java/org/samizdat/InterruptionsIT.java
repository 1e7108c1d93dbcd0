package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands that are killed, and commands that find the disk full, before there is anything to load: what was published stays as it
 * was, and the next run needs nobody to clean up. A named pipe in the place of a file holds a command up in the middle of its work.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptionsIT {
    /** A line of Turtle, forty of which do not fit into the memory for sorting. */
    private static final String LONG_LINE =
            "<https://garden.example/id/vorn> <http://www.w3.org/2000/01/rdf-schema#label> \"" + "x".repeat(1_000_000)
                    + "%d\"@de .\n";

    private static Published published;
    private static int changes;

    @TempDir
    private Path folder;

    private Path publication;
    private Path beds;
    private Path temporary;
    private Map<String, String> before;

    @BeforeAll
    static void publishTheGarden(@TempDir Path home) {
        published = Published.in(home);
        assertEquals(
                "", published.publish(Path.of("src/test/publications/garden")).err());
    }

    /** So that nothing which is made of it is as it was. */
    @BeforeEach
    void changeEverything() throws IOException {
        publication = folder.resolve("garden");
        beds = publication.resolve("tables/garten.ttl");
        temporary = Files.createDirectory(folder.resolve("tmp"));
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), publication.toFile());
        changes++;
        change("pflanzen.csv", "Porree", "Porree " + changes);
        change("aussagen.csv", "1987-04", Integer.toString(1987 + changes));
        change("garten.ttl", "Beet vorn", "Beet vorn, " + changes);
        before = published.contents();
    }

    private void change(String table, String from, String to) throws IOException {
        Path file = publication.resolve("tables").resolve(table);
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "build", "publish"})
    void killedWhileConverting(String command) throws Exception {
        byte[] good = Files.readAllBytes(beds);
        Fifo fifo = Fifo.insteadOf(beds);
        Process process = start(command);
        fifo.whileRead(() -> kill(process));

        assertEquals(before, published.contents());
        assertNotEquals(List.of(), leftovers());
        put(beds, good);
        assertRunsAgain(command);
    }

    /** In the middle of a file, with lines on the disk that are sorted already. */
    @Test
    void killedWhileSorting() throws Exception {
        byte[] good = Files.readAllBytes(beds);
        Fifo fifo = Fifo.insteadOf(beds);
        Process process = start("publish");
        fifo.feed(good);
        try (OutputStream lines = fifo.awaitReader()) {
            writeLines(lines, 100);
            awaitLeftover("sort");
            kill(process);
        }

        assertEquals(before, published.contents());
        put(beds, good);
        assertRunsAgain("publish");
    }

    @Test
    void killedBetweenSortingAndPublishing() throws Exception {
        byte[] good = Files.readAllBytes(beds);
        Fifo fifo = Fifo.insteadOf(beds);
        Process process = start("publish");
        fifo.feed(good);
        fifo.feed(good);
        fifo.whileRead(() -> {
            awaitLeftover("release.nq");
            kill(process);
        });

        assertEquals(before, published.contents());
        put(beds, good);
        assertRunsAgain("publish");
    }

    /** Some files are new, the others still old; each is whole. A second run does not meddle. */
    @Test
    void killedWhileTurtleIsReplaced() throws Exception {
        Path third = published.turtle().resolve("garten.ttl");
        Fifo fifo = Fifo.insteadOf(third);
        Process process = start("build");
        fifo.whileRead(() -> {
            Run second = Run.samizdat(command("build", published));
            kill(process);
            assertEquals(Samizdat.CANNOT, second.exit());
            assertTrue(second.err().startsWith("samizdat: Another process is writing in"), second.err());
        });
        Files.delete(third);

        Map<String, String> expected = new HashMap<>(builtElsewhere());
        expected.remove("garten.ttl");
        assertEquals(expected, published.turtleFiles());
        assertRunsAgain("build");
    }

    @Test
    void theDiskFillsWhileConverting() throws Exception {
        byte[] good = Files.readAllBytes(beds);
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "120m");
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            Published small = Published.in(disk.folder());
            assertEquals(
                    "", small.publish(Path.of("src/test/publications/garden")).err());
            Map<String, String> first = small.contents();
            Fifo fifo = Fifo.insteadOf(beds);
            Future<Run> run = other.submit(() -> small.publish(publication));
            fifo.feed(good);
            try (OutputStream lines = fifo.awaitReader()) {
                writeLines(lines, Integer.MAX_VALUE);
            } catch (IOException nobodyReadsAnyMore) {
                // The command has ended.
            }

            assertCannot(run.get(), small.home());
            assertEquals(first, small.contents());
            put(beds, good);
            assertEquals("", small.publish(publication).err());
            assertEquals(builtElsewhere(), small.turtleFiles());
        }
    }

    @Test
    void theDiskIsFullWhenTurtleIsWritten() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "1m")) {
            Path filler = disk.folder().resolve("filler");
            Published small = new Published(published.home(), disk.folder().resolve("data-ttl"));
            FileUtils.copyDirectory(published.turtle().toFile(), small.turtle().toFile());
            Tmpfs.fill(filler);

            Run run = Run.samizdat(command("build", small));

            assertCannot(run, small.turtle());
            assertEquals(before, small.contents());
            Files.delete(filler);
            assertEquals("", Run.samizdat(command("build", small)).err());
            assertEquals(builtElsewhere(), small.turtleFiles());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "publish"})
    void withTooLittleRoomNothingIsBegun(String command) throws Exception {
        try (Tmpfs disk = Tmpfs.mount(folder.resolve("disk"), "512k")) {
            Run run = Run.of(java(disk.folder(), command(command, Published.in(disk.folder()))));

            assertEquals(Samizdat.CANNOT, run.exit(), run.err());
            assertTrue(run.err().startsWith("samizdat: There is not enough room in " + disk.folder()), run.err());
            assertFalse((run.out() + run.err()).contains("Converting"), run.out());
        }
    }

    private static void assertCannot(Run run, Path where) {
        assertAll(
                () -> assertEquals(Samizdat.CANNOT, run.exit(), run.err()),
                () -> assertEquals(1, run.err().lines().count(), run.err()),
                () -> assertTrue(run.err().startsWith("samizdat: Writing in " + where + " failed: "), run.err()));
    }

    private void assertRunsAgain(String command) throws Exception {
        Run run = Run.of(java(temporary, command(command, published)));
        assertEquals(0, run.exit(), run.err());
        assertEquals(List.of(), leftovers());
        if (!command.equals("check")) {
            assertEquals(builtElsewhere(), published.turtleFiles());
        }
        if (command.equals("publish")) {
            assertNotEquals(before.get("current"), published.contents().get("current"));
        }
    }

    /** What the Turtle files must say when nothing interrupts. */
    private Map<String, String> builtElsewhere() throws IOException {
        Published elsewhere = Published.in(folder.resolve("elsewhere"));
        Run.samizdat(command("build", elsewhere));
        return elsewhere.turtleFiles();
    }

    private Process start(String command) throws IOException {
        return java(temporary, command(command, published))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessBuilder java(Path temporary, String[] command) {
        return Run.java(List.of("-Djava.io.tmpdir=" + temporary), command);
    }

    private String[] command(String command, Published to) {
        List<String> words = new ArrayList<>(List.of(command, "--publication", publication.toString()));
        if (!command.equals("check")) {
            words.addAll(List.of("--data-ttl", to.turtle().toString()));
        }
        if (command.equals("publish")) {
            words.addAll(List.of("--home", to.home().toString()));
        }
        return words.toArray(String[]::new);
    }

    /** SIGKILL, which no process can answer. */
    private static void kill(Process process) {
        process.destroyForcibly().onExit().join();
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.delete(file);
        Files.write(file, content);
    }

    private static void writeLines(OutputStream out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.write(LONG_LINE.formatted(i).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The command goes on while we look: what it was handed it has yet to sort. */
    private void awaitLeftover(String beginning) throws IOException {
        while (leftovers().stream()
                .noneMatch(file -> file.getFileName().toString().startsWith(beginning))) {
            Thread.onSpinWait();
        }
    }

    /** Files that a run has for itself. */
    private List<Path> leftovers() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path place : List.of(
                temporary, published.home().resolve(".work"), published.turtle().resolve(".work"))) {
            if (Files.exists(place)) {
                try (Stream<Path> all = Files.list(place)) {
                    all.filter(file -> file.startsWith(temporary)
                                    == file.toString().contains("samizdat-"))
                            .forEach(files::add);
                }
            }
        }
        return files;
    }
}
