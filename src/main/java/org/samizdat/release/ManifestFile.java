package org.samizdat.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.zip.CRC32C;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * {@code manifest.ttl}, the last file that is written into a release: a folder without a complete one is no release. Its
 * last line is the CRC-32C of all before it, since half a Turtle file can be Turtle too.
 */
public final class ManifestFile {
    static final String NAME = "manifest.ttl";

    /** Relative addresses in the file are resolved against this, wherever the folder lies. */
    static final String BASE = "release:/";

    private static final String END = "# crc32c ";

    private ManifestFile() {}

    /** Writes a manifest into the folder of its release. */
    public static void write(Path release, Manifest manifest) throws IOException {
        Graph graph = ManifestGraph.of(manifest);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).base(BASE).output(out);
        String turtle = out.toString(StandardCharsets.UTF_8);
        Disk.write(release.resolve(NAME), turtle + END + checksum(turtle) + "\n");
    }

    /** @throws InvalidReleaseException if there is no manifest, or it is not complete */
    static Manifest read(Path release) throws InvalidReleaseException {
        try {
            String text = Files.readString(release.resolve(NAME));
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(withoutEnd(text, release), Lang.TURTLE)
                    .base(BASE)
                    .parse(graph);
            return ManifestGraph.read(graph);
        } catch (NoSuchFileException e) {
            throw new InvalidReleaseException(release + " holds no complete release: it has no " + NAME + ".", e);
        } catch (IOException e) {
            throw new InvalidReleaseException(release + " cannot be read: " + e, e);
        } catch (RiotException | IllegalArgumentException | DateTimeException e) {
            throw damaged(release);
        }
    }

    private static String withoutEnd(String text, Path release) throws InvalidReleaseException {
        int end = Math.max(text.lastIndexOf(END), 0);
        String turtle = text.substring(0, end);
        if (!text.substring(end).equals(END + checksum(turtle) + "\n")) {
            throw damaged(release);
        }
        return turtle;
    }

    private static InvalidReleaseException damaged(Path release) {
        return new InvalidReleaseException(
                release + " holds no complete release: its " + NAME + " is cut off or changed.");
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
