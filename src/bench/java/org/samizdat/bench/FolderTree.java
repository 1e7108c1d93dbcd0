package org.samizdat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders as a whole. */
public final class FolderTree {
    private FolderTree() {}

    /** Deletes a folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : deepestFirst(folder)) {
                Files.delete(path);
            }
        }
    }

    /** Copies a folder; the copy is as sparse as the original. */
    public static void copy(Path from, Path to) throws IOException, InterruptedException {
        Run.of(List.of("cp", "-R", from.toString(), to.toString()), to.resolveSibling(to.getFileName() + ".log"));
    }

    /** What the files occupy, as {@code du} tells it: stores have files with holes. */
    public static long megabytes(Path folder) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-sm", folder.toString()).start();
        String text = new String(du.getInputStream().readAllBytes());
        du.waitFor();
        return Long.parseLong(text.split("\\s")[0]);
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
