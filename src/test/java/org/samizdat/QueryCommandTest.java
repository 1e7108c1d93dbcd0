package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.ARQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.release.ReleaseFixture;

class QueryCommandTest {
    @TempDir
    Path folder;

    /** What the server refuses is refused without one as well: SPARQL 1.1 Federated Query, section 2. */
    @Test
    void aQueryWithoutAServerCallsNoOtherHost() throws IOException {
        Path home = folder.resolve("home");
        ReleaseFixture.publish(Home.at(home), ReleaseFixture.things(folder.resolve("things.nq"), 1));
        // As Jena has it, whatever ran before in this process.
        ARQ.getContext().set(ARQ.httpServiceAllowed, true);
        AtomicInteger calls = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        other.createContext("/sparql", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        other.start();
        // It has no /health, so that it is not taken for a server of releases.
        String port = Integer.toString(other.getAddress().getPort());
        try {
            String query = "SELECT * { SERVICE <http://localhost:" + port + "/sparql> { ?s ?p ?o } }";
            String said = failure("query", "--home", home.toString(), "--port", port, query);
            assertEquals(0, calls.get());
            assertTrue(said.lines().findFirst().orElse("").contains("SERVICE"), said);
            assertFalse(said.contains("\tat "), said);
        } finally {
            other.stop(0);
        }
    }

    /** What a command that must fail prints as its errors. */
    private static String failure(String... arguments) {
        PrintStream usual = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            assertNotEquals(0, Samizdat.run(arguments));
        } finally {
            System.setErr(usual);
        }
        return errors.toString(StandardCharsets.UTF_8);
    }
}
