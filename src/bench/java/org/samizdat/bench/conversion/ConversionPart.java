package org.samizdat.bench.conversion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Jvm;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Run;
import org.samizdat.bench.Series;
import org.samizdat.mapping.UnsortedConversion;

/** Tables to N-Triples: CPU and memory of whole processes that write the same triples. */
public final class ConversionPart implements Part {
    private static final String SAMIZDAT = "Samizdat";
    private static final String BY_HAND = "Java by hand, on Jena";
    private static final String CARML = "Carml 0.4.11";

    /** A converter: {@code file} is where its command writes. */
    private record Side(String name, List<String> command, Path file, int rounds) {}

    @Override
    public String name() {
        return "conversion";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Path folder = options.folder().resolve("conversion");
        Path publication = folder.resolve("publication");
        Path prepared = folder.resolve("prepared");
        ClaimsTables.generate(publication, prepared, options.rows(), options.seed());
        Report report = new Report(
                "Conversion of %,d rows".formatted(options.rows()),
                "converter",
                "CPU s",
                "× by hand",
                "wall s",
                "peak MB",
                "rounds");
        List<Side> sides = sides(folder, publication, prepared, options);
        Map<String, List<Run>> runs = rounds(sides, options.rounds(), folder);
        sides.forEach(side -> row(report, side.name(), runs));
        goals(report, runs);
        notes(report, folder, sides.getFirst());
        for (Side side : sides) {
            Files.delete(side.file());
        }
        return report;
    }

    private static List<Side> sides(Path folder, Path publication, Path prepared, BenchOptions options)
            throws IOException, InterruptedException {
        Path samizdat = folder.resolve("samizdat.nt");
        Path byHand = folder.resolve("by-hand.nt");
        Path carml = folder.resolve("carml.nt");
        Jvm own = Jvm.own(options.conversionHeap());
        Jvm peer = Jvm.peer("carml", options.conversionHeap(), options);
        return List.of(
                new Side(
                        SAMIZDAT,
                        program(own, UnsortedConversion.class, publication, samizdat),
                        samizdat,
                        options.rounds()),
                new Side(BY_HAND, program(own, HandWritten.class, publication, byHand), byHand, options.rounds()),
                new Side(
                        CARML,
                        peer.command(
                                "CarmlConversion",
                                "src/bench/peers/carml/claims.rml.ttl",
                                publication.resolve("tables").toString(),
                                prepared.toString(),
                                carml.toString()),
                        carml,
                        options.slowRounds()));
    }

    private static List<String> program(Jvm jvm, Class<?> main, Path publication, Path file) {
        return jvm.command(main.getName(), publication.toString(), file.toString());
    }

    private static Map<String, List<Run>> rounds(List<Side> sides, int rounds, Path folder)
            throws IOException, InterruptedException {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Side side : sides) {
                if (round < side.rounds()) {
                    Run run = Run.of(side.command(), folder.resolve(side.file().getFileName() + ".log"));
                    System.out.printf("round %d, %s: %s%n", round + 1, side.name(), run);
                    runs.computeIfAbsent(side.name(), name -> new ArrayList<>()).add(run);
                }
            }
            if (round == 0) {
                compare(sides);
            }
        }
        return runs;
    }

    /** All sides must have written the same set of triples. */
    private static void compare(List<Side> sides) throws IOException, InterruptedException {
        Path first = sorted(sides.getFirst());
        for (Side side : sides.subList(1, sides.size())) {
            Path other = sorted(side);
            if (Files.mismatch(first, other) >= 0) {
                throw new CannotMeasureException("The triples differ: compare " + first + " with " + other + ".");
            }
            Files.delete(other);
        }
        System.out.printf("All write the same %,d triples.%n", lines(first));
        Files.delete(first);
    }

    private static Path sorted(Side side) throws IOException, InterruptedException {
        Path sorted = side.file().resolveSibling(side.file().getFileName() + ".sorted");
        sort(side.file(), sorted);
        return sorted;
    }

    private static Run sort(Path from, Path to) throws IOException, InterruptedException {
        return Run.of(
                List.of("env", "LC_ALL=C", "sort", "-u", "-o", to.toString(), from.toString()),
                to.resolveSibling(to.getFileName() + ".log"));
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static void row(Report report, String name, Map<String, List<Run>> runs) {
        report.row(
                name,
                series(runs, name, Run::cpuSeconds).text(1),
                cpuOver(runs, name, BY_HAND).text(2),
                series(runs, name, Run::wallSeconds).text(1),
                series(runs, name, Run::peakMegabytes).text(0),
                Integer.toString(runs.get(name).size()));
    }

    private static void goals(Report report, Map<String, List<Run>> runs) {
        report.goalAtMost("CPU against Java by hand", 1.5, cpuOver(runs, SAMIZDAT, BY_HAND));
        report.goalAtMost("CPU against Carml", 0.5, cpuOver(runs, SAMIZDAT, CARML));
    }

    private static void notes(Report report, Path folder, Side side) throws IOException, InterruptedException {
        Path sorted = folder.resolve("sorted.nt");
        Run sort = sort(side.file(), sorted);
        long unsorted = lines(side.file());
        report.note("%,d triples are written, %,d of them distinct; all sides wrote the same."
                .formatted(unsorted, lines(sorted)));
        report.note("Sorting them afterwards (sort -u) took %.1f CPU s more.".formatted(sort.cpuSeconds()));
        report.note(
                "Carml does not check cells and keys. It was given prepared columns for what RML cannot say: datatypes of"
                        + " dates, their bounds, split cells, and which triples are plain.");
        Files.delete(sorted);
    }

    private static Series cpuOver(Map<String, List<Run>> runs, String name, String other) {
        return series(runs, name, Run::cpuSeconds).over(series(runs, other, Run::cpuSeconds));
    }

    private static Series series(Map<String, List<Run>> runs, String name, ToDoubleFunction<Run> figure) {
        return Series.of(runs.get(name).stream().map(figure::applyAsDouble).toList());
    }
}
