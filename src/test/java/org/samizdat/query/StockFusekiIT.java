package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Stock Fuseki, started with the very file that the server reads, serves the same data. */
class StockFusekiIT {
    private static final String QUERY =
            "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?s ?p ?o";

    private static final Pattern COMMAND = Pattern.compile("(?m)^# +mvn compile exec:exec@(\\S+)$");

    @TempDir
    Path folder;

    @Test
    void servesTheSame() throws Exception {
        Path root = Files.createDirectories(folder.resolve("root"));
        Home home = Home.at(root.resolve("target/samizdat"));
        ServerFixture.publish(home, folder, ServerFixture.sampleData());
        String ours;
        try (ServerFixture server = ServerFixture.start(home)) {
            ours = ask(server.address(), QUERY).body();
        }
        int port = freePort();
        Process stock = start(root, port);
        try {
            URI address = URI.create("http://localhost:" + port + "/");
            await(stock, address);
            assertEquals(ours, ask(address, QUERY).body());
            assertTrue(ours.contains("Ada Lovelace"), ours);
            assertEquals(404, get(address.resolve("sparql")).statusCode());
            assertEquals(400, get(address.resolve("sparql?default")).statusCode());
        } finally {
            stock.destroy();
            stock.waitFor();
        }
    }

    /** The command that the file itself gives, with this test's class path, in a working directory and at a port of its own. */
    private Process start(Path root, int port) throws Exception {
        FileUtils.copyDirectoryToDirectory(Path.of("fuseki-config").toFile(), root.toFile());
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String argument : arguments()) {
            command.add(argument.replace("3031", Integer.toString(port)));
        }
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("stock.log").toFile())
                .start();
    }

    /** What Maven hands to Java, looked up in the build file: Maven itself runs this test. */
    private static List<String> arguments() throws Exception {
        Matcher documented = COMMAND.matcher(Files.readString(Path.of("fuseki-config/samizdat.ttl")));
        assertTrue(documented.find(), "the file gives a command");
        Document build =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse("pom.xml");
        NodeList found = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "//execution[id='" + documented.group(1) + "']/configuration/arguments/*",
                        build,
                        XPathConstants.NODESET);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(node -> node.getNodeName().equals("classpath")
                        ? System.getProperty("java.class.path")
                        : node.getTextContent())
                .toList();
    }

    private void await(Process stock, URI address) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (true) {
            try {
                ask(address, "ASK {}");
                return;
            } catch (IOException notYet) {
                assertTrue(
                        stock.isAlive() && Instant.now().isBefore(end), Files.readString(folder.resolve("stock.log")));
            }
        }
    }

    private static HttpResponse<String> ask(URI address, String query) throws Exception {
        return get(address.resolve("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/sparql-results+json")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
