package org.samizdat.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SortedMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/**
 * What a release is built from.
 *
 * @param quads N-Quads of all graphs in canonical form, a line each, sorted by bytes, no line twice, no blank nodes
 * @param base the base IRI of the publication as it is built, ending in {@code /}
 * @param inferred the IRI of the graph of all triples that were inferred; each of them is in the default graph too
 * @param name the publication's short name; the dumps are called by it
 * @param title the publication's title
 * @param version the publication's own version; may be empty
 * @param modified the date that the publication says it was changed
 * @param software name and version of the software that builds
 * @param prefixes namespace IRIs by prefix, for all that is written from the release
 * @param inputs SHA-256 in hexadecimal of each file that the quads were made from, by its path
 */
public record ReleaseSource(
        Path quads,
        String base,
        String inferred,
        String name,
        String title,
        String version,
        LocalDate modified,
        String software,
        SortedMap<String, String> prefixes,
        SortedMap<String, String> inputs) {
    /** The SHA-256 of a file, in hexadecimal digits. */
    public static String sha256(Path file) {
        try {
            return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
