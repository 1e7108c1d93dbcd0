package org.samizdat.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.samizdat.publication.Publication;
import org.samizdat.publication.TableSource;

/** A small publication in a folder: its tables, RDF files and {@code ontology.ttl} lie side by side. */
final class Case {
    static final String BASE = "https://example.org/";

    private static final List<String> RDF = List.of(".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf");

    private Case() {}

    static Publication publication(Path folder) throws IOException {
        return new Publication(
                folder,
                BASE,
                GraphFactory.createDefaultGraph(),
                NodeFactory.createURI(BASE),
                new TreeMap<>(Map.of(
                        "ex", BASE + "ontology#",
                        "id", BASE + "id/",
                        "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                        "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                        "xsd", "http://www.w3.org/2001/XMLSchema#")),
                list(folder, name -> name.endsWith(".csv")).stream()
                        .map(csv -> table(folder, csv))
                        .toList(),
                list(folder, Case::isRdf),
                list(folder, "ontology.ttl"::equals),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    private static boolean isRdf(String name) {
        return RDF.stream().anyMatch(name::endsWith) && !name.equals("ontology.ttl") && !name.startsWith("expected");
    }

    private static TableSource table(Path folder, Path csv) {
        String name = csv.getFileName().toString().replace(".csv", "");
        try {
            return new TableSource(
                    name,
                    csv,
                    folder.resolve(name + ".csv-metadata.json"),
                    list(folder, file -> file.startsWith(name) && file.endsWith(".rq")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder, Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
