package org.samizdat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The two places that a publication is published to, in a folder. */
record Published(Path home, Path turtle) {
    static Published in(Path folder) {
        return new Published(folder.resolve("home"), folder.resolve("data-ttl"));
    }

    /** Publishes to both places, in this process. */
    Run publish(Path publication) {
        return Run.samizdat(
                "publish",
                "--publication",
                publication.toString(),
                "--home",
                home.toString(),
                "--data-ttl",
                turtle.toString());
    }

    /** All that is published: each file of data-ttl by name, and where {@code current} leads. */
    Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>(turtleFiles());
        contents.put("current", Files.readSymbolicLink(home.resolve("current")).toString());
        return contents;
    }

    Map<String, String> turtleFiles() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(turtle)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
