package org.samizdat.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.samizdat.table.Problem;

/**
 * A query that shows what can be asked.
 *
 * @param name its IRI, or a blank node, which is a problem
 * @param file the Turtle file that states it
 * @param line the line of that file on which the query begins
 * @param query the query, its prefixes declared
 */
record Example(Node name, Path file, long line, Query query) {
    /** The file beside that holds the answer that is expected. */
    Path answerFile() {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        return file.resolveSibling(stem + Form.of(query).ending());
    }

    /** What the answer's file holds; nothing where it cannot be read, which is told elsewhere. */
    Optional<String> expectedText() {
        try {
            return Optional.of(Files.readString(answerFile()));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Problem problem(String message) {
        return Problem.inRow(file.toString(), line, message);
    }
}
