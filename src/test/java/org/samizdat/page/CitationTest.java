package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CitationTest {
    private final Citation citation = new Citation(
            "Ups & {downs}", "A graph", "Samizdat", "0.1.0", LocalDate.of(2026, 11, 24), "https://example.org/id/ups");

    @Test
    void aLineForABibliography() {
        assertEquals(
                "“Ups & {downs}”, in: A graph, version 0.1.0, Samizdat, 24 November 2026. https://example.org/id/ups",
                citation.text());
    }

    @Test
    void bibtexWithItsOwnCharactersEscaped() {
        assertTrue(citation.bibtex().startsWith("@misc{ups,\n  title = {{Ups \\& \\{downs\\}}},\n"), citation.bibtex());
        assertTrue(citation.bibtex().contains("  date = {2026-11-24},\n"));
    }

    /** RIS: a tag, two spaces, a hyphen, a space; TY first and ER last. */
    @Test
    void risAsReferenceManagersReadIt() {
        String[] lines = citation.ris().split("\n");
        assertEquals("TY  - ELEC", lines[0]);
        assertEquals("ER  - ", lines[lines.length - 1]);
        for (String line : lines) {
            assertTrue(line.matches("[A-Z][A-Z0-9]  - .*"), line);
        }
    }

    /** CSL-JSON schema: a list of items with id and type, dates in parts. */
    @Test
    void cslJson() {
        String json = citation.csl().replaceAll("\\s+", "");
        assertTrue(json.startsWith("[{\"id\":\"ups\",\"type\":\"webpage\",\"title\":\"Ups&{downs}\""), json);
        assertTrue(json.contains("\"issued\":{\"date-parts\":[[2026,11,24]]}"), json);
    }
}
