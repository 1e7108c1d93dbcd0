package org.samizdat.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.samizdat.http.HttpProblem;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases that are not current any more, opened when somebody asks for the result of a query on one of them. A few stay open; one
 * that nobody has asked for a while is closed, so that it can be removed when its time has come.
 */
final class PastEditions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PastEditions.class);
    private static final int MOST = 4;
    private static final long IDLE = Duration.ofMinutes(5).toNanos();
    /** One is opened at a time: each is verified first, which is work. */
    private static final long SECONDS_TO_WAIT = 2;

    private final Home home;
    private final Function<Release, Edition> editions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Open> open = new HashMap<>();

    private record Open(Edition edition, long asked) {}

    /** @param editions makes what is served of a release */
    PastEditions(Home home, Function<Release, Edition> editions) {
        this.home = home;
        this.editions = editions;
    }

    /**
     * @return the edition, held for the caller; empty if there is no such release
     * @throws HttpProblem if it cannot be opened just now
     */
    Optional<Edition> hold(String id) {
        if (!waitForTurn()) {
            throw busy();
        }
        try {
            Optional<Edition> edition =
                    Optional.ofNullable(open.get(id)).map(Open::edition).or(() -> open(id));
            edition.ifPresent(found -> {
                found.acquire();
                open.put(id, new Open(found, System.nanoTime()));
            });
            return edition;
        } finally {
            lock.unlock();
        }
    }

    private boolean waitForTurn() {
        try {
            return lock.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpProblem busy() {
        return HttpProblem.of(503, "Busy", "This release cannot be opened just now.")
                .advising("Try again in a few seconds, or ask the latest release.")
                .retryAfter(5);
    }

    private Optional<Edition> open(String id) {
        if (!home.ids().contains(id)) {
            return Optional.empty();
        }
        try {
            Edition edition = editions.apply(Release.open(home.releaseFolder(id)));
            LOG.info("Opened release {} for a query.", id);
            if (open.size() >= MOST) {
                open.entrySet().stream()
                        .min(Comparator.comparing(entry -> entry.getValue().asked()))
                        .map(Map.Entry::getKey)
                        .ifPresent(this::close);
            }
            return Optional.of(edition);
        } catch (InvalidReleaseException e) {
            LOG.warn("Release {} cannot be asked. {}", id, e.getMessage());
            return Optional.empty();
        } catch (HomeException e) {
            LOG.warn("Release {} cannot be asked now. {}", id, e.getMessage());
            throw busy();
        }
    }

    private void close(String id) {
        open.remove(id).edition().release();
    }

    /** Closes those that nobody has asked for a while; if one is just being opened, the next time. */
    void closeIdle() {
        if (lock.tryLock()) {
            try {
                long now = System.nanoTime();
                open.entrySet().stream()
                        .filter(entry -> now - entry.getValue().asked() > IDLE)
                        .map(Map.Entry::getKey)
                        .toList()
                        .forEach(this::close);
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            open.keySet().stream().toList().forEach(this::close);
        } finally {
            lock.unlock();
        }
    }
}
