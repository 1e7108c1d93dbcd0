package org.samizdat.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Small sources of releases: things with labels and claims about them, in the graphs that every release has. */
public final class ReleaseFixture {
    public static final String BASE = "https://example.org/";
    public static final String LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>";
    public static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private ReleaseFixture() {}

    /** Things from 1 to {@code count}, each a claim about the one before. */
    public static ReleaseSource things(Path file, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.addAll(thing(i));
        }
        return source(file, lines);
    }

    public static List<String> thing(int i) {
        String thing = "<" + BASE + "id/thing-" + i + ">";
        String triple = thing + " <" + BASE + "ontology#after> <" + BASE + "id/thing-" + (i - 1) + ">";
        String claim = "<" + BASE + "id/claim-" + i + ">";
        return List.of(
                thing + " <" + RDF + "type> <" + BASE + "ontology#Thing> .",
                thing + " " + LABEL + " \"Thing \\\"" + i + "\\\" – < > .\"@en .",
                triple + " .",
                claim + " <" + RDF + "type> <" + RDF + "Statement> .",
                claim + " <" + RDF + "subject> " + thing + " .",
                claim + " <" + RDF + "predicate> <" + BASE + "ontology#after> .",
                claim + " <" + RDF + "object> <" + BASE + "id/thing-" + (i - 1) + "> .",
                claim + " <" + RDF + "reifies> <<( " + triple + " )>> <" + BASE + "graph/rdf12> .");
    }

    public static ReleaseSource source(Path file, List<String> lines) {
        try {
            // UTF-8 and UTF-16 sort alike below the surrogates, which no test uses.
            Files.write(file, lines.stream().sorted().toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new ReleaseSource(
                file,
                BASE,
                BASE + "graph/inferred",
                "things",
                "Things \"of the tests\"",
                "1.0",
                LocalDate.of(2026, 11, 24),
                "Samizdat 0.1.0",
                new TreeMap<>(Map.of("id", BASE + "id/")),
                new TreeMap<>(Map.of("tables/things.csv", "00ff")));
    }

    public static Publishing.Published publish(Home home, ReleaseSource source) {
        try (Publishing publishing = Publishing.start(home)) {
            return publishing.publish(source, 3, (stage, done) -> {});
        }
    }

    /** The lines of a compressed file. */
    public static List<String> lines(Path gzip) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
