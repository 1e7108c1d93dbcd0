package org.samizdat.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.samizdat.query.SparqlEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the example queries of the current release, so that the code which answers queries has been compiled, and the store's
 * caches are filled, when people ask. It runs in the background, one query at a time, only while no client's query runs, and
 * not for long.
 */
final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final Duration ALL = Duration.ofSeconds(5);
    private static final Duration EACH = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Editions editions;
    private final SparqlEndpoint endpoint;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .daemon()
            .name("warm-up")
            .priority(Thread.MIN_PRIORITY)
            .factory());

    private volatile Future<?> steps = CompletableFuture.completedFuture(null);

    WarmUp(Editions editions, SparqlEndpoint endpoint) {
        this.editions = editions;
        this.endpoint = endpoint;
    }

    /**
     * Begins to run the current release's examples; those of a release before it are not run any more.
     *
     * @param rounds how often each is run
     * @return completes with the number of answers that were kept
     */
    CompletableFuture<Integer> begin(int rounds) {
        Round round = new Round(rounds);
        steps.cancel(false);
        steps = thread.scheduleWithFixedDelay(round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return round.over;
    }

    /** Does a query at each step. */
    private final class Round implements Runnable {
        private final CompletableFuture<Integer> over = new CompletableFuture<>();
        private final int rounds;
        private final Instant end = Instant.now().plus(ALL);
        private String release = "";
        private Iterator<String> queries = Collections.emptyIterator();
        private int kept;

        Round(int rounds) {
            this.rounds = rounds;
        }

        @Override
        public void run() {
            try {
                if (Instant.now().isAfter(end)) {
                    finish();
                } else if (endpoint.isIdle()) {
                    step();
                }
            } catch (RuntimeException | Error e) {
                LOG.warn("The example queries are not run beforehand any more.", e);
                finish();
            }
        }

        private void step() {
            Edition edition = editions.hold();
            try {
                if (release.isEmpty()) {
                    release = edition.id();
                    queries = repeated(edition.site().queries().examples());
                }
                if (!release.equals(edition.id()) || !queries.hasNext()) {
                    finish();
                } else if (endpoint.prepare(edition.queryData(), queries.next(), EACH)) {
                    kept++;
                }
            } finally {
                edition.release();
            }
        }

        private Iterator<String> repeated(Collection<String> examples) {
            return Collections.nCopies(rounds, examples).stream()
                    .flatMap(Collection::stream)
                    .iterator();
        }

        private void finish() {
            over.complete(kept);
            steps.cancel(false);
        }
    }

    /** Waits for what is being run, which is not long: were it interrupted, the store's files would close under all others. */
    @Override
    public void close() {
        thread.close();
    }
}
