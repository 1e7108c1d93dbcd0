package org.samizdat.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which build of the software this is: a new one may render the same release differently.
 *
 * @param id the same for the same bytes of the software
 * @param modified when its newest file was made
 */
public record Build(String id, Instant modified) {
    /** The build that this class is part of: a jar, or a folder of classes. */
    public static Build running() {
        try {
            return of(Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("The software cannot read its own files.", e);
        }
    }

    private static Build of(Path code) throws IOException {
        try (Stream<Path> walk = Files.walk(code)) {
            List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Instant newest = Instant.EPOCH;
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
                Instant modified = Files.getLastModifiedTime(file).toInstant();
                newest = modified.isAfter(newest) ? modified : newest;
            }
            return new Build(HexFormat.of().formatHex(digest.digest(), 0, 4), newest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
