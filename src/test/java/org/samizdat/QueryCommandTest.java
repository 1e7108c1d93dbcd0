package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.ARQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.publish.ReleaseFixture;
import org.samizdat.release.Home;

class QueryCommandTest {
    private static final String LABEL =
            "SELECT ?label { <https://example.org/id/thing-1> <http://www.w3.org/2000/01/rdf-schema#label> ?label }";

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private Path home;
    private String id;
    private HttpServer server;

    @BeforeEach
    void publishAndStartAServer() throws IOException {
        home = folder.resolve("home");
        id = ReleaseFixture.publish(Home.at(home), ReleaseFixture.things(folder.resolve("things.nq"), 1))
                .id();
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/sparql", exchange -> {
            asked.incrementAndGet();
            answer(exchange, "{\"head\":{\"vars\":[\"label\"]},\"results\":{\"bindings\":[]}}");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void serving(String release) {
        server.createContext("/health", exchange -> answer(exchange, release + "\n"));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Run query(String text) {
        String port = Integer.toString(server.getAddress().getPort());
        return Run.samizdat("query", "--home", home.toString(), "--port", port, "--results", "csv", text);
    }

    @Test
    void theServerOfThisHomeIsAsked() {
        serving(id);

        assertEquals(new Run(0, "label\n", ""), withoutReturns(query(LABEL)));
        assertEquals(1, asked.get());
    }

    @Test
    void anotherServerIsNotAsked() {
        serving("0123456789abcdef");

        Run run = withoutReturns(query(LABEL));

        assertEquals(0, asked.get());
        assertEquals("label\n\"Thing \"\"1\"\" – < > .\"\n", run.out());
        assertTrue(run.err().contains("serves no release of " + home), run.err());
    }

    private static Run withoutReturns(Run run) {
        return new Run(run.exit(), run.out().replace("\r", ""), run.err());
    }

    @Test
    void aQueryMayLieInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("label.rq"), LABEL);

        assertEquals(query(LABEL), query(file.toString()));
    }

    @Test
    void aMistakeInAQueryHasItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.rq"), "SELECT *\n{ ?s ?p ");

        Run run = query(file.toString());

        assertEquals(Samizdat.BAD_INPUT, run.exit());
        assertTrue(run.err().startsWith(file + ":2, column "), run.err());
    }

    /** What the server refuses is refused without one as well: SPARQL 1.1 Federated Query, section 2. */
    @Test
    void aQueryWithoutAServerCallsNoOtherHost() {
        // As Jena has it, whatever ran before in this process.
        ARQ.getContext().set(ARQ.httpServiceAllowed, true);

        Run run = query(
                "SELECT * { SERVICE <http://localhost:" + server.getAddress().getPort() + "/sparql> { ?s ?p ?o } }");

        assertNotEquals(0, run.exit());
        assertEquals(0, asked.get());
        assertTrue(run.err().lines().findFirst().orElse("").contains("SERVICE"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }
}
