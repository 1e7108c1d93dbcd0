package org.samizdat.bench.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Part;
import org.samizdat.bench.Report;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.OneByOne;
import org.samizdat.bench.store.Servers;
import org.samizdat.bench.store.StoreData;

/** The page and the document of a thing with a hundred claims, when nobody has asked for them before. */
public final class PagesPart implements Part {
    private static final String PAGE = "page, HTML";
    private static final String DOCUMENT = "document, Turtle";
    private static final String DESCRIBE = "stock Fuseki, DESCRIBE";
    private static final double GOAL_MILLIS = 5;

    private final Map<String, List<OneByOne>> runs = new LinkedHashMap<>();

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public Report run(BenchOptions options) throws IOException, InterruptedException {
        StoreData.Generated data = StoreData.rich(options);
        Servers servers = Servers.prepare(options, data);
        servers.startOnce("ASK {}");
        Things things = Things.draw(data, options.pages(), options.seed());
        int half = things.slugs().size() / 2;
        Things first = things.part(0, half);
        Things others = things.part(half, things.slugs().size());
        Report report = new Report(
                "First rendering of things with a hundred claims", "what", "median ms", "p99 ms", "CPU ms/req");
        for (int round = 0; round < options.rounds(); round++) {
            try (Server stock = servers.stock();
                    Server samizdat = servers.samizdat()) {
                stock.secondsToAnswer("ASK {}");
                samizdat.secondsToAnswer("ASK {}");
                OneByOne.during(options.warmUp(), stock, roundAndRound(first, all -> all.describes()));
                warmUp(options, samizdat, first);
                add(DESCRIBE, OneByOne.of(stock, others.describes()));
                add(PAGE, OneByOne.of(samizdat, others.documents(Things.HTML)));
                add(DOCUMENT, OneByOne.of(samizdat, others.documents(Things.TURTLE)));
            }
        }
        report(report, others.slugs().size());
        return report;
    }

    /** Renders pages and documents of other things, again and again. */
    private void warmUp(BenchOptions options, Server samizdat, Things things) {
        for (String accept : List.of(Things.HTML, Things.TURTLE)) {
            int[] spelling = {0};
            OneByOne.during(
                    options.warmUp() / 2.0,
                    samizdat,
                    roundAndRound(things, all -> all.documents(accept, ++spelling[0])));
        }
    }

    private static Supplier<Target> roundAndRound(Things things, Function<Things, List<Target>> targets) {
        return Stream.generate(() -> targets.apply(things))
                .flatMap(List::stream)
                .iterator()::next;
    }

    private void add(String what, OneByOne run) {
        System.out.printf(
                Locale.ROOT, "%s: p99 %.2f ms, %s%n", what, run.latencies().p99(), run.window());
        runs.computeIfAbsent(what, key -> new ArrayList<>()).add(run);
    }

    private void report(Report report, int things) {
        runs.forEach((what, of) -> report.row(
                what,
                series(what, run -> run.latencies().median()).text(),
                p99(what).text(),
                series(what, run -> run.window().cpuMillis()).text()));
        report.note(String.format(
                Locale.ROOT,
                "Goal: p99 of the page under %.0f ms: %s.",
                GOAL_MILLIS,
                p99(PAGE).median() < GOAL_MILLIS ? "met" : "**not met**"));
        report.goalAtMost("p99 of the page against DESCRIBE", 1, p99(PAGE).over(p99(DESCRIBE)));
        report.goalAtMost(
                "p99 of the document against DESCRIBE", 1, p99(DOCUMENT).over(p99(DESCRIBE)));
        report.note(
                "%d things, each asked for once; servers are started anew for each round, and warmed with other things. Stock Fuseki's DESCRIBE has nothing of the claims."
                        .formatted(things));
    }

    private Series p99(String what) {
        return series(what, run -> run.latencies().p99());
    }

    private Series series(String what, ToDoubleFunction<OneByOne> figure) {
        return Series.of(runs.get(what).stream().map(figure::applyAsDouble).toList());
    }
}
