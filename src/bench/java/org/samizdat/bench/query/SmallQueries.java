package org.samizdat.bench.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Latencies;
import org.samizdat.bench.load.OpenLoop;
import org.samizdat.bench.load.Window;
import org.samizdat.bench.load.Wrk;
import org.samizdat.bench.store.StoreData;

/** Asks small queries about things drawn at random, no text twice. */
final class SmallQueries {
    private static final int WARMING_CONNECTIONS = 16;

    private final List<String> things;
    private final Path slugs;
    private final long seed;
    /** Of the window: each has its own draws and texts. */
    private int number;

    SmallQueries(StoreData.Generated data, long seed) throws IOException {
        this.things = data.slugList();
        this.slugs = data.slugs();
        this.seed = seed;
    }

    /** So many requests to compare or to ask one by one. */
    List<Target> draw(Shape shape, int count) {
        number++;
        Random random = new Random(seed + number);
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(shape.target(things.get(random.nextInt(things.size())), "o" + number + "n" + i));
        }
        return targets;
    }

    /** As fast as the server answers. */
    Window load(Server server, Shape shape, int connections, int seconds) throws IOException, InterruptedException {
        number++;
        return new Wrk(connections, seconds)
                .run(
                        server,
                        "queries.lua",
                        List.of(
                                slugs.toString(),
                                shape.accept(),
                                shape.encodedTemplate(),
                                "w" + number,
                                Long.toString(1 + Math.floorMod(seed * 7919 + number, 2147483646))));
    }

    /** At a fixed rate. */
    Latencies load(Server server, Shape shape, double rate, int seconds) throws InterruptedException {
        return OpenLoop.of(server, draw(shape, (int) (rate * seconds)), rate);
    }

    /** So that what the server does often is compiled. */
    void warmUp(Server server, BenchOptions options) throws IOException, InterruptedException {
        for (Shape shape : Shape.values()) {
            load(server, shape, WARMING_CONNECTIONS, Math.max(1, options.warmUp() / Shape.values().length));
        }
    }

    /** Both must answer the same about a hundred things, and something. */
    void compare(Server one, Server other) throws IOException, InterruptedException {
        Answers answers = new Answers(one, other);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String slug = things.get(random.nextInt(things.size()));
            for (Shape shape : Shape.values()) {
                if (answers.compare(shape.query(slug, "a" + i)) < 2) {
                    throw new CannotMeasureException("Nothing is said of " + slug + ".");
                }
            }
        }
    }
}
