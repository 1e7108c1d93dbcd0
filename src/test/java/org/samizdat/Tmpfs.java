package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A small disk in memory. */
public record Tmpfs(Path folder) implements AutoCloseable {
    /** @param size as mount takes it, such as 64m */
    public static Tmpfs mount(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString());
        Required.orSkip(mounted, "This test mounts a small disk, which only root may do.");
        return new Tmpfs(folder);
    }

    /** Leaves no room for anything else. */
    public static void fill(Path filler) {
        byte[] zeros = new byte[1 << 12];
        try (var out = FileChannel.open(filler, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (true) {
                out.write(ByteBuffer.wrap(zeros));
            }
        } catch (IOException full) {
            // That was the aim.
        }
    }

    public void makeReadOnly() throws IOException {
        assertTrue(run("mount", "-o", "remount,ro", folder.toString()));
    }

    @Override
    public void close() throws IOException {
        // Lazily: memory that TDB2 has mapped is let go when it is collected.
        assertTrue(run("umount", "--lazy", folder.toString()));
    }

    private static boolean run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.onExit().join().exitValue() == 0;
    }
}
