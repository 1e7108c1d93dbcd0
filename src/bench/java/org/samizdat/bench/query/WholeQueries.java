package org.samizdat.bench.query;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Series;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Comparison;
import org.samizdat.bench.load.OneByOne;
import org.samizdat.bench.store.Servers;

/** Asks stock Fuseki and Samizdat the same queries by turns over one connection, each time in another wording. */
final class WholeQueries {
    private final Map<String, String> queries;
    private final List<Server> sides;
    private final Comparison comparison;
    private int asked;

    /**
     * @param title of the table
     * @param queries their texts by their names
     */
    WholeQueries(String title, Map<String, String> queries, Server stock, Server samizdat) {
        this.comparison = new Comparison(Servers.SAMIZDAT, title);
        this.queries = new LinkedHashMap<>(queries);
        this.sides = List.of(stock, samizdat);
    }

    /** Compares the answers, then asks all queries round and round, so that what they do is compiled. */
    void warmUp(BenchOptions options) throws IOException, InterruptedException {
        Answers answers = new Answers(sides.getFirst(), sides.getLast());
        for (String query : queries.values()) {
            answers.compare(another(query));
        }
        List<String> texts = List.copyOf(queries.values());
        for (Server server : sides) {
            OneByOne.during(options.warmUp(), server, () -> target(texts.get(asked % texts.size())));
        }
    }

    /** Each query for so many seconds on each server, in each round. */
    void measure(BenchOptions options, double seconds) {
        for (int round = 0; round < options.rounds(); round++) {
            queries.forEach((name, query) -> {
                for (Server server : sides) {
                    comparison.add(
                            server,
                            name,
                            OneByOne.during(seconds, server, () -> target(query))
                                    .window());
                }
            });
        }
    }

    private Target target(String query) {
        return Target.query(another(query), "application/sparql-results+json, text/turtle");
    }

    private String another(String query) {
        return Wording.of(query, "n" + ++asked);
    }

    Comparison comparison() {
        return comparison;
    }

    /** The median over the queries of how many times less CPU they take on Samizdat, round by round. */
    Series medianEconomy() {
        return medians(name -> comparison.economy(Servers.STOCK, name));
    }

    /** The median over the queries of the milliseconds of CPU, round by round. */
    Series medianCpu(String server) {
        return medians(name -> comparison.cpu(server, name));
    }

    private Series medians(Function<String, Series> figure) {
        List<Series> all = queries.keySet().stream().map(figure).toList();
        return Series.of(IntStream.range(0, all.getFirst().values().size())
                .mapToObj(round -> Series.of(all.stream()
                                .map(series -> series.values().get(round))
                                .toList())
                        .median())
                .toList());
    }
}
