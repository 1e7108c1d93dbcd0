package org.samizdat.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** What lies in {@code tables/}: each file is a table, a part of one, or RDF. */
record TableFolder(List<TableSource> tables, List<Path> rdfFiles) {
    private static final String METADATA = ".csv-metadata.json";

    static TableFolder list(Path folder, Problems problems) {
        List<Path> files = files(folder, problems);
        List<String> names = names(files, ".csv").stream().sorted().toList();
        checkMetadata(files, names, problems);
        List<TableSource> tables = names.stream()
                .map(name -> table(folder, name, names, files, problems))
                .toList();
        List<Path> rdf = files.stream().filter(TableFolder::isRdf).toList();
        files.stream()
                .filter(file -> hasEnding(file, ".rq") && owner(file, names).isEmpty())
                .forEach(file -> problems.add(Problem.inFile(
                        file.toString(),
                        "There is no table that this mapping belongs to; call it X.rq or X-….rq for X.csv.")));
        return new TableFolder(tables, rdf);
    }

    private static List<Path> files(Path folder, Problems problems) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException absent) {
            problems.add(
                    Problem.inFile(folder.toString(), "This folder is missing; it holds the tables of a publication."));
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkMetadata(List<Path> files, List<String> names, Problems problems) {
        names(files, METADATA).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        Problem.inFile(name + METADATA, "There is no " + name + ".csv that this schema belongs to.")));
    }

    private static TableSource table(
            Path folder, String name, List<String> names, List<Path> files, Problems problems) {
        Path csv = folder.resolve(name + ".csv");
        Path metadata = folder.resolve(name + METADATA);
        if (!Files.exists(metadata)) {
            problems.add(Problem.inFile(
                    csv.toString(),
                    "This table has no schema; describe its columns in " + metadata.getFileName() + "."));
        }
        List<Path> mappings = files.stream()
                .filter(file -> hasEnding(file, ".rq")
                        && owner(file, names).filter(name::equals).isPresent())
                .toList();
        if (mappings.isEmpty()) {
            problems.add(Problem.inFile(
                    csv.toString(), "This table has no mapping; write a SPARQL CONSTRUCT into " + name + ".rq."));
        }
        return new TableSource(name, csv, metadata, mappings);
    }

    /** The table a mapping belongs to: {@code a-b-c.rq} goes to the longest of {@code a-b-c}, {@code a-b}, {@code a}. */
    private static Optional<String> owner(Path mapping, List<String> names) {
        String stem = stem(mapping, ".rq");
        return names.stream()
                .filter(name -> stem.equals(name) || stem.startsWith(name + "-"))
                .max(Comparator.comparingInt(String::length));
    }

    /** Anything that is not part of a table; whether its format is accepted is said when it is read. */
    private static boolean isRdf(Path file) {
        return Stream.of(".csv", METADATA, ".rq").noneMatch(ending -> hasEnding(file, ending));
    }

    private static List<String> names(List<Path> files, String ending) {
        return files.stream()
                .filter(file -> hasEnding(file, ending))
                .map(file -> stem(file, ending))
                .toList();
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending);
    }

    private static String stem(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
