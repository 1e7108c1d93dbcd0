package org.samizdat.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.samizdat.release.HomeException;

/** Whether what is to be written will fit on the disk. */
public final class DiskSpace {
    /** Store and dumps of a release for each byte of its N-Quads: 1.4 was measured with a million quads. */
    private static final long TIMES = 2;

    /** What an empty store takes, its sparse files being filled a block each, with room to spare. */
    private static final long FIXED = 32L << 20;

    /** Under this nothing useful can be written any more. */
    private static final long NOTHING = 1L << 20;

    private DiskSpace() {}

    /** @throws HomeException if the release made of these N-Quads would not fit beside what is there */
    static void require(Path home, Path quads) throws IOException {
        require(home, FIXED + TIMES * Files.size(quads), "a release of this size");
    }

    /**
     * Looks whether there is room, before any time is spent.
     *
     * @param what it is that needs so many bytes, as the subject of a sentence
     * @throws HomeException if so much would not fit
     */
    public static void require(Path folder, long bytes, String what) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new HomeException("There is not enough room in " + folder + ": " + what + " needs about "
                    + megabytes(bytes) + " MB, and " + megabytes(free) + " MB are free.");
        }
    }

    static boolean isFull(Path home) {
        try {
            return Files.getFileStore(home).getUsableSpace() < NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1L << 20);
    }
}
