package org.samizdat.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.samizdat.diff.QuadLine;
import org.samizdat.diff.QuadLines;
import org.samizdat.release.Release;

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
        return new Dump(quads, Release.dumpFolder(release), name);
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
        Compressed all = Compressed.in(folder, name + ".nq");
        Compressed triples = Compressed.in(folder, name + ".nt");
        try (QuadLines lines = QuadLines.open(quads);
                all;
                triples) {
            for (Optional<QuadLine> next = lines.next(); next.isPresent(); next = lines.next()) {
                QuadLine line = next.get();
                all.write(line);
                if (line.isTriple()) {
                    triples.write(line);
                }
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), all.sum() + triples.sum());
        Files.writeString(folder.resolve("SHA256SUMS.uncompressed"), all.sumOfLines() + triples.sumOfLines());
    }

    /**
     * A file of lines, compressed. Java writes no time into it; yet another zlib may make other bytes of the same lines, so that the
     * lines themselves have a sum too.
     */
    private record Compressed(Path file, String name, DigestOutputStream lines) implements AutoCloseable {
        static Compressed in(Path folder, String name) throws IOException {
            Path file = folder.resolve(name + ".gz");
            OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file), BUFFER);
            return new Compressed(
                    file,
                    name,
                    new DigestOutputStream(new BufferedOutputStream(gzip, BUFFER), DigestUtils.getSha256Digest()));
        }

        void write(QuadLine line) throws IOException {
            lines.write(line.bytes());
            lines.write('\n');
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }

        String sum() {
            return ReleaseBuilder.sha256(file) + "  " + file.getFileName() + "\n";
        }

        String sumOfLines() {
            return HexFormat.of().formatHex(lines.getMessageDigest().digest()) + "  " + name + "\n";
        }
    }
}
