package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.samizdat.diff.Change;
import org.samizdat.release.History;

/** Tells in a few words what a release changed. */
final class News {
    private static final int NAMED = 12;

    private final Names names;

    News(Names names) {
        this.names = names;
    }

    FrontPage.News of(History.Step step) {
        List<String> parts = new ArrayList<>();
        count(step, false, "thing", parts);
        count(step, true, "claim", parts);
        List<Link> things = step.records().entrySet().stream()
                .filter(record ->
                        !record.getValue().claim() && record.getValue().kind() != Change.Kind.REMOVED)
                .map(record -> NodeFactory.createURI(record.getKey()))
                .filter(names::isThing)
                .limit(NAMED)
                .map(names::link)
                .toList();
        return new FrontPage.News(String.join(", ", parts), things);
    }

    private static void count(History.Step step, boolean claims, String noun, List<String> parts) {
        Map<Change.Kind, Long> counts = step.records().values().stream()
                .filter(fate -> fate.claim() == claims)
                .collect(Collectors.groupingBy(History.Fate::kind, Collectors.counting()));
        for (Change.Kind kind : Change.Kind.values()) {
            long count = counts.getOrDefault(kind, 0L);
            if (count > 0) {
                parts.add(count + " " + noun + (count == 1 ? " " : "s ") + word(kind));
            }
        }
    }

    static String word(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }
}
