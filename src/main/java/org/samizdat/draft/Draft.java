package org.samizdat.draft;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.samizdat.check.ShaclGate;
import org.samizdat.check.Survey;
import org.samizdat.check.Violation;
import org.samizdat.example.Examples;
import org.samizdat.mapping.BaseMapping;
import org.samizdat.mapping.Conversion;
import org.samizdat.mapping.LineSorter;
import org.samizdat.mapping.LineWriter;
import org.samizdat.mapping.Origins;
import org.samizdat.mapping.TurtleFolder;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;
import org.samizdat.publication.RdfFile;
import org.samizdat.publication.TableSource;
import org.samizdat.publication.Vocabulary;
import org.samizdat.publish.DiskSpace;
import org.samizdat.publish.ReleaseSource;
import org.samizdat.table.BadInputException;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** A publication that was converted and found good: what a release is cut from. */
public final class Draft {
    private static final int SORT_MEMORY = 1 << 25;
    /** What converting writes, at the least, for each byte of a table; 13 were measured. */
    private static final int TIMES_OF_TABLES = 10;

    /** The same for an RDF file: as N-Triples it is no shorter. */
    private static final int TIMES_OF_RDF = 1;

    private static final int LEAST_ROOM = 1 << 20;

    private final Publication publication;
    private final Path work;
    private final Conversion.Result converted;
    private final Assembly assembly;
    private final DatasetGraph graphs;
    private final List<Violation> warnings;

    private Draft(
            Publication publication,
            Path work,
            Conversion.Result converted,
            Assembly assembly,
            DatasetGraph graphs,
            List<Violation> warnings) {
        this.publication = publication;
        this.work = work;
        this.converted = converted;
        this.assembly = assembly;
        this.graphs = graphs;
        this.warnings = warnings;
    }

    /** What is done with the example queries once all else is found good. */
    private interface ExampleStep {
        void run(Examples examples, DatasetGraph graphs, Problems problems);
    }

    /**
     * Converts a publication and checks it.
     *
     * @param work a folder for files that are needed as long as the draft is
     * @throws BadInputException with all that is wrong in tables, mappings, RDF files and the text of example queries; or,
     *     where nothing is, with all violations of shapes, each at the row that its thing comes from; or, where there are
     *     none, with all examples that do not give the answer that is kept beside them
     */
    public static Draft of(Publication publication, Path work, Progress progress) {
        return of(publication, work, progress, Examples::check);
    }

    /**
     * Like {@link #of(Publication, Path, Progress)}, but takes for right what the example queries answer now, and writes it
     * beside them.
     */
    public static Draft withNewAnswers(Publication publication, Path work, Progress progress) {
        return of(publication, work, progress, Examples::writeAnswers);
    }

    private static Draft of(Publication publication, Path work, Progress progress, ExampleStep step) {
        requireRoom(publication, work);
        Problems problems = new Problems();
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        Vocabulary vocabulary = Vocabulary.read(publication.ontology(), publication.base(), problems);
        Conversion.Result converted =
                new Conversion(publication, vocabulary.current(), threads, progress).run(work, problems);
        Graph shapes = RdfFile.readAll(publication.shapes(), problems);
        Examples examples = Examples.read(publication, problems);
        problems.throwIfAny();
        progress.begin("Inferring", 0);
        Assembly assembly = new Assembly(
                publication,
                triples(converted.sources().stream().map(Conversion.Source::triples)),
                triples(Stream.of(converted.reifiers())),
                vocabulary,
                shapes,
                examples.graph());
        progress.begin("Checking against shapes", 0);
        List<Violation> warnings = check(publication, assembly, problems);
        problems.throwIfAny();
        progress.begin("Asking the example queries", 0);
        DatasetGraph graphs = assembly.graphs();
        step.run(examples, graphs, problems);
        problems.throwIfAny();
        return new Draft(publication, work, converted, assembly, graphs, warnings);
    }

