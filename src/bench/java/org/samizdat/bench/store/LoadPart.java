package org.samizdat.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.FolderTree;
import org.samizdat.bench.Jvm;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Run;
import org.samizdat.bench.Series;
import org.samizdat.publish.StoreOnly;

/** The same N-Quads into a TDB2 store: by Samizdat and by Jena's loader in its ways. */
public final class LoadPart implements Part {
    private static final String SAMIZDAT = "Samizdat, store";
    private static final List<String> LOADERS = List.of("basic", "sequential", "phased", "parallel");

    @Override
    public String name() {
        return "load";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated data = StoreData.generate(options);
        Path folder = options.folder().resolve("load");
        Report report = new Report("Loading", "loader", "wall s", "CPU s", "peak MB", "megabytes on disk");
        Map<String, List<String>> sides = sides(options, data.quads(), folder);
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            for (Map.Entry<String, List<String>> side : sides.entrySet()) {
                FolderTree.delete(folder);
                Files.createDirectories(folder);
                Run run = Run.of(side.getValue(), options.folder().resolve("load.log"));
                System.out.printf("round %d, %s: %s%n", round + 1, side.getKey(), run);
                runs.computeIfAbsent(side.getKey(), name -> new ArrayList<>()).add(run);
                sizes.put(side.getKey(), FolderTree.megabytes(folder));
            }
        }
        FolderTree.delete(folder);
        sides.keySet().forEach(name -> row(report, name, runs.get(name), sizes.get(name)));
        goal(report, runs);
        report.note(
                "%,d quads. \"Samizdat, store\" also counts classes and properties and writes the optimiser's statistics;"
                                .formatted(lines(data.quads()))
                        + " \"release\" is the whole of it: id, dump, store, canaries, checksums, verifying, switching.");
        return report;
    }

    private static Map<String, List<String>> sides(BenchOptions options, Path quads, Path folder)
            throws IOException, InterruptedException {
        Jvm own = Jvm.own(options.heap());
        Jvm stock = Jvm.peer("fuseki", options.heap(), options);
        Map<String, List<String>> sides = new LinkedHashMap<>();
        String store = folder.resolve("store").toString();
        sides.put(SAMIZDAT, own.command(StoreOnly.class.getName(), quads.toString(), store));
        for (String loader : LOADERS) {
            sides.put(
                    "tdbloader, " + loader,
                    stock.command("tdb2.tdbloader", "--loader=" + loader, "--loc=" + store, quads.toString()));
        }
        sides.put(
                "Samizdat, release",
                own.command(
                        PublishQuads.class.getName(),
                        quads.toString(),
                        folder.resolve("home").toString()));
        return sides;
    }

    private static void row(Report report, String name, List<Run> runs, long megabytes) {
        report.row(
                name,
                series(runs, Run::wallSeconds).text(1),
                series(runs, Run::cpuSeconds).text(1),
                series(runs, Run::peakMegabytes).text(0),
                Long.toString(megabytes));
    }

    private static void goal(Report report, Map<String, List<Run>> runs) {
        String quickest = LOADERS.stream()
                .map(loader -> "tdbloader, " + loader)
                .min((a, b) ->
                        Double.compare(wall(runs, a).median(), wall(runs, b).median()))
                .orElseThrow();
        report.goalAtMost("time against " + quickest, 1.1, wall(runs, SAMIZDAT).over(wall(runs, quickest)));
        Series cpu = series(runs.get(SAMIZDAT), Run::cpuSeconds).over(series(runs.get(quickest), Run::cpuSeconds));
        report.note("CPU against " + quickest + ": " + cpu.text(2) + " ×; the steadier figure on a busy machine.");
    }

    private static Series wall(Map<String, List<Run>> runs, String name) {
        return series(runs.get(name), Run::wallSeconds);
    }

    private static Series series(List<Run> runs, ToDoubleFunction<Run> figure) {
        return Series.of(runs.stream().map(figure::applyAsDouble).toList());
    }

    private static long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
