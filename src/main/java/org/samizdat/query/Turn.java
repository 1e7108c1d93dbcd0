package org.samizdat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.http.ClientWatch;

/** One query's turn at a slot, or its wait for the answer of an equal one, and all that has to be undone when it is over. */
final class Turn implements Runnable, Asking.Place {
    private final Shared shared;
    private final Asking asking;
    private final String client;
    private final Optional<FairShare.Client> share;
    private final Runnable done;
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile Runnable undo = () -> {};

    /**
     * What all turns share.
     *
     * @param time how long each may take
     */
    record Shared(Slots slots, HeapGuard heap, Timekeeper timekeeper, Duration time) {}

    /**
     * @param client its address
     * @param asking what is to be done, for this place
     * @param done called once, when it is over
     */
    Turn(
            Shared shared,
            String client,
            Optional<FairShare.Client> share,
            Function<Asking.Place, Asking> asking,
            Runnable done) {
        this.shared = shared;
        this.client = client;
        this.share = share;
        this.done = done;
        this.asking = asking.apply(this);
    }

    /** Never fails: what goes wrong is told to the client. */
    void start(Request request) {
        try {
            Timekeeper.Watch time = shared.timekeeper().watch(shared.time(), () -> end(Reason.TIME), asking::giveUp);
            undo = time::stop;
            ClientWatch presence = ClientWatch.on(request, () -> end(Reason.CLIENT_GONE));
            undo = () -> {
                time.stop();
                presence.close();
            };
            if (!asking.isSpared()) {
                enter();
            }
        } catch (RuntimeException | Error e) {
            breakDown(e);
        }
    }

    @Override
    public void enter() {
        try {
            if (!shared.slots().submit(client, this)) {
                asking.turnAway();
                leave();
            }
        } catch (RuntimeException | Error e) {
            breakDown(e);
        }
    }

    private void breakDown(Throwable e) {
        try {
            asking.breakDown(e);
        } finally {
            leave();
        }
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        boolean ended = true;
        try {
            ended = shared.heap().run(asking::run, () -> asking.end(Reason.MEMORY));
        } finally {
            share.ifPresent(own -> own.used(Duration.ofNanos(System.nanoTime() - start)));
            if (ended) {
                leave();
            }
        }
    }

    private void end(Reason reason) {
        if (!asking.end(reason)) {
            return;
        }
        if (shared.slots().withdraw(this)) {
            asking.refuse();
            leave();
        } else if (asking.waitedInVain()) {
            leave();
        }
    }

    @Override
    public void leave() {
        if (over.compareAndSet(false, true)) {
            undo.run();
            done.run();
        }
    }
}
