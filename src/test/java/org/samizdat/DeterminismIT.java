package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same input gives the same bytes, on any machine: other time zone, locale, default charset and number of processors. */
class DeterminismIT {
    @TempDir
    private Path folder;

    @Test
    void twoMachinesPublishTheSameBytes() throws Exception {
        Map<String, String> here = publish(
                "here",
                "-XX:ActiveProcessorCount=1",
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1");
        Map<String, String> there = publish(
                "there",
                "-XX:ActiveProcessorCount=4",
                "-Duser.timezone=America/Caracas",
                "-Duser.language=ar",
                "-Duser.country=SA",
                "-Dfile.encoding=UTF-8");

        assertEquals(here, there);
        assertNotEquals(Map.of(), here);
    }

    @Test
    void theCommittedTurtleIsWhatTheTablesSay() throws Exception {
        publish("fresh");

        assertEquals(hashes(Path.of("data-ttl"), ".ttl"), hashes(folder.resolve("fresh/data-ttl"), ".ttl"));
    }

    /** Publishes in a process of its own. Gives the SHA-256 of each Turtle file and dump by name, and the release's id. */
    private Map<String, String> publish(String name, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve(name);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.samizdat.Samizdat",
                "publish",
                "--home",
                out.resolve("home").toString(),
                "--data-ttl",
                out.resolve("data-ttl").toString()));
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> read(log));

        Map<String, String> made = hashes(out.resolve("data-ttl"), ".ttl");
        Path release = out.resolve("home/current").toRealPath();
        made.putAll(hashes(release.resolve("dump"), ".gz"));
        made.put("id", release.getFileName().toString());
        return made;
    }

    private static Map<String, String> hashes(Path folder, String ending) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                hashes.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(DigestUtils.sha256(Files.readAllBytes(file))));
            }
        }
        return hashes;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
