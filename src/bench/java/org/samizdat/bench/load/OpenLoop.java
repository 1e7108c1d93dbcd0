package org.samizdat.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;

/**
 * Load at a fixed rate, whatever the server does: each request has its time, and its latency counts from then, so that
 * waiting for a slow server is not left out.
 */
public final class OpenLoop {
    private static final int CONNECTIONS = 16;

    private final Server server;
    private final List<Target> targets;
    private final double rate;
    private final double[] millis;
    private final AtomicInteger next = new AtomicInteger();
    private final long start = System.nanoTime();

    private OpenLoop(Server server, List<Target> targets, double rate) {
        this.server = server;
        this.targets = targets;
        this.rate = rate;
        this.millis = new double[targets.size()];
    }

    /**
     * Sends each request once.
     *
     * @param rate requests a second
     */
    public static Latencies of(Server server, List<Target> targets, double rate) throws InterruptedException {
        OpenLoop loop = new OpenLoop(server, targets, rate);
        loop.run();
        return new Latencies(Arrays.stream(loop.millis).boxed().toList());
    }

    private void run() throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                workers.add(threads.submit(() -> {
                    send();
                    return true;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new CannotMeasureException(server.name() + " failed under load: " + e.getCause());
        }
    }

    private void send() throws IOException {
        try (Connection connection = new Connection(server.root())) {
            for (int i = next.getAndIncrement(); i < millis.length; i = next.getAndIncrement()) {
                long due = start + (long) (i / rate * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                connection.require(targets.get(i));
                millis[i] = (System.nanoTime() - due) / 1e6;
            }
        }
    }
}
