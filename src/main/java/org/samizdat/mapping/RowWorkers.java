package org.samizdat.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.samizdat.table.Problems;
import org.samizdat.table.Row;

/**
 * Maps the rows of one table on several threads, in batches. In which order batches end up in the sorters is a matter of chance;
 * what comes out of the sorters is not.
 */
final class RowWorkers implements AutoCloseable {
    private static final int BATCH = 256;

    private final Problems problems;
    private final LineSorter triples;
    private final LineSorter reifiers;
    private final ExecutorService threads;
    /** Those that are free: to wait for one is what holds the reader back. */
    private final BlockingQueue<Worker> idle;

    private final List<Worker> all = new ArrayList<>();
    private List<Row> batch = new ArrayList<>(BATCH);
    private volatile Throwable failure;

    RowWorkers(
            int count,
            Supplier<TableMapping> mapping,
            String things,
            LineSorter triples,
            LineSorter reifiers,
            Problems problems) {
        this.problems = problems;
        this.triples = triples;
        this.reifiers = reifiers;
        this.threads = Executors.newFixedThreadPool(count);
        this.idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Worker(mapping.get(), new Things(things)));
        }
        idle.addAll(all);
    }

    void add(Row row) {
        batch.add(row);
        if (batch.size() == BATCH) {
            submit();
        }
    }

    /** Waits for the last row to be mapped and adds what the workers saw to what is known of all things. */
    void finish(Things things) {
        submit();
        for (int i = 0; i < all.size(); i++) {
            take();
        }
        rethrow();
        all.forEach(worker -> things.addAll(worker.things));
    }

    @Override
    public void close() {
        threads.close();
    }

    private void submit() {
        rethrow();
        List<Row> rows = batch;
        batch = new ArrayList<>(BATCH);
        Worker worker = take();
        threads.execute(() -> {
            try {
                worker.map(rows);
            } catch (Throwable e) {
                failure = e;
            } finally {
                idle.add(worker);
            }
        });
    }

    private Worker take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    private void rethrow() {
        switch (failure) {
            case null -> {}
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            default -> throw new CompletionException(failure);
        }
    }

    private final class Worker {
        private final TableMapping mapping;
        private final Things things;
        private final ByteArrayOutputStream plainLines = new ByteArrayOutputStream();
        private final ByteArrayOutputStream reifierLines = new ByteArrayOutputStream();
        private final LineWriter plain = new LineWriter(plainLines);
        private final LineWriter reifying = new LineWriter(reifierLines);

        Worker(TableMapping mapping, Things things) {
            this.mapping = mapping;
            this.things = things;
        }

        void map(List<Row> rows) {
            Editions editions = new Editions(plain.andThen(things), reifying);
            rows.forEach(row -> mapping.map(row, editions, problems));
            pass(plain, plainLines, triples);
            pass(reifying, reifierLines, reifiers);
        }

        private static void pass(LineWriter writer, ByteArrayOutputStream lines, LineSorter sorter) {
            writer.flush();
            synchronized (sorter) {
                try {
                    lines.writeTo(sorter);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            lines.reset();
        }
    }
}
