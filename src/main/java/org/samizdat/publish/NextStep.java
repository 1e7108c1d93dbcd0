package org.samizdat.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.samizdat.diff.Change;
import org.samizdat.diff.ReleaseDiff;
import org.samizdat.release.History;
import org.samizdat.release.History.Fate;
import org.samizdat.release.History.Step;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into a home's history what the release changes that becomes current next. */
record NextStep(Home home) {
    private static final Logger LOG = LoggerFactory.getLogger(NextStep.class);

    /** Bytes of compressed dumps that are compared: some seconds' work, and little beside building the release. */
    private static final long COMPARED = 32L << 20;

    /** What changes more has another reason than the records, and would be long to keep. */
    private static final int MOST_RECORDS = 20_000;

    static NextStep in(Home home) {
        return new NextStep(home);
    }

    /** @throws HomeException if the history cannot be read or written */
    void record(String id) {
        try {
            Optional<String> before = home.currentId();
            // What an interrupted run wrote of a release that it did not switch to is left out.
            History past = before.isPresent() ? home.history(before.get()) : History.NONE;
            home.write(past.and(step(before, home.manifest(id))));
        } catch (IOException e) {
            throw new HomeException(
                    "The history of " + home.folder() + " cannot be continued; mend its file or move it away. "
                            + e.getMessage(),
                    e);
        } catch (InvalidReleaseException e) {
            throw new HomeException(e.getMessage(), e);
        }
    }

    private Step step(Optional<String> before, Manifest next) {
        Optional<SortedMap<String, Fate>> records =
                before.flatMap(id -> compare(id, next)).filter(changed -> changed.size() <= MOST_RECORDS);
        return new Step(
                next.id(),
                next.version(),
                next.modified(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                next.triples().values().stream().mapToLong(Long::longValue).sum(),
                records.isPresent(),
                records.orElseGet(TreeMap::new));
    }

    private Optional<SortedMap<String, Fate>> compare(String before, Manifest next) {
        try {
            Path old = home.quads(home.manifest(before));
            Path now = home.quads(next);
            return Files.size(old) + Files.size(now) < COMPARED
                    ? Optional.of(records(ReleaseDiff.between(old, now)))
                    : Optional.empty();
        } catch (IOException | InvalidReleaseException e) {
            LOG.warn("What release {} changes cannot be told. {}", next.id(), e.toString());
            return Optional.empty();
        }
    }

    private static SortedMap<String, Fate> records(ReleaseDiff diff) {
        SortedMap<String, Fate> records = new TreeMap<>();
        for (Change change : diff.changes()) {
            String subject = change.subject();
            records.put(subject.substring(1, subject.length() - 1), new Fate(change.kind(), change.isClaim()));
        }
        return records;
    }
}
