package org.samizdat.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;
import org.samizdat.release.Canaries;
import org.samizdat.release.Canary;
import org.samizdat.release.Disk;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.samizdat.release.ManifestFile;
import org.samizdat.release.Release;
import org.samizdat.release.Store;
import org.samizdat.release.StoredFile;
import org.samizdat.search.TextIndexer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a release in a folder of its own, which becomes a release by being renamed when all is written and verified. */
final class ReleaseBuilder {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseBuilder.class);
    private static final int ID_LENGTH = 16;

    private final Home home;
    private final Stage.Progress progress;

    ReleaseBuilder(Home home, Stage.Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    /** The id of the release that has these N-Quads. */
    static String id(Path quads) {
        return ReleaseSource.sha256(quads).substring(0, ID_LENGTH);
    }

    /**
     * Builds the release and puts it in its place. Whatever goes wrong, the unfinished folder is removed: TDB2 can leave a
     * store unsound after an abort, so that nothing is ever continued.
     */
    void build(ReleaseSource source, String id) {
        // Never twice the same path: after a failure TDB2 may not let go of the store that it made there.
        Path unfinished = home.releaseFolder(Home.LEFTOVER + UUID.randomUUID());
        try {
            DiskSpace.require(home.folder(), source.quads());
            Files.createDirectory(unfinished);
            fill(unfinished, source, id);
            place(unfinished, id);
        } catch (IOException | RuntimeException | InternalError e) {
            // A full disk shows as an InternalError where a file is mapped into memory.
            HomeException failure = failure(id, e);
            discard(unfinished);
            throw failure;
        } catch (InvalidReleaseException e) {
            discard(unfinished);
            throw new HomeException("The new release was written, but is not sound. " + e.getMessage(), e);
        }
    }

    private HomeException failure(String id, Throwable e) {
        if (e instanceof HomeException clear) {
            return clear;
        }
        String reason = DiskSpace.isFull(home.folder())
                ? "The disk is full; make room and publish again."
                : "What failed: " + e;
        return new HomeException("Release " + id + " could not be built in " + home.folder() + ". " + reason, e);
    }

    private void fill(Path unfinished, ReleaseSource source, String id) throws IOException, InvalidReleaseException {
        Path store = Release.storeFolder(unfinished);
        progress.at(Stage.LOADING, 0);
        Census census;
        try (Dump dump = Dump.start(source, unfinished)) {
            census = load(source, store, Release.indexFolder(unfinished));
            dump.finish();
        }
        progress.at(Stage.COMPARING, 0);
        List<Canary> canaries = canaries(store, census);
        progress.at(Stage.SYNCING, 0);
        Disk.sync(unfinished);
        progress.at(Stage.DESCRIBING, 0);
        ManifestFile.write(unfinished, manifest(source, id, census, StoredFile.list(unfinished), canaries));
        progress.at(Stage.VERIFYING, 0);
        Release.open(unfinished).close();
    }

    /** With the index of words written beside, so that the quads are read once. */
    private Census load(ReleaseSource source, Path store, Path index) throws IOException {
        TextIndexer indexer = TextIndexer.open(source.base(), index);
        try (indexer) {
            return StoreLoader.load(source, store, indexer::before, progress);
        }
    }

    private static List<Canary> canaries(Path store, Census census) throws InvalidReleaseException {
        try (Store opened = Store.open(store)) {
            census.compare(opened.dataset());
            return Canaries.ask(opened.dataset(), census.sample());
        }
    }

    private static Manifest manifest(
            ReleaseSource source, String id, Census census, List<StoredFile> files, List<Canary> canaries) {
        return new Manifest(
                id,
                source.base(),
                source.name(),
                source.title(),
                source.version(),
                source.modified(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Stream.of(source.software(), "Apache Jena " + ARQ.VERSION)
                        .sorted()
                        .toList(),
                source.prefixes(),
                census.triples(),
                census.classes(),
                source.inputs(),
                files,
                canaries);
    }

    private void place(Path unfinished, String id) throws IOException {
        progress.at(Stage.PLACING, 0);
        Disk.sync(unfinished);
        Path place = home.releaseFolder(id);
        if (Files.exists(place)) {
            Path damaged = home.releaseFolder(Home.LEFTOVER + "damaged-" + id);
            Disk.move(place, damaged);
            Disk.move(unfinished, place);
            Disk.delete(damaged);
        } else {
            Disk.move(unfinished, place);
        }
    }

    private static void discard(Path unfinished) {
        try {
            if (Files.exists(unfinished)) {
                Disk.delete(unfinished);
            }
        } catch (IOException e) {
            LOG.warn("Cannot remove {}; the next publishing will. {}", unfinished, e.toString());
        }
    }
}
