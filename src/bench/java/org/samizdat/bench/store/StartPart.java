package org.samizdat.bench.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;

/** From the start of the process to the first answered query, on the same store. */
public final class StartPart implements Part {
    /** The figures of one side over the rounds. */
    private record Starts(List<Double> seconds, List<Double> cpuSeconds, List<Double> megabytes) {
        Starts() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        String query = "SELECT ?p ?o { <" + StoreData.ID + data.slugList().getFirst() + "> ?p ?o }";
        servers.startOnce(query);
        Report report = new Report("Start", "server", "s to first answer", "CPU s until then", "peak MB");
        Map<String, Starts> starts = new LinkedHashMap<>();
        for (int round = 0; round < options.rounds(); round++) {
            try (Server samizdat = servers.samizdat()) {
                note(starts, samizdat, query);
            }
            try (Server stock = servers.stock()) {
                note(starts, stock, query);
            }
        }
        starts.forEach((name, of) -> report.row(
                name,
                Series.of(of.seconds()).text(2),
                Series.of(of.cpuSeconds()).text(2),
                Series.of(of.megabytes()).text(0)));
        Series ratio = Series.of(starts.get(Servers.SAMIZDAT).seconds())
                .over(Series.of(starts.get(Servers.STOCK).seconds()));
        report.goalAtMost("time against stock Fuseki", 0.55, ratio);
        report.note("Samizdat verifies the checksums of the store and asks the canary queries before it answers.");
        return report;
    }

    private static void note(Map<String, Starts> starts, Server server, String query)
            throws IOException, InterruptedException {
        Starts of = starts.computeIfAbsent(server.name(), name -> new Starts());
        of.seconds().add(server.secondsToAnswer(query));
        of.cpuSeconds().add(server.cpuSeconds());
        of.megabytes().add(server.peakMegabytes());
    }
}
