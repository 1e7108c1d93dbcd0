package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** What people do with the editor of queries, step by step in a browser: {@code src/test/npm/query.mjs} has the steps. */
class EditorIT {
    @TempDir
    private static Path folder;

    @Test
    void peopleAskAndUnderstandTheAnswers() throws Exception {
        assertEquals(0, Samizdat.run("publish", "--home", folder.toString()));
        try (ServerFixture server = ServerFixture.start(Home.at(folder))) {
            String output =
                    Npm.inBrowser("query.mjs", Stream.of(server.address().toString()));
            assertTrue(output.matches("\\d+ steps, 0 failed\\n"), output);
        }
    }
}
