package org.samizdat.mapping;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;
import org.samizdat.publication.TableSource;
import org.samizdat.table.Keys;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/**
 * Turns all tables and RDF files of a publication into sorted N-Triples. The same publication gives the same bytes on any machine and
 * any number of threads.
 */
public final class Conversion {
    private static final int MEMORY = 1 << 25;
    private static final int MEMORY_FOR_REIFIERS = 1 << 23;

    private final Publication publication;
    private final Graph ontology;
    private final int threads;
    private final Progress progress;
    private final Keys keys = new Keys();
    private final Things things;
    private boolean mapping;

    /**
     * @param ontology that of the publication, which mappings may look things up in
     * @param threads how many map rows; one more reads them
     */
    public Conversion(Publication publication, Graph ontology, int threads, Progress progress) {
        this.publication = publication;
        this.ontology = ontology;
        this.threads = threads;
        this.progress = progress;
        this.things = new Things(things(publication));
    }

    static String things(Publication publication) {
        return publication.base() + "id/";
    }

    /**
     * What was made of one table or RDF file.
     *
     * @param name a name for files, unique in the publication
     * @param input the table or RDF file
     * @param triples the RDF 1.1 edition, as sorted N-Triples without repeated lines
     * @param count how many triples there are
     */
    public record Source(String name, Path input, Path triples, long count) {}

    /**
     * What was made of a publication.
     *
     * @param sources the tables and RDF files, in order of name
     * @param reifiers the reifying triples of RDF 1.2 of all of them, sorted, as N-Triples; for the graph
     *     {@code {base}graph/rdf12}
     * @param reifierCount how many of these there are
     */
    public record Result(List<Source> sources, Path reifiers, long reifierCount) {}

    /**
     * Converts everything. Reads all there is even where it is wrong, so that problems come together; what was made is of use
     * only if there are none. Where there are some already, as with an ontology that cannot be read, rows are checked and not
     * mapped: mappings would find fault with what is right.
     *
     * @param folder where the files are written; must exist
     * @throws UncheckedIOException if the disk is full, say
     */
    public Result run(Path folder, Problems problems) {
        mapping = problems.isEmpty();
        checkNames(problems);
        try (LineSorter reifiers = new LineSorter(folder, MEMORY_FOR_REIFIERS)) {
            List<Source> sources = new ArrayList<>();
            for (TableSource table : publication.tables()) {
                sources.add(convert(table, folder, reifiers, problems));
            }
            for (Path file : publication.rdfFiles()) {
                sources.add(convert(file, folder, reifiers, problems));
            }
            keys.check(problems);
            checkThings(problems);
            Path file = folder.resolve("reifiers.rdf12.nt");
            return new Result(List.copyOf(sources), file, sort(reifiers, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkNames(Problems problems) {
        Set<String> names = new HashSet<>();
        publication.tables().forEach(table -> names.add(table.name()));
        for (Path file : publication.rdfFiles()) {
            if (!names.add(name(file))) {
                problems.add(Problem.inFile(
                        file.toString(),
                        "Another table or RDF file is called " + name(file) + "; give each its own name."));
            }
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private Source convert(TableSource table, Path folder, LineSorter reifiers, Problems problems) throws IOException {
        begin(table.csv());
        Path file = folder.resolve(table.name() + ".nt");
        Optional<TableInput> input = TableInput.open(table, publication.base(), problems);
        try (LineSorter triples = new LineSorter(folder, MEMORY)) {
            if (input.isPresent() && mapping) {
                map(input.get(), triples, reifiers, problems);
            } else if (input.isPresent()) {
                input.get().read(keys, problems, row -> {});
            }
            return new Source(table.name(), table.csv(), file, sort(triples, file));
        }
    }

    private void map(TableInput input, LineSorter triples, LineSorter reifiers, Problems problems) {
        try (RowWorkers workers = new RowWorkers(
                threads, () -> input.mapping(ontology), things(publication), triples, reifiers, problems)) {
            input.read(keys, problems, row -> {
                workers.add(row);
                progress.advance(1);
            });
            workers.finish(things);
        }
    }

    private Source convert(Path rdf, Path folder, LineSorter reifiers, Problems problems) throws IOException {
        begin(rdf);
        Path file = folder.resolve(name(rdf) + ".nt");
        try (LineSorter triples = new LineSorter(folder, MEMORY)) {
            LineWriter plain = new LineWriter(triples);
            LineWriter reifying = new LineWriter(reifiers);
            Editions editions = new Editions(plain.andThen(things), reifying);
            new RdfInput(rdf, publication.base(), problems).read((triple, line) -> editions.accept(triple));
            plain.flush();
            reifying.flush();
            return new Source(name(rdf), rdf, file, sort(triples, file));
        }
    }

    private void begin(Path source) throws IOException {
        progress.begin("Converting " + source.getFileName(), Files.exists(source) ? LineSorter.count(source) : 0);
    }

    private static long sort(LineSorter lines, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            return lines.sortTo(out);
        }
    }

    /** Where rows were left out because something else was wrong in them, things seem unknown that are not. */
    private void checkThings(Problems problems) {
        if (problems.isEmpty() && !things.isComplete()) {
            new Origins(publication, ontology).reportUnknown(things, problems);
        }
    }
}
