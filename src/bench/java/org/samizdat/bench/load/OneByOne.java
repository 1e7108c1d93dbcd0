package org.samizdat.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;
import org.samizdat.bench.Target;

/**
 * Each request once, over one connection, the next when the answer to the last is there: for requests that take so long
 * that what is under way at the end of a window would count, or that are different each time.
 *
 * @param latencies of the single requests
 * @param window all of them together
 */
public record OneByOne(Latencies latencies, Window window) {
    /** @throws CannotMeasureException if an answer is not a success */
    public static OneByOne of(Server server, List<Target> targets) {
        return send(server, targets.iterator(), Double.POSITIVE_INFINITY);
    }

    /**
     * Sends requests until so many seconds have passed; the last of them is answered too.
     *
     * @param next makes a request
     */
    public static OneByOne during(double seconds, Server server, Supplier<Target> next) {
        return send(server, Stream.generate(next).iterator(), seconds);
    }

    private static OneByOne send(Server server, Iterator<Target> targets, double seconds) {
        List<Double> millis = new ArrayList<>();
        double cpu = server.cpuSeconds();
        long start = System.nanoTime();
        try (Connection connection = new Connection(server.root())) {
            while (targets.hasNext() && secondsSince(start) < seconds) {
                Target target = targets.next();
                long sent = System.nanoTime();
                connection.require(target);
                millis.add(secondsSince(sent) * 1e3);
            }
        } catch (IOException e) {
            throw new CannotMeasureException(server.name() + " failed under load: " + e.getMessage());
        }
        return new OneByOne(
                new Latencies(millis), Window.of(millis.size(), secondsSince(start), server.cpuSeconds() - cpu));
    }

    private static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
