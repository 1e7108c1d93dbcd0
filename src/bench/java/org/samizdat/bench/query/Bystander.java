package org.samizdat.bench.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;
import org.samizdat.bench.load.Connection;
import org.samizdat.bench.load.Latencies;
import org.samizdat.bench.load.OneByOne;

/** A client that asks small queries at a steady rate, whatever others do. */
final class Bystander implements Callable<Latencies> {
    private static final long NANOS_BETWEEN = 50_000_000;
    private static final int QUERIES = 50_000;

    private final Server server;
    private final List<Target> targets;
    private final FutureTask<Latencies> result = new FutureTask<>(this);
    private volatile boolean over;

    private Bystander(Server server, List<Target> targets) {
        this.server = server;
        this.targets = targets;
    }

    /** Asks for so many seconds, each query from another address. */
    static void warmUp(Server server, SmallQueries queries, int seconds) {
        List<Target> targets = draw(queries);
        int[] asked = {0};
        OneByOne.during(seconds, server, () -> {
            int i = asked[0]++;
            return targets.get(i % QUERIES).with("X-Forwarded-For", "10.3." + i / 200 % 200 + "." + i % 200);
        });
    }

    static Bystander start(Server server, SmallQueries queries) {
        Bystander bystander = new Bystander(
                server,
                draw(queries).stream()
                        .map(target -> target.with("X-Forwarded-For", "10.1.0.1"))
                        .toList());
        Thread.ofPlatform().daemon().name("bystander").start(bystander.result);
        return bystander;
    }

    private static List<Target> draw(SmallQueries queries) {
        return queries.draw(Shape.JOIN, QUERIES);
    }

    @Override
    public Latencies call() throws IOException {
        List<Double> millis = new ArrayList<>();
        long start = System.nanoTime();
        try (Connection connection = new Connection(server.root())) {
            while (!over) {
                long due = start + millis.size() * NANOS_BETWEEN;
                LockSupport.parkNanos(due - System.nanoTime());
                int status = connection.get(targets.get(millis.size() % QUERIES));
                if (status != 200) {
                    throw new IOException(status + " for a well-behaved query");
                }
                millis.add((System.nanoTime() - due) / 1e6);
            }
        }
        return new Latencies(millis);
    }

    /**
     * Ends it.
     *
     * @throws CannotMeasureException if not every query was answered with 200
     */
    Latencies stop() throws InterruptedException {
        over = true;
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new CannotMeasureException("The well-behaved client was not served: " + e.getCause());
        }
    }
}
