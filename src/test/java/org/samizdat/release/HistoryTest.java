package org.samizdat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.diff.Change.Kind;
import org.samizdat.release.History.Fate;
import org.samizdat.release.History.Step;

class HistoryTest {
    private static final String OLD = "https://example.org/id/old";
    private static final String NEW = "https://example.org/id/new";

    private static final History HISTORY = new History(List.of(
            step("a", false, Map.of()),
            step("b", true, Map.of(OLD, Kind.CHANGED)),
            step("c", true, Map.of(NEW, Kind.ADDED)),
            step("d", false, Map.of()),
            step("b", true, Map.of(NEW, Kind.REMOVED)),
            step("e", true, Map.of(NEW, Kind.ADDED, OLD, Kind.CHANGED))));

    @TempDir
    private Path folder;

    private static Step step(String release, boolean compared, Map<String, Kind> kinds) {
        TreeMap<String, Fate> records = new TreeMap<>();
        kinds.forEach((iri, kind) -> records.put(iri, new Fate(kind, iri.equals(OLD))));
        return new Step(
                release.repeat(16),
                "1.0",
                LocalDate.of(2026, 11, 24),
                Instant.parse("2026-11-24T12:00:00Z"),
                7,
                compared,
                records);
    }

    private static String told(List<History.Event> events) {
        StringBuilder text = new StringBuilder();
        for (History.Event event : events) {
            text.append(event.step().release().charAt(0))
                    .append(event.kind().map(kind -> kind.name().charAt(0)).orElse('?'));
        }
        return text.toString();
    }

    @Test
    void aRecordsHistoryBeginsWhereItMayHaveBeenThere() {
        assertEquals("a?bCd?eC", told(HISTORY.of(OLD)));
        assertEquals("cAd?bReA", told(HISTORY.of(NEW)));
        assertEquals("a?d?", told(HISTORY.of("https://example.org/id/never-changed")));
    }

    @Test
    void aReleaseDoesNotKnowWhatCameAfterIt() {
        assertEquals(2 + 3, HISTORY.until("b".repeat(16)).steps().size(), "it was current twice");
        assertEquals("cA", told(HISTORY.until("c".repeat(16)).of(NEW)));
        assertTrue(HISTORY.until("f".repeat(16)).steps().isEmpty());
    }

    @Test
    void theFileHoldsAllOfIt() throws IOException {
        Home home = Home.at(folder);
        home.write(HISTORY);
        assertEquals(HISTORY, home.history("e".repeat(16)));
    }

    @Test
    void aDamagedFileIsNamedWithItsLine() throws IOException {
        Home home = Home.at(folder);
        home.write(HISTORY);
        Path file = folder.resolve("history.tsv");
        Files.writeString(file, Files.readString(file).replace("CHANGED", "CHANGD"));
        IOException e = assertThrows(IOException.class, () -> home.history("e".repeat(16)));
        assertTrue(e.getMessage().contains("history.tsv") && e.getMessage().contains("line 3"), e.getMessage());
    }
}
