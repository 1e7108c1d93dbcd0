package org.samizdat.publication;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.samizdat.table.BadInputException;
import org.samizdat.table.Problems;
import org.samizdat.vocab.Pav;
import org.samizdat.vocab.Vann;

/**
 * A publication's folder, read: what it says of itself, and where its parts lie. Nothing but {@code publication.ttl} and
 * {@code retired.csv} has been opened yet.
 *
 * @param folder the folder itself
 * @param base the canonical base IRI that everything is authored with, ending in {@code /}
 * @param description the graph of {@code publication.ttl}; relative IRIs in it are resolved against the file
 * @param dataset the publication in that graph, its one {@code void:Dataset}
 * @param prefixes namespace IRIs by prefix, the engine's standard ones included
 * @param tables the tables, in order of name
 * @param rdfFiles the RDF files beside the tables, in order of name
 * @param ontology the files of the ontology
 * @param shapes the files of SHACL shapes
 * @param examples the files of example queries; none where the publication has no examples
 * @param retired the names that were withdrawn or merged, by slug
 */
public record Publication(
        Path folder,
        String base,
        Graph description,
        Node dataset,
        SortedMap<String, String> prefixes,
        List<TableSource> tables,
        List<Path> rdfFiles,
        List<Path> ontology,
        List<Path> shapes,
        List<Path> examples,
        SortedMap<String, Retired> retired) {

    /**
     * Reads a publication's folder.
     *
     * @throws BadInputException with all problems of {@code publication.ttl}, {@code retired.csv} and the folder's layout
     */
    public static Publication read(Path folder) {
        Problems problems = new Problems();
        Description description = Description.read(folder.resolve("publication.ttl"), problems);
        TableFolder tables = TableFolder.list(folder.resolve("tables"), problems);
        SortedMap<String, Retired> retired = RetiredNames.read(folder, problems);
        problems.throwIfAny();
        return new Publication(
                folder,
                description.base(),
                description.graph(),
                description.dataset(),
                Prefixes.with(description.base(), description.prefixes()),
                tables.tables(),
                tables.rdfFiles(),
                description.ontology(),
                description.shapes(),
                description.examples(),
                retired);
    }

    /** Whether an IRI can be the base of a publication: http or https, and ending in a slash. */
    public static boolean isBase(String iri) {
        return iri.matches("https?://[^\\s<>\"{}|\\\\^`?#]+/");
    }

    /** A text that {@code publication.ttl} gives once. */
    public enum Statement {
        PREFIX(Vann.PREFERRED_NAMESPACE_PREFIX),
        TITLE(DCTerms.title.asNode()),
        VERSION(Pav.VERSION),
        MODIFIED(DCTerms.modified.asNode());

        private final Node property;

        Statement(Node property) {
            this.property = property;
        }
    }

    /** What {@code publication.ttl} says; empty where it says nothing. */
    public String text(Statement statement) {
        return description
                .find(dataset, statement.property, Node.ANY)
                .nextOptional()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .orElse("");
    }

    /** All files that what is published depends on, in order of name. */
    public List<Path> files() {
        Stream<Path> ofTables = tables.stream()
                .flatMap(table -> Stream.concat(Stream.of(table.csv(), table.metadata()), table.mappings().stream()));
        return Stream.of(
                        Stream.of(folder.resolve("publication.ttl")),
                        RetiredNames.files(folder),
                        ofTables,
                        rdfFiles.stream(),
                        ontology.stream(),
                        shapes.stream(),
                        examples.stream())
                .flatMap(files -> files)
                .sorted()
                .toList();
    }

    /** How a file is named wherever the publication lies: relative to its folder, or by its own name outside of it. */
    public String nameOf(Path file) {
        Path inside = file.toAbsolutePath().normalize();
        Path root = folder.toAbsolutePath().normalize();
        return inside.startsWith(root)
                ? FilenameUtils.separatorsToUnix(root.relativize(inside).toString())
                : file.getFileName().toString();
    }
}
