package org.samizdat.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samizdat.http.HttpProblem;
import org.samizdat.release.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queries that were saved, a file for each. There is room for so many; when it is full no more are taken, and none is ever
 * deleted.
 */
public final class SavedQueries {
    private static final Logger LOG = LoggerFactory.getLogger(SavedQueries.class);
    private static final String ENDING = ".rq";

    /**
     * What is kept.
     *
     * @param isNew whether it was not before
     */
    record Kept(SavedQuery query, boolean isNew) {}

    private final Path folder;
    private final int most;
    private final long bytes;

    /**
     * @param folder which need not exist yet
     * @param most how many there may be
     * @param bytes how large they may be together
     */
    public SavedQueries(Path folder, int most, long bytes) {
        this.folder = folder;
        this.most = most;
        this.bytes = bytes;
    }

    /** With room for five thousand, and for 32 MB. */
    public static SavedQueries in(Path folder) {
        return new SavedQueries(folder, 5_000, 32L << 20);
    }

    /** @param name whatever stands in an address */
    public Optional<SavedQuery> find(String name) {
        if (!SavedQuery.isHash(name)) {
            return Optional.empty();
        }
        try {
            return SavedQuery.read(name, Files.readString(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String hash) {
        return folder.resolve(hash + ENDING);
    }

    /** How many there are; this only ever grows. */
    public int count() {
        return files().size();
    }

    /** All of them, in the order of their hashes. */
    public List<SavedQuery> all() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .sorted()
                .flatMap(hash -> find(hash).stream())
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a query. Who saves a text that is kept already finds it as it was saved first.
     *
     * @throws HttpProblem if there is no room
     */
    synchronized Kept keep(SavedQuery query) {
        try {
            Optional<SavedQuery> known = find(query.hash());
            return known.isPresent() ? known(known.get(), query) : write(query);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("A query cannot be saved in {}.", folder, e);
            throw HttpProblem.of(503, "Not saved", "The query cannot be kept just now.")
                    .advising("Try again later; the query itself can be asked as ever.")
                    .retryAfter(600);
        }
    }

    private static Kept known(SavedQuery known, SavedQuery query) {
        if (!known.text().equals(query.text())) {
            throw HttpProblem.of(409, "Address taken", "Another query happens to have the address of this one.")
                    .advising("Change a comment in it, and save it again.");
        }
        return new Kept(known, false);
    }

    private Kept write(SavedQuery query) throws IOException {
        Files.createDirectories(folder);
        requireRoom(query);
        Disk.write(file(query.hash()), query.file());
        return new Kept(query, true);
    }

    private void requireRoom(SavedQuery query) throws IOException {
        List<Path> files = files();
        long used = query.file().getBytes(StandardCharsets.UTF_8).length;
        for (Path file : files) {
            used += Files.size(file);
        }
        if (files.size() >= most || used > bytes) {
            LOG.warn("There is no room for more saved queries in {}: it has {} of {}.", folder, files.size(), most);
            throw HttpProblem.of(507, "No room", "There is no room here for more saved queries.")
                    .advising("Keep the query yourself: it can be asked as ever. Those that are saved stay.");
        }
    }
}
