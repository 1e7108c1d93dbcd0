package org.samizdat.bench.query;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.Tool;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.load.Window;
import org.samizdat.bench.load.Wrk;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** The same query over and over. */
public final class RepeatedPart implements Part {
    private static final List<Shape> SHAPES = List.of(Shape.DESCRIBE, Shape.JOIN);
    private static final int CONNECTIONS = 16;
    private static final double GOAL = 50;

    @Override
    public String name() {
        return "repeated";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        Tool.WRK.require();
        StoreData.Generated data = StoreData.generate(options);
        Servers servers = Servers.prepare(options, data);
        SmallQueries queries = new SmallQueries(data, options.seed());
        Comparison comparison = new Comparison(Servers.SAMIZDAT, "Repeated queries");
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat()) {
            stock.secondsToAnswer("ASK {}");
            samizdat.secondsToAnswer("ASK {}");
            queries.compare(stock, samizdat);
            queries.warmUp(stock, options);
            queries.warmUp(samizdat, options);
            List<Target> targets = SHAPES.stream()
                    .map(shape -> queries.draw(shape, 1).getFirst())
                    .toList();
            for (int round = -1; round < options.rounds(); round++) {
                for (int i = 0; i < SHAPES.size(); i++) {
                    for (Server server : List.of(stock, samizdat)) {
                        Window window = new Wrk(CONNECTIONS, options.seconds()).cycle(server, List.of(targets.get(i)));
                        if (round >= 0) {
                            comparison.add(server, label(SHAPES.get(i)), window);
                        }
                    }
                }
            }
        }
        return report(comparison);
    }

    private static String label(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT) + ", " + CONNECTIONS;
    }

    private static Report report(Comparison comparison) {
        Report report = comparison.report();
        for (Shape shape : SHAPES) {
            String load = label(shape);
            comparison.row(load, Servers.STOCK);
            report.goalAtLeast("requests/s, " + load, GOAL, comparison.throughput(Servers.STOCK, load));
            report.goalAtLeast("requests per CPU, " + load, GOAL, comparison.economy(Servers.STOCK, load));
        }
        return report;
    }
}
