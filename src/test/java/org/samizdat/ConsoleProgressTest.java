package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

    @Test
    void elsewhereThanOnATerminalEachStepIsALine() {
        run(new ConsoleProgress(stream, false));

        List<String> lines = text().lines().toList();
        assertEquals(2, lines.size(), text());
        assertTrue(lines.get(0).matches("  Converting a\\.csv +\\d+\\.\\d s"), lines.get(0));
        assertTrue(lines.get(1).matches("  Sorting +\\d+\\.\\d s"), lines.get(1));
        assertFalse(text().contains("\r"));
    }

    @Test
    void onATerminalAStepOfKnownSizeHasABar() {
        run(new ConsoleProgress(stream, true));

        assertTrue(text().contains("Converting a.csv"), text());
        assertTrue(text().contains("50%"), text());
        assertTrue(text().contains("\r"), text());
    }

    private static void run(ConsoleProgress progress) {
        progress.begin("Converting a.csv", 10);
        progress.advance(2);
        progress.advance(3);
        progress.begin("Sorting", 0);
        progress.end();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
