package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSorterTest {
    @TempDir
    private Path folder;

    private String sorted(int memory, List<String> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LineSorter sorter = new LineSorter(folder, memory)) {
            byte[] all = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < all.length; i += 7) {
                sorter.write(all, i, Math.min(7, all.length - i));
            }
            long count = sorter.sortTo(out);
            assertEquals(out.toString(StandardCharsets.UTF_8).lines().count(), count);
        }
        assertEquals(0, files());
        return out.toString(StandardCharsets.UTF_8);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    /** In order of bytes U+1F600 stands after U+FF5E; in order of Java's strings before it. */
    @Test
    void sortsByBytes() throws IOException {
        assertEquals(
                "Z\na\né\n\uFF5E\n\uD83D\uDE00\n", sorted(1_000, List.of("\uD83D\uDE00", "é", "\uFF5E", "a", "Z")));
    }

    /** The smaller the memory, the more files: 40 bytes make more than can be merged at once. */
    @ParameterizedTest
    @ValueSource(ints = {40, 1_000, 1_000_000})
    void sortsAndDropsRepeatedLines(int memory) throws IOException {
        Random random = new Random(1);
        List<String> lines = random.ints(2_000, 0, 900)
                .mapToObj(i -> "line " + i + "x".repeat(i % 30))
                .toList();
        String expected = String.join("\n", new TreeSet<>(lines)) + "\n";
        assertEquals(expected, sorted(memory, lines));
    }

    @Test
    void holdsLinesLongerThanItsMemory() throws IOException {
        assertEquals("a\n" + "b".repeat(500) + "\n", sorted(20, List.of("b".repeat(500), "a")));
    }

    @Test
    void nothingGivesNothing() throws IOException {
        try (LineSorter sorter = new LineSorter(folder, 10)) {
            assertEquals(0, sorter.sortTo(OutputStream.nullOutputStream()));
        }
    }

    @Test
    void cleansUpAfterAFailure() throws IOException {
        try (LineSorter sorter = new LineSorter(folder, 10)) {
            sorter.write("first\nsecond\nthird\n".getBytes(StandardCharsets.UTF_8), 0, 19);
            sorter.write("fourth\nfifth\n".getBytes(StandardCharsets.UTF_8), 0, 13);
            OutputStream full = new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException("No space left on device");
                }
            };
            assertThrows(IOException.class, () -> sorter.sortTo(full));
        }
        assertEquals(0, files());
    }

    @Test
    void mergesFiles() throws IOException {
        Path one = Files.writeString(folder.resolve("1"), "a\nc\n");
        Path two = Files.writeString(folder.resolve("2"), "a\nb\nd\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(4, LineSorter.merge(List.of(one, two), out));
        assertEquals("a\nb\nc\nd\n", out.toString(StandardCharsets.UTF_8));
    }
}
