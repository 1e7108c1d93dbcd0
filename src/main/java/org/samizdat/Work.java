package org.samizdat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.FileUtils;
import org.samizdat.release.HomeException;

/** A folder for the files of one run. Gone afterwards; what a killed run left is removed by the next one. */
final class Work {
    /** Locked as long as the run lasts: that is how the next one knows what was left. */
    private static final String LOCK = "samizdat.lock";

    private Work() {}

    /** What needs a folder for its files. */
    @FunctionalInterface
    interface Task<T> {
        T run(Path folder) throws IOException;
    }

    /**
     * Runs a task with a folder below the one that it is for, so that files can be moved there in one step.
     *
     * @throws HomeException if that folder cannot be written, is full, or another run has it
     */
    static <T> T in(Path place, Task<T> task) throws IOException {
        Path folder = place.resolve(".work");
        if (isInUse(folder)) {
            throw new HomeException("Another process is writing in " + place + "; wait until it has ended.");
        }
        FileUtils.deleteDirectory(folder.toFile());
        return run(place, Files.createDirectories(folder), task);
    }

    /** Runs a task with a folder among the temporary files of the machine. */
    static <T> T elsewhere(Task<T> task) throws IOException {
        Path place = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(place, "samizdat-*")) {
            for (Path folder : earlier) {
                if (Files.exists(folder.resolve(LOCK)) && !isInUse(folder)) {
                    FileUtils.deleteQuietly(folder.toFile());
                }
            }
        }
        return run(place, Files.createTempDirectory(place, "samizdat-"), task);
    }

    private static <T> T run(Path place, Path folder, Task<T> task) throws IOException {
        Path file = folder.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return task.run(folder);
        } catch (UncheckedIOException e) {
            throw explained(place, e.getCause());
        } catch (IOException e) {
            throw explained(place, e);
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private static boolean isInUse(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    /** A failure to write, told so that one knows where and what to do; any other stays what it is. */
    private static IOException explained(Path place, IOException e) {
        boolean elsewhere = e instanceof FileSystemException named
                && named.getFile() != null
                && !Path.of(named.getFile()).toAbsolutePath().startsWith(place.toAbsolutePath());
        if (elsewhere) {
            return e;
        }
        throw new HomeException(
                "Writing in " + place + " failed: " + e.getMessage()
                        + ". Make room on that disk, or use another one, and run the command again.",
                e);
    }
}
