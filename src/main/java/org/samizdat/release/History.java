package org.samizdat.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.samizdat.diff.Change;

/**
 * What became current in a home, release by release, and which records each release changed. It outlives the releases themselves,
 * of which only the newest are kept.
 *
 * @param steps the oldest first
 */
public record History(List<Step> steps) {
    public static final History NONE = new History(List.of());

    /**
     * A release became the current one.
     *
     * @param release its id
     * @param version the publication's own; may be empty
     * @param modified the date that the publication says it was changed
     * @param since when the release became current
     * @param triples how many it has in all graphs
     * @param compared whether it was compared with the release before; the first one is not, nor is one that is too large
     * @param records what became of records, by IRI; a record is a subject of the default graph
     */
    public record Step(
            String release,
            String version,
            LocalDate modified,
            Instant since,
            long triples,
            boolean compared,
            SortedMap<String, Fate> records) {}

    /** What became of a record, and whether it is a claim. */
    public record Fate(Change.Kind kind, boolean claim) {}

    /**
     * A step that tells of one record.
     *
     * @param kind empty where it is only known that the record was there then, or may have changed
     */
    public record Event(Step step, Optional<Change.Kind> kind) {}

    public History {
        steps = List.copyOf(steps);
    }

    /** The last step; empty where nothing is known. */
    public Optional<Step> latest() {
        return steps.isEmpty() ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** What came to pass until a release was current last; nothing if it never was. */
    public History until(String release) {
        for (int i = steps.size(); i > 0; i--) {
            if (steps.get(i - 1).release().equals(release)) {
                return new History(steps.subList(0, i));
            }
        }
        return NONE;
    }

    public History and(Step next) {
        List<Step> more = new ArrayList<>(steps);
        more.add(next);
        return new History(more);
    }

    /**
     * What came to pass with a record that exists now: when it was added and changed, and the steps that were not compared, if it
     * may have been there.
     */
    public List<Event> of(String iri) {
        List<Event> events = new ArrayList<>();
        for (Step step : steps) {
            Optional<Change.Kind> kind =
                    Optional.ofNullable(step.records().get(iri)).map(Fate::kind);
            if (isFirst(kind, events)) {
                events.clear();
            }
            if (kind.isPresent() || !step.compared()) {
                events.add(new Event(step, kind));
            }
        }
        return List.copyOf(events);
    }

    /** Before it was added for the first time it was not there. */
    private static boolean isFirst(Optional<Change.Kind> kind, List<Event> before) {
        return kind.equals(Optional.of(Change.Kind.ADDED))
                && before.stream().noneMatch(event -> event.kind().isPresent());
    }
}
