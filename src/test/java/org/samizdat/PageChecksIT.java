package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/**
 * Every kind of page of two publications, judged by programs that nobody here wrote: the Nu HTML checker, axe-core in a browser, and
 * Lighthouse.
 */
class PageChecksIT {
    private static final List<String> ABOUT_THE_LEFT = List.of(
            "/",
            "/browse",
            "/browse?kind=Person&letter=T",
            "/browse?from=1936&to=1938",
            "/search?q=trotsky",
            "/timeline",
            "/network",
            "/source/wikipedia-anti-stalinist-left?part=s2",
            "/ontology",
            "/query",
            "/sparql?query=SELECT+*+%7B+%3Fsubject+%3Fproperty+%3Fobject+%7D+LIMIT+50",
            "/sparql?query=DESCRIBE+%3Chttps://w3id.org/anti-stalinist-left/id/leon-trotsky%3E",
            "/sparql?query=ASK",
            "/doc/leon-trotsky",
            "/doc/claim-b169",
            "/doc/s1-2-1",
            "/doc/nobody",
            "/q/",
            "/q/who-criticised-stalin");
    private static final List<String> OF_THE_GARDEN = List.of(
            "/",
            "/browse",
            "/search?q=birke",
            "/timeline",
            "/network",
            "/source/tagebuch",
            "/ontology",
            "/query?query=ASK+%7B%7D",
            "/sparql?query=ASK+%7B%7D",
            "/doc/birke",
            "/doc/aussage-a2",
            "/doc/unkraut",
            // Saved below.
            "/q/5baf7e8dafeae0f8");
    private static final String WITH_PARAMETERS =
            "# title: Alles <über> eine Sache\nSELECT * { ?_sache_iri ?__wie_iri ?was }";

    @TempDir
    static Path folder;

    private static ServerFixture left;
    private static ServerFixture garden;

    @BeforeAll
    static void start() {
        left = serve("src/main/publication");
        garden = serve("src/test/publications/garden");
        HttpResponse<String> saved = garden.send(
                "POST", "/q/", BodyPublishers.ofString(WITH_PARAMETERS), "Content-Type", "application/sparql-query");
        assertEquals(201, saved.statusCode(), saved.body());
    }

    private static ServerFixture serve(String publication) {
        Path home = folder.resolve(publication);
        assertEquals(0, Samizdat.run("publish", "--publication", publication, "--home", home.toString()));
        return ServerFixture.start(Home.at(home));
    }

    @AfterAll
    static void stop() {
        left.close();
        garden.close();
    }

    @Test
    void theNuCheckerFindsNoErrors() throws Exception {
        Npm.require();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // The schema of HTML is deep.
                "-Xss8m",
                "-jar",
                Npm.CHECKER.toString()));
        command.addAll(save(left, ABOUT_THE_LEFT));
        command.addAll(save(garden, OF_THE_GARDEN));
        assertEquals("", Npm.run(command));
    }

    private static List<String> save(ServerFixture server, List<String> paths) throws IOException {
        List<String> files = new ArrayList<>();
        for (String path : paths) {
            HttpResponse<String> page = server.get(path, "Accept", "text/html");
            Path file = Files.createTempFile(folder, path.replaceAll("[^a-z0-9]", "-"), ".html");
            files.add(Files.writeString(file, page.body()).toString());
        }
        return files;
    }

    /** On a phone and on a wide screen, in light and dark; nothing is wider than the screen, and no script fails. */
    @Test
    void axeFindsNoViolations() throws Exception {
        Stream<String> addresses = Stream.concat(
                ABOUT_THE_LEFT.stream().map(path -> left.address() + path.substring(1)),
                OF_THE_GARDEN.stream().map(path -> garden.address() + path.substring(1)));
        int pages = ABOUT_THE_LEFT.size() + OF_THE_GARDEN.size();
        assertEquals(pages + " pages, 0 violations\n", Npm.inBrowser("axe.mjs", addresses));
    }

    /** But for performance, which depends on the machine; of pages of the same build, one. */
    @Test
    void lighthouseFindsAllGood() throws Exception {
        Stream<String> pages =
                Stream.of("", "doc/leon-trotsky", "network", "query").map(path -> left.address() + path);
        assertEquals("4 pages, 0 poor\n", Npm.inBrowser("lighthouse.mjs", Stream.concat(Stream.of("95"), pages)));
    }
}
