package org.samizdat.bench.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.load.OneByOne;
import org.samizdat.bench.store.ManyThings;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** A publication of very many things: how soon it is served, and what it costs to ask for one after another. */
public final class MillionPart implements Part {
    private static final int FEW = 300;
    private static final String HEAP = "512m";
    private static final String WALK = "random walk, Turtle against DESCRIBE";
    private static final double GOAL_START = 1.2;
    private static final double GOAL_CPU = 4;

    @Override
    public String name() {
        return "million";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated manyThings = ManyThings.generate(options, "many", options.many());
        Servers many = Servers.prepare(options, manyThings);
        Servers few = Servers.prepare(options, ManyThings.generate(options, "few", FEW));
        Series startOfMany = starts(options, many, few);
        Comparison comparison = new Comparison(
                Servers.SAMIZDAT, "%,d things of ten triples, heap of %s".formatted(options.many(), HEAP));
        double megabytes = walk(options, many, Things.draw(manyThings, options.many(), options.seed()), comparison);
        Report report = comparison.report();
        comparison.row(WALK, Servers.STOCK);
        report.goalAtMost("start against a publication of %d things".formatted(FEW), GOAL_START, startOfMany);
        report.goalAtLeast("requests per CPU, " + WALK, GOAL_CPU, comparison.economy(Servers.STOCK, WALK));
        report.note(
                "Samizdat's resident memory: %.0f MB, the mapped files of the store among them. Stock Fuseki has a heap of %s."
                        .formatted(megabytes, options.heap()));
        return report;
    }

    /** How many times as long it takes until the first of many things is answered as it takes with few. */
    private static Series starts(BenchOptions options, Servers many, Servers few)
            throws IOException, InterruptedException {
        many.startOnce("ASK {}");
        few.startOnce("ASK {}");
        List<Double> ofMany = new ArrayList<>();
        List<Double> ofFew = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            ofMany.add(start(many));
            ofFew.add(start(few));
        }
        System.out.println("s to first answer: many " + Series.of(ofMany).text() + ", few "
                + Series.of(ofFew).text());
        return Series.of(ofMany).over(Series.of(ofFew));
    }

    private static double start(Servers servers) throws IOException, InterruptedException {
        try (Server server = servers.samizdat(HEAP, "--fair-use", "off")) {
            return server.secondsToAnswer(Target.of("/doc/person-0", "Accept", Things.TURTLE));
        }
    }

    /** @return the megabytes of memory that Samizdat had at most */
    private static double walk(BenchOptions options, Servers servers, Things things, Comparison comparison)
            throws IOException, InterruptedException {
        Iterator<Target> documents = things.documents(Things.TURTLE).iterator();
        Iterator<Target> describes = things.describes().iterator();
        try (Server stock = servers.stock();
                Server samizdat = servers.samizdat(HEAP, "--fair-use", "off")) {
            stock.secondsToAnswer("ASK {}");
            samizdat.secondsToAnswer("ASK {}");
            OneByOne.during(options.warmUp(), stock, describes::next);
            OneByOne.during(options.warmUp(), samizdat, documents::next);
            for (int round = 0; round < options.rounds(); round++) {
                comparison.add(
                        stock,
                        WALK,
                        OneByOne.during(options.seconds(), stock, describes::next)
                                .window());
                comparison.add(
                        samizdat,
                        WALK,
                        OneByOne.during(options.seconds(), samizdat, documents::next)
                                .window());
            }
            return samizdat.peakMegabytes();
        }
    }
}
