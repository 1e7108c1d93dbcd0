package org.samizdat.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where releases live: {@code releases/{id}/} holds them, {@code current} is a symbolic link to the one that is
 * served, {@code published} lists their ids in the order in which they were switched to, one a line, and {@code history.tsv}
 * tells what each release that was ever current changed.
 *
 * <p>Reading needs no lock. Switching and pruning are for the one process that is publishing.
 */
public final class Home {
    /** How the names of folders in {@code releases/} begin that are being built or deleted. */
    public static final String LEFTOVER = ".unfinished-";

    private static final Logger LOG = LoggerFactory.getLogger(Home.class);
    private static final String ID = "[0-9a-f]{16}";

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** The home in a folder, which need not exist yet. */
    public static Home at(Path folder) {
        return new Home(folder.toAbsolutePath().normalize());
    }

    public Path folder() {
        return folder;
    }

    public Path releasesFolder() {
        return folder.resolve("releases");
    }

    /** Where the queries lie that readers saved. They belong to no release. */
    public Path queriesFolder() {
        return folder.resolve("queries");
    }

    /** The symbolic link to the release that is served. */
    public Path currentLink() {
        return folder.resolve("current");
    }

    /** Where the release of this id lies, if there is one. */
    public Path releaseFolder(String id) {
        return releasesFolder().resolve(id);
    }

    /** What a release says of itself, read without opening its store. */
    public Manifest manifest(String id) throws InvalidReleaseException {
        return ManifestFile.read(releaseFolder(id));
    }

    /** When the manifest of a release was written, which is when it was built; empty if it has none. */
    public Optional<FileTime> written(String id) {
        try {
            return Optional.of(Files.getLastModifiedTime(releaseFolder(id).resolve(ManifestFile.NAME)));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** The compressed N-Quads of all graphs of a release, sorted. */
    public Path quads(Manifest release) {
        return Release.quads(releaseFolder(release.id()), release.name());
    }

    /** The id of the release that was switched to last; empty before the first. */
    public Optional<String> currentId() {
        try {
            return Optional.of(
                    Files.readSymbolicLink(currentLink()).getFileName().toString());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    /** The id of the release that was current before the current one, if it is still kept. */
    public Optional<String> previousId() {
        String current = currentId().orElse("");
        List<String> history = published();
        int last = history.lastIndexOf(current);
        List<String> before = (last < 0 ? history : history.subList(0, last)).reversed();
        return before.stream().filter(id -> !id.equals(current) && isKept(id)).findFirst();
    }

    /**
     * What became current here until a release was last; nothing if that is not known.
     *
     * @throws IOException if the file that tells it cannot be read; the message names it
     */
    public History history(String release) throws IOException {
        return HistoryFile.read(historyFile()).until(release);
    }

    /** Writes down what became current here. To be called before the last of these releases is switched to. */
    public void write(History history) throws IOException {
        HistoryFile.write(historyFile(), history);
    }

    /** The ids of the releases that are kept, in the order in which they were switched to last. */
    public List<String> ids() {
        SequencedSet<String> newestFirst = new LinkedHashSet<>(published().reversed());
        try (Stream<Path> all = Files.list(releasesFolder())) {
            all.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(ID))
                    .sorted()
                    .forEach(newestFirst::add);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        newestFirst.removeIf(id -> !isKept(id));
        return List.copyOf(newestFirst.reversed());
    }

    /**
     * The id that a name means.
     *
     * @param name {@code current}, {@code previous}, an id, or the beginning of one that is kept
     */
    public Optional<String> resolve(String name) {
        return switch (name) {
            case "current" -> currentId();
            case "previous" -> previousId();
            default -> {
                List<String> matching = name.isEmpty()
                        ? List.of()
                        : ids().stream().filter(id -> id.startsWith(name)).toList();
                yield matching.size() == 1 ? Optional.of(matching.getFirst()) : Optional.empty();
            }
        };
    }

    /**
     * Makes a release the current one, in one step: a reader of {@link #currentLink()} sees the old one or the new one.
     *
     * @throws NoReleaseException if there is no such release
     */
    public void switchTo(String id) {
        if (!isKept(id)) {
            throw new NoReleaseException("There is no release " + id + " in " + releasesFolder() + ".");
        }
        try {
            remember(id);
            Path next = folder.resolve(".current-next");
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, Path.of("releases", id));
            Disk.move(next, currentLink());
        } catch (IOException e) {
            throw new HomeException("Cannot switch to release " + id + " in " + folder + ": " + e, e);
        }
    }

    /** Written before the link is replaced: the last line that is the current id tells what came before it either way. */
    private void remember(String id) throws IOException {
        List<String> history = new ArrayList<>(published());
        history.removeIf(old -> !isKept(old));
        history.add(id);
        Disk.write(publishedFile(), String.join("\n", history) + "\n");
    }

    /**
     * Removes all releases but the newest. The current one, and any that a process has open, stay.
     *
     * @param keep how many to keep, the current one among them; at least 1
     */
    public void prune(int keep) {
        List<String> old = new ArrayList<>(ids());
        currentId().ifPresent(old::remove);
        for (String id : old.subList(0, Math.max(0, old.size() - (keep - 1)))) {
            remove(id);
        }
    }

    private void remove(String id) {
        if (Store.isOpen(releaseFolder(id))) {
            LOG.info("Release {} is kept for now, as a process has it open.", id);
            return;
        }
        try {
            // Renamed first, so that no half-deleted folder ever looks like a release.
            Path doomed = releasesFolder().resolve(LEFTOVER + id);
            Disk.move(releaseFolder(id), doomed);
            Disk.delete(doomed);
        } catch (IOException e) {
            LOG.warn("Cannot remove the old release {}: {}", id, e.toString());
        }
    }

    /**
     * Opens the current release; if it is not what was built, the last one that is, with one line in the log saying why.
     *
     * @throws NoReleaseException if there is none to open
     * @throws HomeException if a store cannot be opened here, whatever it holds
     */
    public Release openCurrent() {
        List<String> candidates = new ArrayList<>(ids().reversed());
        currentId().ifPresent(current -> {
            candidates.remove(current);
            candidates.addFirst(current);
        });
        List<String> reasons = new ArrayList<>();
        for (String id : candidates) {
            try {
                Release release = Release.open(releaseFolder(id));
                reasons.forEach(reason -> LOG.error("Serving release {} instead. {}", id, reason));
                return release;
            } catch (InvalidReleaseException e) {
                reasons.add(e.getMessage());
            }
        }
        throw new NoReleaseException(
                reasons.isEmpty()
                        ? "There is no release in " + folder + "; publish one first (samizdat publish)."
                        : "No release in " + folder + " is sound; publish again (samizdat publish). "
                                + String.join(" ", reasons));
    }

    private boolean isKept(String id) {
        return Files.isDirectory(releaseFolder(id), LinkOption.NOFOLLOW_LINKS);
    }

    private Path historyFile() {
        return folder.resolve("history.tsv");
    }

    private Path publishedFile() {
        return folder.resolve("published");
    }

    private List<String> published() {
        try {
            return Files.readAllLines(publishedFile()).stream()
                    .filter(line -> line.matches(ID))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
