package org.samizdat.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A file of a release as it was built.
 *
 * @param path its path below the release's folder, with {@code /} between the names
 * @param size in bytes
 * @param crc32c the CRC-32C (RFC 3720) of its bytes, which tells accidents, not attacks
 */
public record StoredFile(String path, long size, long crc32c) implements Comparable<StoredFile> {
    /** TDB2 writes the id of the process into it; opening it by anybody else would release TDB2's lock. */
    private static final String LOCK = "tdb.lock";

    private static final long CHUNK = 1L << 30;

    /** All files below {@code folder} in order of path, save the locks and the manifest. */
    static List<StoredFile> list(Path folder) throws IOException {
        List<StoredFile> files = new ArrayList<>();
        for (Path file : regularFiles(folder)) {
            files.add(of(folder, file));
        }
        return files.stream().sorted().toList();
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LOCK))
                    .filter(file -> !file.equals(folder.resolve(ManifestFile.NAME)))
                    .toList();
        }
    }

    private static StoredFile of(Path folder, Path file) throws IOException {
        String path = folder.relativize(file).toString().replace('\\', '/');
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            CRC32C crc = new CRC32C();
            for (long at = 0; at < size; at += CHUNK) {
                crc.update(channel.map(MapMode.READ_ONLY, at, Math.min(CHUNK, size - at)));
            }
            return new StoredFile(path, size, crc.getValue());
        }
    }

    @Override
    public int compareTo(StoredFile other) {
        return path.compareTo(other.path);
    }
}
