package org.samizdat.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The names of what a comparison mentions, by the term as written in N-Triples. */
record Labels(Map<String, String> byTerm) {
    static final Labels NONE = new Labels(Map.of());

    private static final Set<String> PROPERTIES =
            Set.of("<" + RDFS.label.getURI() + ">", "<" + SKOS.prefLabel.getURI() + ">");

    /** Looks the labels of all that is mentioned up, in the newer file first. */
    static Labels read(List<Change> changes, Path before, Path after) throws IOException {
        Set<String> mentioned = new HashSet<>();
        for (Change change : changes) {
            mentioned.add(change.subject());
            mentioned.addAll(change.claim());
            Stream.concat(change.removed().stream(), change.added().stream())
                    .map(Change.Fact::object)
                    .forEach(mentioned::add);
        }
        Map<String, String> found = new HashMap<>();
        if (!mentioned.isEmpty()) {
            collect(after, mentioned, found);
            mentioned.removeAll(found.keySet());
            collect(before, mentioned, found);
        }
        return new Labels(Map.copyOf(found));
    }

    private static void collect(Path file, Set<String> mentioned, Map<String, String> found) throws IOException {
        try (QuadLines lines = QuadLines.open(file)) {
            for (Optional<QuadLine> next = lines.next(); next.isPresent(); next = lines.next()) {
                QuadLine line = next.get();
                if (PROPERTIES.contains(line.predicate()) && mentioned.contains(line.subject())) {
                    found.merge(line.subject(), line.object(), Labels::better);
                }
            }
        }
    }

    /** Programs speak English here, so an English label goes before others; else the first one stays. */
    private static String better(String first, String second) {
        return !first.endsWith("\"@en") && second.endsWith("\"@en") ? second : first;
    }

    /** The label without quotes and language. */
    Optional<String> of(String term) {
        return Optional.ofNullable(byTerm.get(term)).map(literal -> literal.substring(1, literal.lastIndexOf('"')));
    }
}
