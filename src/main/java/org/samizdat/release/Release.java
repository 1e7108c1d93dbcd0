package org.samizdat.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.samizdat.search.TextIndex;

/** A release that was opened and found to be what was built. Its data set is for reading only. */
public final class Release implements AutoCloseable {
    private final Path folder;
    private final Manifest manifest;
    private final Store store;
    private final TextIndex index;

    private Release(Path folder, Manifest manifest, Store store, TextIndex index) {
        this.folder = folder;
        this.manifest = manifest;
        this.store = store;
        this.index = index;
    }

    /**
     * Opens a release after checking that its manifest is complete, that each of its files has the size and checksum it
     * was built with, and that the canary queries give their answers.
     *
     * @param folder the release's folder; symbolic links are resolved, so that a later switch does not change it
     * @throws InvalidReleaseException if the folder is no release, or not any more what was built
     * @throws HomeException if the store is in use by another process, or its folder is read-only
     */
    public static Release open(Path folder) throws InvalidReleaseException {
        Path real = realPath(folder);
        Store.requireFree(storeFolder(real));
        Manifest manifest = check(real);
        TextIndex index = openIndex(real);
        Release release = new Release(real, manifest, openStore(real, index), index);
        try {
            Canaries.check(release.dataset(), manifest.canaries(), real);
            return release;
        } catch (InvalidReleaseException | RuntimeException | Error e) {
            release.close();
            throw e;
        }
    }

    private static Store openStore(Path folder, TextIndex index) throws InvalidReleaseException {
        try {
            return Store.open(storeFolder(folder));
        } catch (InvalidReleaseException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private static TextIndex openIndex(Path folder) throws InvalidReleaseException {
        try {
            return TextIndex.open(indexFolder(folder));
        } catch (IOException e) {
            throw new InvalidReleaseException(
                    "The text index of the release in " + folder + " cannot be read: " + e, e);
        }
    }

    /**
     * Checks all of a release that can be checked while another process has it open: its manifest and its files.
     *
     * @throws InvalidReleaseException as {@link #open} does
     */
    public static Manifest check(Path folder) throws InvalidReleaseException {
        Manifest manifest = ManifestFile.read(folder);
        checkFiles(folder, manifest.files());
        if (!Files.isDirectory(indexFolder(folder))) {
            throw new InvalidReleaseException("The release in " + folder
                    + " was built by an older version, without a text index; publish again.");
        }
        return manifest;
    }

    /** Where the store of a release lies. */
    public static Path storeFolder(Path release) {
        return release.resolve("store");
    }

    /** Where the files for download of a release lie. */
    public static Path dumpFolder(Path release) {
        return release.resolve("dump");
    }

    static Path quads(Path release, String name) {
        return dumpFolder(release).resolve(name + ".nq.gz");
    }

    /** Where the index of words of a release lies. */
    public static Path indexFolder(Path release) {
        return release.resolve("text");
    }

    private static Path realPath(Path folder) throws InvalidReleaseException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new InvalidReleaseException("There is no release in " + folder + ".", e);
        }
    }

    private static void checkFiles(Path folder, List<StoredFile> expected) throws InvalidReleaseException {
        try {
            Map<String, StoredFile> found = new HashMap<>();
            for (StoredFile file : StoredFile.list(folder)) {
                found.put(file.path(), file);
            }
            for (StoredFile file : expected) {
                checkFile(folder, file, found.remove(file.path()));
            }
            if (!found.isEmpty()) {
                throw new InvalidReleaseException(
                        "The release in " + folder + " has a file that was not built with it: "
                                + found.keySet().stream().sorted().findFirst().orElseThrow() + ".");
            }
        } catch (IOException e) {
            throw new InvalidReleaseException("The release in " + folder + " cannot be read: " + e, e);
        }
    }

    private static void checkFile(Path folder, StoredFile expected, StoredFile found) throws InvalidReleaseException {
        String difference = found == null
                ? "is missing"
                : found.size() != expected.size()
                        ? "has " + found.size() + " bytes instead of " + expected.size()
                        : found.crc32c() != expected.crc32c() ? "has other bytes than it was built with" : "";
        if (!difference.isEmpty()) {
            throw new InvalidReleaseException(
                    "The release in " + folder + " is damaged: " + expected.path() + " " + difference + ".");
        }
    }

    public String id() {
        return manifest.id();
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The data. All use of it must be inside a transaction. */
    public DatasetGraph dataset() {
        return store.dataset();
    }

    /** For finding things by words, and for lists in order of names. */
    public TextIndex index() {
        return index;
    }

    /** The release's own folder, never the link to it. */
    public Path folder() {
        return folder;
    }

    /** The compressed N-Quads of all graphs, sorted. */
    public Path quads() {
        return quads(folder, manifest.name());
    }

    /** Lets the store go. No transaction may be running, and the data set must not be used any more. */
    @Override
    public void close() {
        store.close();
        index.close();
    }
}
