package org.samizdat.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.samizdat.release.Disk;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to change a home, which one process has at a time, and what is done with it. */
public final class Publishing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    /** The homes being published to by this process: file locks are between processes only. */
    private static final Set<Path> HERE = new HashSet<>();

    private final Home home;
    private final FileChannel channel;

    private Publishing(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** What publishing came to. */
    public enum Outcome {
        /** A new release was built and switched to. */
        NEW,
        /** The result equals the current release; nothing was changed. */
        UNCHANGED,
        /** The result equals an older release that is still kept; that one was switched to. */
        SWITCHED_BACK
    }

    /**
     * The release that is current now.
     *
     * @param id its id
     * @param outcome how it came to be current
     */
    public record Published(String id, Outcome outcome) {}

    /**
     * Takes the right to publish, and removes what a killed process left in the home.
     *
     * @throws HomeException if another process is publishing there, or the home cannot be written
     */
    public static Publishing start(Home home) {
        Path folder = home.folder();
        synchronized (HERE) {
            if (!HERE.add(folder)) {
                throw busy(home);
            }
        }
        try {
            return started(home);
        } catch (RuntimeException | Error e) {
            release(folder);
            throw e;
        }
    }

    private static Publishing started(Home home) {
        try {
            Files.createDirectories(home.releasesFolder());
            FileChannel channel = FileChannel.open(
                    home.folder().resolve("publishing.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw busy(home);
            }
            Publishing publishing = new Publishing(home, channel);
            publishing.removeLeftovers();
            return publishing;
        } catch (IOException e) {
            throw new HomeException(
                    "Cannot write in " + home.folder() + "; name a folder that can be written with --home. (" + e + ")",
                    e);
        }
    }

    private static HomeException busy(Home home) {
        return new HomeException("Another process is publishing to " + home.folder() + "; wait until it has ended.");
    }

    private void removeLeftovers() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> all = Files.list(home.releasesFolder())) {
            leftovers = all.filter(path -> path.getFileName().toString().startsWith(Home.LEFTOVER))
                    .toList();
        }
        for (Path leftover : leftovers) {
            LOG.info("Removing {}, which an interrupted run left.", leftover);
            Disk.delete(leftover);
        }
    }

    /**
     * Builds a release, verifies it, switches to it and removes old ones. Whatever fails, the current release stays as it
     * is. If the result equals a kept release, none is built; a current release that is damaged is built again.
     *
     * @param keep how many releases to keep, the current one among them
     * @throws HomeException if the home cannot take the release
     */
    public Published publish(ReleaseSource source, int keep, Stage.Progress progress) {
        progress.at(Stage.IDENTIFYING, 0);
        String id = ReleaseBuilder.id(source.quads());
        boolean sound = isSound(id);
        boolean current = home.currentId().filter(id::equals).isPresent();
        if (!sound) {
            new ReleaseBuilder(home, progress).build(source, id);
        }
        if (!current) {
            progress.at(Stage.SWITCHING, 0);
            NextStep.in(home).record(id);
            home.switchTo(id);
        }
        progress.at(Stage.PRUNING, 0);
        home.prune(keep);
        return new Published(id, !sound ? Outcome.NEW : current ? Outcome.UNCHANGED : Outcome.SWITCHED_BACK);
    }

    private boolean isSound(String id) {
        if (!Files.exists(home.releaseFolder(id))) {
            return false;
        }
        try {
            Release.check(home.releaseFolder(id));
            return true;
        } catch (InvalidReleaseException e) {
            LOG.warn("Building release {} again. {}", id, e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("Cannot close the lock of {}: {}", home.folder(), e.toString());
        } finally {
            release(home.folder());
        }
    }

    private static void release(Path folder) {
        synchronized (HERE) {
            HERE.remove(folder);
        }
    }
}
