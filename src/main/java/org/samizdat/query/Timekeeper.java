package org.samizdat.query;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends queries whose time is over, and gives up those that do not end then. */
final class Timekeeper implements AutoCloseable {
    /** A query that is told to end does so in milliseconds. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("query-time").factory());

    Timekeeper() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** What is still to be done for one query. */
    record Watch(List<Future<?>> alarms) {
        void stop() {
            alarms.forEach(alarm -> alarm.cancel(false));
        }
    }

    /**
     * @param expire called when the time is over
     * @param giveUp called a second later
     */
    Watch watch(Duration time, Runnable expire, Runnable giveUp) {
        return new Watch(List.of(
                timer.schedule(expire, time.toMillis(), TimeUnit.MILLISECONDS),
                timer.schedule(giveUp, time.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS)));
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
