package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.web.ServerFixture;

/** What the front page tells of a new release. */
class NewsIT {
    @TempDir
    private Path folder;

    @Test
    void theFrontPageTellsWhatIsNewAndNothingOfAFirstRelease() {
        Home home = Home.at(folder.resolve("home"));
        DatasetGraph data = ServerFixture.sampleData();
        ServerFixture.publish(home, folder, data);
        try (ServerFixture server = ServerFixture.start(home)) {
            assertFalse(front(server).contains("New in this release"));
        }
        name(data, "mary", "Mary Somerville");
        name(data, "ada", "Countess of Lovelace");
        data.deleteAny(Quad.defaultGraphIRI, thing("claim-2"), Node.ANY, Node.ANY);
        ServerFixture.publish(home, folder, data);
        try (ServerFixture server = ServerFixture.start(home)) {
            String page = front(server);
            String news = page.substring(page.indexOf("New in this release"), page.indexOf("How to cite"));
            assertTrue(news.contains("1 thing added, 1 thing changed, 1 claim removed"), news);
            assertTrue(news.contains("<a href=\"doc/mary\">Mary Somerville</a>"), news);
        }
    }

    /** The release of before is a thing still, since documents of that time name it. */
    @Test
    void aRecordTellsItsHistory() {
        Home home = Home.at(folder.resolve("home"));
        DatasetGraph data = ServerFixture.sampleData();
        String first = ServerFixture.publish(home, folder, data);
        name(data, "mary", "Mary Somerville");
        name(data, "ada", "Countess of Lovelace");
        String second = ServerFixture.publish(home, folder, data);
        try (ServerFixture server = ServerFixture.start(home)) {
            assertEquals(List.of(first + " part of the first release", second + " changed"), history(server, "ada"));
            assertEquals(List.of(second + " added"), history(server, "mary"));
            assertEquals(List.of(first + " part of the first release"), history(server, "claim-1"));
            for (String release : List.of(first, second)) {
                String document = server.get("/doc/release/" + release).body();
                assertTrue(document.contains("dcterms:identifier \"" + release + "\""), document);
            }
            assertTrue(server.get("/doc/release/" + second + ".nt").body().contains("wasRevisionOf"));
        }
    }

    private static List<String> history(ServerFixture server, String name) {
        String page = server.get("/doc/" + name + ".html").body();
        return Pattern.compile("<li><time.*?<code>(\\w+)</code></a>: (.*?)</li>")
                .matcher(page)
                .results()
                .map(past -> past.group(1) + " " + past.group(2))
                .toList();
    }

    private static String front(ServerFixture server) {
        return server.get("/", "Accept", "text/html").body();
    }

    private static void name(DatasetGraph data, String thing, String name) {
        data.add(Quad.defaultGraphIRI, thing(thing), RDFS.label.asNode(), NodeFactory.createLiteralLang(name, "en"));
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(ServerFixture.BASE + "id/" + name);
    }
}
