package org.samizdat.guard;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.query.QueryCancelledException;

/** Whether a query may go on. One thread runs it and asks here every so often; any other may end it. */
public final class Cancellation {
    /** Why a query was ended. */
    public enum Reason {
        TIME,
        MEMORY,
        CLIENT_GONE,
        STOPPING
    }

    private final AtomicReference<Reason> reason = new AtomicReference<>();
    /** ARQ's own iterators look at this. */
    private final AtomicBoolean signal = new AtomicBoolean();

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Only the first reason counts. */
    public void cancel(Reason why) {
        reason.compareAndSet(null, why);
        signal.set(true);
        listeners.forEach(Runnable::run);
    }

    /** @param listener called, by another thread, when the query is ended: it makes a wait end that nothing else does */
    public void onCancel(Runnable listener) {
        listeners.add(listener);
        if (signal.get()) {
            listener.run();
        }
    }

    /** @throws QueryCancelledException if the query has been ended */
    public void check() {
        if (signal.get()) {
            throw new QueryCancelledException();
        }
    }

    public Optional<Reason> reason() {
        return Optional.ofNullable(reason.get());
    }

    AtomicBoolean signal() {
        return signal;
    }
}
