package org.samizdat.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.TestManifest;
import org.samizdat.table.Problem;

/**
 * A query that shows what can be asked.
 *
 * @param name its IRI
 * @param file the Turtle file that states it
 * @param line the line of that file on which the query begins
 * @param query the query, its prefixes declared
 */
record Example(Node name, Path file, long line, Query query) {
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";

    /** The file beside that holds the answer that is expected. */
    Path answerFile() {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.lastIndexOf('.'));
        return file.resolveSibling(stem + Form.of(query).ending());
    }

    /**
     * The answer that is expected, as a resource that is called by the example's name and the ending of its file. Nothing
     * where that file cannot be read, which is told elsewhere.
     */
    List<Triple> expectation() {
        Form form = Form.of(query);
        Node result = NodeFactory.createURI(name.getURI() + form.ending());
        try {
            Node text = NodeFactory.createLiteralString(Files.readString(answerFile()));
            return List.of(
                    Triple.create(name, TestManifest.result.asNode(), result),
                    Triple.create(result, RDF.value.asNode(), text),
                    Triple.create(
                            result, DCAT.mediaType.asNode(), NodeFactory.createURI(MEDIA_TYPE + form.mediaType())));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Problem problem(String message) {
        return Problem.inRow(file.toString(), line, message);
    }
}
