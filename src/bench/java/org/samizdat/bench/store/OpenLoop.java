package org.samizdat.bench.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.Server;

/**
 * Load at a fixed rate, whatever the server does: each request has its time, and its latency counts from then, so that
 * waiting for a slow server is not left out.
 */
final class OpenLoop {
    private static final int CONNECTIONS = 16;

    private final List<String> slugs;
    private final long seed;

    OpenLoop(Path slugs, long seed) throws IOException {
        this.slugs = Files.readAllLines(slugs);
        this.seed = seed;
    }

    /**
     * Sends so many requests a second for so many seconds.
     *
     * @param number of the window, different for each on a server
     * @return the latency in milliseconds that 99 of 100 requests stay below
     */
    double p99(Server server, Shape shape, double rate, int seconds, int number)
            throws InterruptedException, IOException {
        List<String> targets = targets(server.endpoint(), shape, (int) (rate * seconds), number);
        long[] nanos = new long[targets.size()];
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                workers.add(threads.submit(() -> {
                    send(server.endpoint(), shape, targets, rate, start, next, nanos);
                    return true;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new CannotMeasureException(server.name() + " failed under load: " + e.getCause());
        }
        Arrays.sort(nanos);
        return nanos[(int) (nanos.length * 0.99)] / 1e6;
    }

    private List<String> targets(URI endpoint, Shape shape, int count, int number) {
        Random random = new Random(seed + number);
        String template = endpoint.getPath() + "?query=" + shape.encodedTemplate();
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String slug = slugs.get(random.nextInt(slugs.size()));
            targets.add(template.replace("@SLUG@", slug).replace("@MARK@", "o" + number + "n" + i));
        }
        return targets;
    }

    private static void send(
            URI endpoint, Shape shape, List<String> targets, double rate, long start, AtomicInteger next, long[] nanos)
            throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long due = start + (long) (i / rate * 1e9);
                LockSupport.parkNanos(due - System.nanoTime());
                String head = "GET " + targets.get(i) + " HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\nAccept: "
                        + shape.accept() + "\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                receive(in);
                nanos[i] = System.nanoTime() - due;
            }
        }
    }

    /** Reads one response: its status must be 200. */
    private static void receive(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        int length = -1;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            skipChunks(in);
        }
    }

    private static void skipChunks(InputStream in) throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(in).strip(), 16);
            in.skipNBytes(size);
            line(in);
        } while (size > 0);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("The server closed the connection.");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }
}
