package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.Captured;
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

    /** Browsers keep their connections; that is no reason to wait for them or to complain. */
    @Test
    void stopsQuietlyWithIdleConnectionsOpen() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        List<Socket> idle = new ArrayList<>();
        ServerFixture server = ServerFixture.start(home);
        try {
            for (int i = 0; i < 4; i++) {
                idle.add(idleConnection(server.address()));
            }
            Instant stopping = Instant.now();
            assertEquals("", Captured.errors(server::close));
            assertTrue(Duration.between(stopping, Instant.now()).toMillis() < 3_000);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    /** One that has had an answer, and is kept. */
    private static Socket idleConnection(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.getOutputStream()
                .write("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        assertEquals("HTTP/1.1 200 OK", in.readLine());
        // The body is one line after the empty line that ends the fields.
        while (!in.readLine().isEmpty()) {}
        assertEquals(16, in.readLine().length());
        return socket;
    }
}
