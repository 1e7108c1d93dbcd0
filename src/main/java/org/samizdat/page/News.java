package org.samizdat.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.samizdat.diff.Change;

/** Tells in a few words what a release changed. */
final class News {
    private static final int NAMED = 12;

    private final Names names;

    News(Names names) {
        this.names = names;
    }

    FrontPage.News of(List<Change> changes) {
        List<String> parts = new ArrayList<>();
        count(changes.stream().filter(change -> !change.isClaim()).toList(), "thing", parts);
        count(changes.stream().filter(Change::isClaim).toList(), "claim", parts);
        List<Link> things = changes.stream()
                .filter(change -> !change.isClaim() && change.kind() != Change.Kind.REMOVED)
                .map(change -> change.subject().replaceAll("^<|>$", ""))
                .map(NodeFactory::createURI)
                .filter(names::isThing)
                .limit(NAMED)
                .map(names::link)
                .toList();
        return new FrontPage.News(String.join(", ", parts), things);
    }

    private static void count(List<Change> changes, String noun, List<String> parts) {
        Map<Change.Kind, Long> counts =
                changes.stream().collect(Collectors.groupingBy(Change::kind, Collectors.counting()));
        for (Change.Kind kind : Change.Kind.values()) {
            long count = counts.getOrDefault(kind, 0L);
            if (count > 0) {
                parts.add(count + " " + noun + (count == 1 ? " " : "s ") + word(kind));
            }
        }
    }

    private static String word(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case CHANGED -> "changed";
        };
    }
}
