package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.query.CannotServeException;
import org.samizdat.release.Home;
import org.samizdat.release.NoReleaseException;

/** Starting and stopping. */
class ServerIT {
    @TempDir
    Path folder;

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            ServerOptions options = ServerOptions.of("localhost", taken.getLocalPort(), home);
            CannotServeException refused = assertThrows(CannotServeException.class, () -> Server.start(options));
            assertTrue(refused.getMessage().contains("Port " + taken.getLocalPort()), refused.getMessage());
            assertEquals(1, refused.getMessage().lines().count());
        }
        // Nothing was left open: the same home can be served at once.
        ServerFixture.start(home).close();
    }

    @Test
    void withoutAReleaseItSaysHowToGetOne() {
        Home home = Home.at(folder.resolve("empty"));
        NoReleaseException refused = assertThrows(NoReleaseException.class, () -> ServerFixture.start(home));
        assertTrue(refused.getMessage().contains("publish"), refused.getMessage());
    }

    @Test
    void stopsSoonAndCanStartAgain() {
        Home home = Home.at(folder.resolve("home"));
        String id = ServerFixture.publish(home, folder, ServerFixture.sampleData());
        for (int round = 0; round < 2; round++) {
            Instant stopping;
            try (ServerFixture server = ServerFixture.start(home)) {
                assertEquals(id, server.get("/health").body().strip());
                stopping = Instant.now();
            }
            assertTrue(Duration.between(stopping, Instant.now()).toMillis() < 5_000);
        }
    }
}
