package org.samizdat.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;

/**
 * The files for download: {@code dump/{name}.nq.gz} with all graphs, {@code dump/{name}.nt.gz} with the default graph, both
 * sorted, and {@code dump/SHA256SUMS}. They are written on a thread of their own while the store is loaded.
 */
final class Dump implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("dump").factory());
    private final Future<?> writing;

    private Dump(Path quads, Path folder, String name) {
        writing = thread.submit(() -> {
            write(quads, folder, name);
            return true;
        });
    }

    /** Begins to write the dumps of a release into its folder. */
    static Dump start(Path quads, Path release, String name) {
        return new Dump(quads, folder(release), name);
    }

    /** Where the N-Quads of a release lie. */
    static Path quads(Path release, String name) {
        return folder(release).resolve(name + ".nq.gz");
    }

    private static Path folder(Path release) {
        return release.resolve("dump");
    }

    /** Waits until all is written. */
    void finish() throws IOException {
        try {
            writing.get();
        } catch (ExecutionException e) {
            throw new IOException(
                    "The dumps could not be written: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the dumps were written.", e);
        }
    }

    /** Stops the writing where it has not ended. */
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }

    private static void write(Path quads, Path folder, String name) throws IOException {
        Files.createDirectory(folder);
        Path all = folder.resolve(name + ".nq.gz");
        Path triples = folder.resolve(name + ".nt.gz");
        try (QuadLines lines = QuadLines.open(quads);
                OutputStream allOut = gzip(all);
                OutputStream triplesOut = gzip(triples)) {
            for (Optional<QuadLine> next = lines.next(); next.isPresent(); next = lines.next()) {
                QuadLine line = next.get();
                write(line, allOut);
                if (line.isTriple()) {
                    write(line, triplesOut);
                }
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sum(all) + sum(triples));
    }

    /** Java writes no time into the header, so that the same lines give the same bytes. */
    private static OutputStream gzip(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER);
    }

    private static void write(QuadLine line, OutputStream out) throws IOException {
        out.write(line.bytes());
        out.write('\n');
    }

    private static String sum(Path file) {
        return ReleaseBuilder.sha256(file) + "  " + file.getFileName() + "\n";
    }
}
