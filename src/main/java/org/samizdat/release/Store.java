package org.samizdat.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
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
final class Store implements AutoCloseable {
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
    static Store open(Path folder) throws InvalidReleaseException {
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
        if (!Files.isWritable(folder)) {
            throw new HomeException(
                    "The store in " + folder + " is on a read-only disk or in a folder of another user. "
                            + "TDB2 must write its lock file there: copy the home to a writable place, or change its owner.");
        }
        try {
            return DatabaseMgr.connectDatasetGraph(location(folder));
        } catch (DBOpEnvException locked) {
            forget(folder);
            throw new HomeException(
                    "The store in " + folder + " is in use by another process; stop that one, or let it do the work. ("
                            + locked.getMessage() + ")",
                    locked);
        } catch (TDBException | RuntimeIOException e) {
            forget(folder);
            throw new InvalidReleaseException("The store in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
    }

    static Location location(Path folder) {
        return Location.create(folder.toString());
    }

    /** Where TDB2 stopped half-way it keeps its locks; the next opening would fail on them. */
    static void forget(Path folder) {
        for (Path locked : new Path[] {folder, folder.resolve("Data-0001")}) {
            if (Files.isDirectory(locked)) {
                ProcessFileLock.release(DatabaseConnection.lockForLocation(location(locked)));
            }
        }
    }

    DatasetGraph dataset() {
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

    /** Whether any process has a store below this folder open. */
    static boolean isOpen(Path release) {
        synchronized (OPEN) {
            // Asked first: to open and close a lock file of this process would release the lock.
            return OPEN.keySet().stream().anyMatch(store -> store.startsWith(release)) || isLocked(release);
        }
    }

    private static boolean isLocked(Path release) {
        Path lock = Release.storeFolder(release).resolve("tdb.lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (IOException e) {
            return true;
        }
    }
}
