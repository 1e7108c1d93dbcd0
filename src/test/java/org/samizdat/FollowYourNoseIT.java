package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

/** A client that knows one address, and no endpoint, finds answers by following our IRIs alone: Comunica, which nobody here wrote. */
class FollowYourNoseIT {
    private static final Path NPM = Path.of("src/test/npm");

    @TempDir
    private Path folder;

    @Test
    void comunicaAnswersAJoin() throws Exception {
        Required.program("node");
        Required.orSkip(
                Files.exists(NPM.resolve("node_modules/@comunica/query-sparql-link-traversal")),
                "Comunica is missing: npm ci --ignore-scripts --prefix src/test/npm");
        int port = freePort();
        String base = "http://localhost:" + port + "/";
        assertEquals(
                0,
                Samizdat.run(
                        "publish",
                        "--publication",
                        "src/test/publications/garden",
                        "--base",
                        base,
                        "--home",
                        folder.toString()));
        try (Server server = Server.start(ServerOptions.of("localhost", port, Home.at(folder)))) {
            // Whether a plant blooms is said in its own document alone.
            String query = """
                    PREFIX g: <%1$sontology#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                    SELECT DISTINCT ?bed ?name {
                      <%1$sid/thymian> g:waechstIn ?bed .
                      ?plant g:waechstIn ?bed ; g:blueht false ; rdfs:label ?name .
                    }""".formatted(base);
            String answer = run(server.address() + "id/thymian", query);
            assertEquals("bed=" + base + "id/vorn name=Lauch\n", answer);
            assertEquals(byEndpoint(server.address(), query), answer);
        }
    }

    /** What the endpoint answers, as the program writes it. */
    private static String byEndpoint(URI address, String query) throws Exception {
        String path = "sparql?format=tsv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String tsv = client.send(
                            HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
            StringBuilder lines = new StringBuilder();
            tsv.lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(terms ->
                            "bed=" + terms[0].replaceAll("[<>]", "") + " name=" + terms[1].replaceAll("^\"|\"@.*$", ""))
                    .sorted()
                    .forEach(line -> lines.append(line).append('\n'));
            return lines.toString();
        }
    }

    private static String run(String start, String query) throws Exception {
        Process process = new ProcessBuilder("node", NPM.resolve("follow.mjs").toString(), start, query)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
