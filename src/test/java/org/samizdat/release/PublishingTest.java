package org.samizdat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Publishing.Outcome;
import org.samizdat.release.Publishing.Published;

class PublishingTest {
    @TempDir
    Path temp;

    private Home home;

    @BeforeEach
    void home() {
        home = Home.at(temp.resolve("home"));
    }

    @Test
    void aPublishedReleaseIsServed() {
        Published published = ReleaseFixture.publish(home, things(100));
        assertEquals(Outcome.NEW, published.outcome());
        try (Release release = home.openCurrent()) {
            assertEquals(published.id(), release.id());
            assertEquals(
                    Map.of(Manifest.DEFAULT_GRAPH, 700L, ReleaseFixture.BASE + "graph/rdf12", 100L),
                    release.manifest().triples());
            assertEquals(
                    Map.of(ReleaseFixture.BASE + "ontology#Thing", 100L, ReleaseFixture.RDF + "Statement", 100L),
                    release.manifest().classes());
            assertEquals(
                    700,
                    Txn.calculateRead(
                            release.dataset(),
                            () -> release.dataset()
                                    .getDefaultGraph()
                                    .find(Node.ANY, Node.ANY, Node.ANY)
                                    .toList()
                                    .size()));
        }
    }

    private ReleaseSource things(int count) {
        return ReleaseFixture.things(temp.resolve(count + ".nq"), count);
    }
}
