package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
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
            assertFalse(server.get("/").body().contains("New in this release"));
        }
        name(data, "mary", "Mary Somerville");
        name(data, "ada", "Countess of Lovelace");
        data.deleteAny(Quad.defaultGraphIRI, thing("claim-2"), Node.ANY, Node.ANY);
        ServerFixture.publish(home, folder, data);
        try (ServerFixture server = ServerFixture.start(home)) {
            String page = server.get("/").body();
            String news = page.substring(page.indexOf("New in this release"), page.indexOf("How to cite"));
            assertTrue(news.contains("1 thing added, 1 thing changed, 1 claim removed"), news);
            assertTrue(news.contains("<a href=\"doc/mary\">Mary Somerville</a>"), news);
        }
    }

    private static void name(DatasetGraph data, String thing, String name) {
        data.add(Quad.defaultGraphIRI, thing(thing), RDFS.label.asNode(), NodeFactory.createLiteralLang(name, "en"));
    }

    private static Node thing(String name) {
        return NodeFactory.createURI(ServerFixture.BASE + "id/" + name);
    }
}
