package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.query.Limits;
import org.samizdat.query.SparqlEndpoint;
import org.samizdat.release.Home;

/** The example queries of a release, run before anybody asks. */
class WarmUpIT {
    private static final String GRAPH = " <https://example.org/graph/examples> .";
    private static final String SHACL = "<http://www.w3.org/ns/shacl#";
    private static final String NAMES = "SELECT ?x { ?s e:name ?x }";

    @TempDir
    Path folder;

    /** All of them are run, each with the prefixes that are declared for it; one that is broken or endless holds nobody up. */
    @Test
    void examplesAreRunWhateverBecomesOfOne() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        publish(home, "select", NAMES, "ask", "ASK { ?s e:name 'a' }", "construct", "CONSTRUCT WHERE { ?s e:name ?x }");
        publish(home, "select", "SELECT ?x { ?s broken:name ?x }", "ask", "ASK { ?s e:name 'a' }");
        publish(
                home,
                "select",
                "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p . ?q ?r ?s }",
                "ask",
                "ASK { ?s e:name 'a' }",
                "construct",
                "CONSTRUCT { [] e:name ?x } { ?s e:name ?x }");
        List<String> releases = home.ids();
        List<Integer> kept = List.of(3, 1, 1);
        home.switchTo(releases.getFirst());
        try (Editions editions = open(home);
                SparqlEndpoint endpoint = endpoint();
                WarmUp warmUp = new WarmUp(editions, endpoint)) {
            for (int i = 0; i < releases.size(); i++) {
                home.switchTo(releases.get(i));
                assertEquals(i > 0, editions.follow());
                assertEquals(kept.get(i), warmUp.begin(1).get(60, TimeUnit.SECONDS));
            }
            assertFalse(editions.follow());
        }
    }

    /** Nothing to run is no fault; several rounds run each that often. */
    @Test
    void roundsAreCounted() throws Exception {
        Home home = Home.at(folder.resolve("home"));
        publish(home);
        try (Editions editions = open(home);
                SparqlEndpoint endpoint = endpoint();
                WarmUp warmUp = new WarmUp(editions, endpoint)) {
            assertEquals(0, warmUp.begin(5).get(60, TimeUnit.SECONDS));
            publish(home, "select", NAMES);
            assertTrue(editions.follow());
            assertEquals(5, warmUp.begin(5).get(60, TimeUnit.SECONDS));
        }
    }

    /** @param examples properties and texts, in turn */
    private void publish(Home home, String... examples) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add("<https://example.org/id/t" + i + "> <https://example.org/e#name> \"name " + i + "\" .");
        }
        for (int i = 0; i < examples.length; i += 2) {
            String example = "<https://example.org/examples#e" + i + "> ";
            lines.add(example + SHACL + examples[i] + "> \"" + examples[i + 1] + "\"" + GRAPH);
            lines.add(example + SHACL + "prefixes> <https://example.org/examples>" + GRAPH);
        }
        String declaration = "<https://example.org/declaration> ";
        lines.add("<https://example.org/examples> " + SHACL + "declare> " + declaration + GRAPH);
        lines.add(declaration + SHACL + "prefix> \"e\"" + GRAPH);
        lines.add(declaration + SHACL
                + "namespace> \"https://example.org/e#\"^^<http://www.w3.org/2001/XMLSchema#anyURI>" + GRAPH);
        ServerFixture.publish(home, folder, lines);
    }

    private static SparqlEndpoint endpoint() {
        return new SparqlEndpoint(Limits.standard().withFairUse(Optional.empty()), Failures::answer);
    }

    private static Editions open(Home home) {
        Editions editions = new Editions(
                home,
                FusekiConfiguration.read(Path.of("fuseki-config", "samizdat.ttl")),
                Limits.standard(),
                () -> URI.create("http://localhost/"));
        editions.open();
        return editions;
    }
}
