package org.samizdat.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that run queries, apart from those that serve pages. A query that finds none free waits, as long as there
 * is room. No client has all of them: one is left for others, who would else wait for as long as its queries may take.
 */
final class Slots implements AutoCloseable {
    /** Parsing, optimising and paths descend as deep as a query or the data makes them. Pages are used as needed. */
    private static final long STACK = 64L << 20;

    private final int slots;
    private final int share;
    private final int room;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<String, Integer> running = new HashMap<>();
    private final ExecutorService threads;
    private int busy;

    private record Job(String client, Runnable work) {}

    /**
     * @param slots how many run
     * @param room how many wait
     * @param fair whether one is left for others
     */
    Slots(int slots, int room, boolean fair) {
        this.slots = slots;
        this.share = fair ? Math.max(1, slots - 1) : slots;
        this.room = room;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(null, task, "query", STACK);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Whether there is room for this; if so, it is run. */
    synchronized boolean submit(String client, Runnable work) {
        Job job = new Job(client, work);
        if (mayRun(job)) {
            start(job);
        } else if (waiting.size() < room) {
            waiting.add(job);
        } else {
            return false;
        }
        return true;
    }

    /** Whether this was still waiting; if so, it will not be run. */
    synchronized boolean withdraw(Runnable work) {
        return waiting.removeIf(job -> job.work == work);
    }

    private boolean mayRun(Job job) {
        return busy < slots && running.getOrDefault(job.client, 0) < share;
    }

    private void start(Job job) {
        threads.execute(() -> {
            try {
                job.work.run();
            } finally {
                end(job);
            }
        });
        busy++;
        running.merge(job.client, 1, Integer::sum);
    }

    /** Whether nobody is asking anything. */
    synchronized boolean areIdle() {
        return busy == 0;
    }

    private synchronized void end(Job ended) {
        busy--;
        running.computeIfPresent(ended.client, (client, number) -> number == 1 ? null : number - 1);
        Iterator<Job> jobs = waiting.iterator();
        while (jobs.hasNext() && busy < slots) {
            Job next = jobs.next();
            if (mayRun(next)) {
                jobs.remove();
                start(next);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
