package org.samizdat.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.samizdat.diff.QuadLine;
import org.samizdat.diff.QuadLines;
import org.samizdat.release.Release;

/**
 * The files for download, sorted: {@code dump/{name}.nq.gz} with all graphs, {@code dump/{name}.nt.gz} with the default graph,
 * {@code dump/{name}.stated.nt.gz} with what of it was not inferred; and {@code dump/SHA256SUMS}. They are written on a thread of
 * their own while the store is loaded.
 */
final class Dump implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("dump").factory());
    private final Future<?> writing;

    private Dump(ReleaseSource source, Path folder) {
        writing = thread.submit(() -> {
            write(source, folder);
            return true;
        });
    }

    /** Begins to write the dumps of a release into its folder. */
    static Dump start(ReleaseSource source, Path release) {
        return new Dump(source, Release.dumpFolder(release));
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

    private static void write(ReleaseSource source, Path folder) throws IOException {
        Files.createDirectory(folder);
        byte[] inferred = ("<" + source.inferred() + ">").getBytes(StandardCharsets.UTF_8);
        Compressed all = Compressed.in(folder, source.name() + ".nq");
        Compressed triples = Compressed.in(folder, source.name() + ".nt");
        Compressed stated = Compressed.in(folder, source.name() + ".stated.nt");
        try (QuadLines lines = QuadLines.open(source.quads());
                all;
                triples;
                stated) {
            Optional<QuadLine> triple = Optional.empty();
            for (Optional<QuadLine> next = lines.next(); next.isPresent(); next = lines.next()) {
                QuadLine line = next.get();
                all.write(line);
                if (line.isTriple()) {
                    triples.write(line);
                    stated.write(triple);
                    triple = next;
                } else if (line.isOf(inferred)) {
                    // In the order of bytes a triple comes right before its repetitions in named graphs.
                    triple = Optional.empty();
                }
            }
            stated.write(triple);
        }
        List<Compressed> files = List.of(all, triples, stated);
        Files.writeString(folder.resolve("SHA256SUMS"), joined(files, Compressed::sum));
        Files.writeString(folder.resolve("SHA256SUMS.uncompressed"), joined(files, Compressed::sumOfLines));
    }

    private static String joined(List<Compressed> files, Function<Compressed, String> line) {
        return files.stream().map(line).collect(Collectors.joining());
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

        void write(Optional<QuadLine> line) throws IOException {
            if (line.isPresent()) {
                write(line.get());
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }

        String sum() {
            return ReleaseSource.sha256(file) + "  " + file.getFileName() + "\n";
        }

        String sumOfLines() {
            return HexFormat.of().formatHex(lines.getMessageDigest().digest()) + "  " + name + "\n";
        }
    }
}
