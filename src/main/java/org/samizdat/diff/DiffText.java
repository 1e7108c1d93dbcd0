package org.samizdat.diff;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes a comparison for people to read. */
record DiffText(Labels labels, SortedMap<String, String> prefixes) {
    String text(ReleaseDiff diff) {
        if (diff.isEmpty()) {
            return "No difference.\n";
        }
        List<Change> changes = diff.changes();
        StringBuilder text = new StringBuilder()
                .append(summary("Claims", changes, Change::isClaim))
                .append(summary("Things", changes, change -> !change.isClaim()))
                .append("Other graphs: ")
                .append(diff.otherGraphs())
                .append(" quads differ.\n");
        changes.stream().filter(Change::isClaim).forEach(change -> append(text, change));
        changes.stream().filter(change -> !change.isClaim()).forEach(change -> append(text, change));
        return text.toString();
    }

    private static String summary(String what, List<Change> changes, Predicate<Change> which) {
        List<Change> counted = changes.stream().filter(which).toList();
        return String.format(
                Locale.ROOT,
                "%s: %d added, %d removed, %d changed.\n",
                what,
                count(counted, Change.Kind.ADDED),
                count(counted, Change.Kind.REMOVED),
                count(counted, Change.Kind.CHANGED));
    }

    private static long count(List<Change> changes, Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private void append(StringBuilder text, Change change) {
        text.append('\n').append(change.kind().sign()).append(' ').append(shortened(change.subject()));
        if (change.isClaim()) {
            text.append(": ").append(change.claim().stream().map(this::named).collect(Collectors.joining(" – ")));
        } else {
            labels.of(change.subject()).ifPresent(label -> text.append(": ").append(label));
        }
        text.append('\n');
        if (change.kind() == Change.Kind.CHANGED) {
            change.removed().forEach(fact -> append(text, '-', fact));
            change.added().forEach(fact -> append(text, '+', fact));
        }
    }

    private void append(StringBuilder text, char sign, Change.Fact fact) {
        text.append("    ").append(sign).append(' ').append(shortened(fact.predicate()));
        text.append(' ').append(shortened(fact.object()));
        labels.of(fact.object())
                .ifPresent(label -> text.append(" (").append(label).append(')'));
        text.append('\n');
    }

    private String named(String term) {
        return labels.of(term).orElseGet(() -> shortened(term));
    }

    /** An IRI with its longest prefix, if there is one; other terms as they are. */
    private String shortened(String term) {
        if (!term.startsWith("<") || term.startsWith("<<")) {
            return term;
        }
        String iri = term.substring(1, term.length() - 1);
        return prefixes.entrySet().stream()
                .filter(entry -> iri.startsWith(entry.getValue()) && isLocalName(iri, entry.getValue()))
                .max((a, b) ->
                        Integer.compare(a.getValue().length(), b.getValue().length()))
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .orElse(term);
    }

    private static boolean isLocalName(String iri, String namespace) {
        return iri.substring(namespace.length()).matches("[A-Za-z0-9_][A-Za-z0-9_.-]*");
    }
}