    private static void requireRoom(Publication publication, Path work) {
        try {
            long bytes = 0;
            for (TableSource table : publication.tables()) {
                bytes += TIMES_OF_TABLES * Files.size(table.csv());
            }
            for (Path file : publication.rdfFiles()) {
                bytes += TIMES_OF_RDF * Files.size(file);
            }
            DiskSpace.require(work, LEAST_ROOM + bytes, "converting this publication");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a problem for each violation. Gives the warnings. */
    private static List<Violation> check(Publication publication, Assembly assembly, Problems problems) {
        assembly.retiredNames(problems);
        ShaclGate.Report report = gate(publication, assembly.shapes()).validate(assembly.toBeChecked());
        if (!report.violations().isEmpty()) {
            blame(report.violations(), publication, new Origins(publication, assembly.ontology()), problems);
        }
        return report.warnings();
    }

    private static ShaclGate gate(Publication publication, Graph shapes) {
        try {
            return ShaclGate.of(shapes, publication.prefixes());
        } catch (ShaclParseException e) {
            throw new BadInputException(Problem.inFile(
                    publication.shapes().getFirst().toString(), "These are no shapes: " + e.getMessage()));
        }
    }

    /** Names the row that each thing at fault comes from. */
    private static void blame(List<Violation> violations, Publication publication, Origins places, Problems problems) {
        Map<Node, Origins.Origin> origins =
                places.of(violations.stream().map(Violation::focus).collect(Collectors.toSet()));
        for (Violation violation : violations) {
            problems.add(
                    origins.containsKey(violation.focus())
                            ? origins.get(violation.focus()).problem(violation.message())
                            : Problem.inFile(publication.folder().toString(), violation.message()));
        }
    }

    /** What a curator looks at: what each part of the sources supports, and all that deserves a look. */
    public Survey survey() {
        return Survey.of(publication, assembly.stated(), assembly.ontology(), warnings);
    }

    /** How many triples the tables and RDF files state. */
    public long statedTriples() {
        return converted.sources().stream().mapToLong(Conversion.Source::count).sum();
    }

    /**
     * Brings a folder of Turtle files, one for each table and RDF file, up to date with what they say.
     *
     * @param beside a folder on the same file system, for the time being
     */
    public void writeTurtle(Path folder, Path beside) {
        TurtleFolder.update(folder, converted, beside, publication.prefixes());
    }

    /**
     * Writes the sorted N-Quads of all graphs.
     *
     * @param base what to publish under; ends in {@code /}
     * @param software name and version of the software, for the manifest
     */
    public ReleaseSource source(String base, String software) {
        Path quads = work.resolve("release.nq");
        try (LineSorter sorter = new LineSorter(work, SORT_MEMORY);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(quads))) {
            LineWriter lines = new LineWriter(sorter);
            graphs.find().forEachRemaining(new BaseMapping(publication.base(), base, sink(lines))::quad);
            lines.flush();
            sorter.sortTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReleaseSource(
                quads,
                base,
                Graphs.of(base).inferred().getURI(),
                publication.text(Publication.Statement.PREFIX),
                publication.text(Publication.Statement.TITLE),
                publication.text(Publication.Statement.VERSION),
                LocalDate.parse(publication.text(Publication.Statement.MODIFIED)),
                software,
                rebased(publication.prefixes(), base),
                inputs());
    }

    private static StreamRDF sink(LineWriter lines) {
        return new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                lines.accept(quad);
            }
        };
    }

    private SortedMap<String, String> rebased(SortedMap<String, String> prefixes, String base) {
        SortedMap<String, String> rebased = new TreeMap<>();
        prefixes.forEach((prefix, iri) -> rebased.put(
                prefix,
                iri.startsWith(publication.base())
                        ? base + iri.substring(publication.base().length())
                        : iri));
        return rebased;
    }

    private SortedMap<String, String> inputs() {
        SortedMap<String, String> inputs = new TreeMap<>();
        publication.files().forEach(file -> inputs.put(publication.nameOf(file), ReleaseSource.sha256(file)));
        return inputs;
    }

    private static Graph triples(Stream<Path> files) {
        Graph all = GraphMemFactory.createDefaultGraph();
        StreamRDF sink = StreamRDFLib.graph(all);
        files.forEach(file ->
                RDFParser.source(file).lang(Lang.NTRIPLES).checking(false).parse(sink));
        return all;
    }
}
