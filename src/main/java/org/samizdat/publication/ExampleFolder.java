package org.samizdat.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** A folder of example queries: Turtle files, each with the answer to its query in a file of the same name beside it. */
final class ExampleFolder {
    private ExampleFolder() {}

    /** @return the Turtle files, in order of name */
    static List<Path> list(Path folder, Problems problems) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            List<Path> turtle = files.stream().filter(ExampleFolder::isTurtle).toList();
            files.stream()
                    .filter(file -> !turtle.contains(turtleOf(file)))
                    .forEach(file -> problems.add(Problem.inFile(
                            file.toString(),
                            "There is no " + turtleOf(file).getFileName() + " that this answer belongs to.")));
            return turtle;
        } catch (NoSuchFileException | NotDirectoryException absent) {
            problems.add(Problem.inFile(folder.toString(), "This folder is missing; it holds the example queries."));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTurtle(Path file) {
        return FilenameUtils.isExtension(file.getFileName().toString(), "ttl");
    }

    private static Path turtleOf(Path file) {
        return file.resolveSibling(FilenameUtils.getBaseName(file.toString()) + ".ttl");
    }
}
