package org.samizdat.release;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What it takes that files are still there, and whole, after the power fails. */
public final class Disk {
    private Disk() {}

    /** Writes everything below a folder through to the disk: each file, then each folder. */
    public static void sync(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            syncOne(path);
        }
    }

    /** Writes one file or folder through to the disk. */
    static void syncOne(Path path) throws IOException {
        // A folder can only be opened for reading; Linux syncs it all the same.
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Renames in one step, which lasts once this returns. */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        syncOne(to.getParent());
    }

    /** Replaces a file's content in one step. */
    public static void write(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, content, StandardCharsets.UTF_8);
        syncOne(part);
        move(part, file);
    }

    /** Deletes a folder and all in it. */
    public static void delete(Path folder) throws IOException {
        for (Path path : deepestFirst(folder)) {
            Files.delete(path);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
