package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.Captured;
import org.samizdat.http.HttpProblem;

class SavedQueriesTest {
    private static final Instant WHEN = Instant.parse("2026-11-24T17:00:00Z");
    private static final String RELEASE = "0123456789abcdef";

    @TempDir
    Path folder;

    private static SavedQuery query(String text) {
        return SavedQuery.of(text, WHEN, RELEASE);
    }

    private Path queries() {
        return folder.resolve("queries");
    }

    @Test
    void keepsTextAndWhereItComesFrom() throws IOException {
        SavedQuery query = query("# title: Ж\nASK {}");
        SavedQueries.in(queries()).keep(query);
        SavedQueries again = SavedQueries.in(queries());
        assertEquals(Optional.of(query), again.find(query.hash()));
        assertEquals(List.of(query), again.all());
        assertEquals(
                "#saved 2026-11-24T17:00:00Z 0123456789abcdef\n# title: Ж\nASK {}\n",
                Files.readString(queries().resolve(query.hash() + ".rq")));
    }

    /** The first digits of {@code printf 'ASK {}\n' | sha256sum}. */
    @Test
    void theSameTextHasTheSameAddress() {
        assertEquals("ASK {}\n", query("ASK {}").text());
        String hash = query("ASK {}").hash();
        assertEquals(hash, query("\r\nASK {}\r\n\r\n").hash());
        assertEquals(query("ASK\n{}").hash(), query("ASK\r\n{}").hash());
        SavedQueries queries = SavedQueries.in(queries());
        assertTrue(queries.keep(query("ASK {}")).isNew());
        SavedQueries.Kept again = queries.keep(SavedQuery.of("ASK {}\r\n", WHEN.plusSeconds(60), "fedcba9876543210"));
        assertEquals(new SavedQueries.Kept(query("ASK {}"), false), again, "as it was saved first");
        assertEquals(1, queries.count());
    }

    @Test
    void isFullAtANumberAndLosesNothing() throws IOException {
        SavedQueries queries = new SavedQueries(queries(), 2, 10_000);
        queries.keep(query("ASK { 1 ?p 1 }"));
        queries.keep(query("ASK { 2 ?p 2 }"));
        assertFull(queries, query("ASK { 3 ?p 3 }"));
        assertEquals(2, queries.all().size());
        assertEquals(false, queries.keep(query("ASK { 1 ?p 1 }")).isNew(), "what is kept may be saved again");
    }

    @Test
    void isFullAtASize() throws IOException {
        SavedQuery small = query("ASK {}");
        SavedQueries queries =
                new SavedQueries(queries(), 100, 2L * small.file().length());
        queries.keep(small);
        assertFull(queries, query("ASK { ?subject ?predicate ?object }"));
    }

    private void assertFull(SavedQueries queries, SavedQuery query) throws IOException {
        HttpProblem[] full = new HttpProblem[1];
        Captured.errors(() -> full[0] = assertThrows(HttpProblem.class, () -> queries.keep(query)));
        assertEquals(507, full[0].status());
        assertEquals(Optional.empty(), queries.find(query.hash()));
    }

    /** Two texts can have the same first digits; the second never takes the place of the first. */
    @Test
    void anotherTextOfTheSameHashIsRefused() throws IOException {
        SavedQuery query = query("ASK {}");
        Files.createDirectories(queries());
        Path file = queries().resolve(query.hash() + ".rq");
        Files.writeString(file, query("SELECT * {}").file());
        SavedQueries queries = SavedQueries.in(queries());
        assertEquals(
                409, assertThrows(HttpProblem.class, () -> queries.keep(query)).status());
        assertTrue(Files.readString(file).contains("SELECT"));
    }

    @Test
    void whatIsNoSavedQueryIsNotFound() throws IOException {
        SavedQueries queries = SavedQueries.in(queries());
        assertEquals(List.of(), queries.all());
        assertEquals(0, queries.count());
        Files.createDirectories(queries());
        Files.writeString(queries().resolve("0000000000000000.rq"), "ASK {}");
        Files.writeString(folder.resolve("secret.rq"), query("ASK {}").file());
        for (String name : List.of("0000000000000000", "../secret", "", "0000", "0000000000000000.rq", "..")) {
            assertEquals(Optional.empty(), queries.find(name), name);
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("queries"), "in the way");
        HttpProblem[] refused = new HttpProblem[1];
        String log = Captured.errors(() -> refused[0] =
                assertThrows(HttpProblem.class, () -> SavedQueries.in(queries()).keep(query("ASK {}"))));
        assertEquals(503, refused[0].status());
        assertTrue(log.contains("cannot be saved"), log);
    }
}
