package org.samizdat.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDBException;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * A TDB2 store that is open in this process. TDB2 keeps one connection per folder and process, and whoever lets it go
 * takes it from all others; so the openings of each folder are counted here, and the last to close lets go.
 */
public final class Store implements AutoCloseable {
    private static final Map<Path, Store> OPEN = new HashMap<>();

    private final Path folder;
    private final DatasetGraph dataset;
    private int users;

    private Store(Path folder, DatasetGraph dataset) {
        this.folder = folder;
        this.dataset = dataset;
    }

    /**
     * Opens a store.
     *
     * @throws HomeException if another process has it open, or the folder is read-only
     * @throws InvalidReleaseException if TDB2 cannot open it
     */
    public static Store open(Path folder) throws InvalidReleaseException {
        synchronized (OPEN) {
            Store store = OPEN.get(folder);
            if (store == null) {
                store = new Store(folder, connect(folder));
                OPEN.put(folder, store);
            }
            store.users++;
            return store;
        }
    }

    private static DatasetGraph connect(Path folder) throws InvalidReleaseException {
        if (!Files.isDirectory(folder.resolve("Data-0001"))) {
            throw new InvalidReleaseException("There is no store in " + folder + ".");
        }
        try {
            return DatabaseMgr.connectDatasetGraph(location(folder));
        } catch (DBOpEnvException locked) {
            forget(folder);
            throw inUse(folder, locked.getMessage());
        } catch (TDBException | RuntimeIOException e) {
            forget(folder);
            throw new InvalidReleaseException("The store in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static HomeException inUse(Path folder, String by) {
        return new HomeException("The store in " + folder
                + " is in use by another process; stop that one, or let it do the work. (" + by + ")");
    }

    /**
     * Looks whether nothing but its content can keep this process from opening a store: whoever waits for one to become free need
     * not verify it again and again.
     *
     * @throws HomeException if another process has it open, or the folder is read-only
     */
    static void requireFree(Path folder) {
        synchronized (OPEN) {
            if (OPEN.containsKey(folder) || !Files.isDirectory(folder)) {
                return;
            }
            if (!Files.isWritable(folder)) {
                throw new HomeException(
                        "The store in " + folder + " is on a read-only disk or in a folder of another user. "
                                + "TDB2 must write its lock file there: copy the home to a writable place, or change its owner.");
            }
            holder(folder).ifPresent(holder -> {
                throw inUse(folder, holder);
            });
        }
    }

    /** How TDB2 names a folder. */
    public static Location location(Path folder) {
        return Location.create(folder.toString());
    }

    /** Where TDB2 stopped half-way it keeps its locks; the next opening would fail on them. */
    public static void forget(Path folder) {
        for (Path locked : new Path[] {folder, folder.resolve("Data-0001")}) {
            if (Files.isDirectory(locked)) {
                ProcessFileLock.release(DatabaseConnection.lockForLocation(location(locked)));
            }
        }
    }

    /** The data. All use of it must be inside a transaction. */
    public DatasetGraph dataset() {
        return dataset;
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0) {
                OPEN.remove(folder);
                TDBInternal.expel(dataset);
            }
        }
    }

    /** Whether any process has the store of a release open. */
    static boolean isOpen(Path release) {
        try {
            Path folder = Release.storeFolder(release.toRealPath());
            synchronized (OPEN) {
                return OPEN.containsKey(folder) || holder(folder).isPresent();
            }
        } catch (IOException absent) {
            return false;
        }
    }

    /** The other process that has a store open. Not to be asked of one that is open here: to close its lock file lets the lock go. */
    private static Optional<String> holder(Path folder) {
        Path lock = folder.resolve("tdb.lock");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null
                    ? Optional.of("held by process " + Files.readString(lock).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.toString());
        }
    }
}
