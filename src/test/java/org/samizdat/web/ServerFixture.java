package org.samizdat.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.samizdat.publish.Publishing;
import org.samizdat.publish.ReleaseSource;
import org.samizdat.query.Limits;
import org.samizdat.release.Home;

/** A real server at a free port, over a small release, and a client for it. */
public final class ServerFixture implements AutoCloseable {
    public static final String BASE = "https://example.org/";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Server server;

    private ServerFixture(Server server) {
        this.server = server;
    }

    /** Serves the sample publication. */
    public static ServerFixture sample(Path folder) {
        return of(folder, sampleData());
    }

    /** Publishes data and serves them. */
    public static ServerFixture of(Path folder, DatasetGraph data) {
        Home home = Home.at(folder.resolve("home"));
        publish(home, folder, data);
        return start(home);
    }

    /** The tests of all else must not use up a client's share. */
    public static ServerFixture start(Home home) {
        return start(home, Limits.standard().withFairUse(Optional.empty()));
    }

    public static ServerFixture start(Home home, Limits limits) {
        return new ServerFixture(Server.start(new ServerOptions(
                "localhost", 0, home, Path.of("fuseki-config", "samizdat.ttl"), Duration.ofMillis(5), limits)));
    }

    public static DatasetGraph sampleData() {
        return RDFDataMgr.loadDatasetGraph(
                ServerFixture.class.getResource("sample.trig").toString());
    }

    /** Builds a release and switches to it; gives its id. */
    public static String publish(Home home, Path folder, DatasetGraph data) {
        return publish(home, folder, data.stream().map(ServerFixture::line).toList());
    }

    /** The same from lines of N-Quads. */
    public static String publish(Home home, Path folder, List<String> quads) {
        try (Publishing publishing = Publishing.start(home)) {
            Path file = Files.write(
                    folder.resolve("release.nq"), quads.stream().sorted().toList());
            return publishing.publish(source(file), 3, (stage, done) -> {}).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Quad quad) {
        String triple = NodeFmtLib.strNT(quad.getSubject()) + " " + NodeFmtLib.strNT(quad.getPredicate()) + " "
                + NodeFmtLib.strNT(quad.getObject());
        return quad.isDefaultGraph() ? triple + " ." : triple + " " + NodeFmtLib.strNT(quad.getGraph()) + " .";
    }

    private static ReleaseSource source(Path quads) {
        return new ReleaseSource(
                quads,
                BASE,
                BASE + "graph/inferred",
                "sample",
                "Sample <publication>",
                "1.0",
                LocalDate.of(2026, 11, 24),
                "Samizdat 0.1.0",
                new TreeMap<>(Map.of(
                        "id", BASE + "id/",
                        "o", BASE + "ontology#",
                        "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                        "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                        "dcterms", "http://purl.org/dc/terms/",
                        "unused", "http://example.net/unused#")),
                new TreeMap<>());
    }

    public URI address() {
        return server.address();
    }

    /** @param fields names and values, in turn */
    public HttpResponse<String> get(String path, String... fields) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), fields);
    }

    public HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body, String... fields) {
        try {
            return CLIENT.send(request(method, path, body, fields), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(String method, String path, HttpRequest.BodyPublisher body, String... fields) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address() + path.substring(1)))
                .method(method, body);
        return fields.length == 0 ? builder.build() : builder.headers(fields).build();
    }

    @Override
    public void close() {
        server.close();
    }
}
