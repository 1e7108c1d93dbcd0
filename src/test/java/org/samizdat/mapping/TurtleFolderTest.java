package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurtleFolderTest {
    private static final String TRIPLE = "<urn:s> <urn:p> <urn:o> .\n";

    @TempDir
    private Path temporary;

    private Path folder;
    private Path work;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = temporary.resolve("data-ttl");
        work = Files.createDirectory(temporary.resolve("work"));
    }

    private Conversion.Source source(String name, String triples) throws IOException {
        return new Conversion.Source(
                name, Path.of("tables", name + ".csv"), Files.writeString(temporary.resolve(name + ".nt"), triples), 1);
    }

    private void update(Conversion.Source... sources) {
        TurtleFolder.update(folder, new Conversion.Result(List.of(sources), Path.of("none"), 0), work, Map.of());
    }

    @Test
    void writesOneFileForEachSourceAndRemovesStaleOnes() throws IOException {
        update(source("people", TRIPLE), source("events", TRIPLE));
        Files.writeString(folder.resolve("README.md"), "kept");
        update(source("people", TRIPLE));
        assertEquals(
                "# Made from people.csv; edit that file, not this one.\n\n<urn:s> <urn:p> <urn:o> .\n",
                Files.readString(folder.resolve("people.ttl")));
        assertFalse(Files.exists(folder.resolve("events.ttl")));
        assertTrue(Files.exists(folder.resolve("README.md")));
    }

    @Test
    void leavesAFileAloneThatWouldBeTheSame() throws IOException {
        update(source("people", TRIPLE));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(folder.resolve("people.ttl"), longAgo);
        update(source("people", TRIPLE));
        assertEquals(longAgo, Files.getLastModifiedTime(folder.resolve("people.ttl")));
    }

    @Test
    void changesNothingWhenItFails() throws IOException {
        update(source("people", TRIPLE), source("stale", TRIPLE));
        Conversion.Source good = source("people", "<urn:s> <urn:p> <urn:other> .\n");
        Conversion.Source bad = source("events", "this is not N-Triples");
        assertThrows(RuntimeException.class, () -> update(good, bad));
        assertTrue(Files.readString(folder.resolve("people.ttl")).contains("<urn:o>"));
        assertTrue(Files.exists(folder.resolve("stale.ttl")));
    }
}
