package org.samizdat.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * The server's end of a connection, which can wait for the client's end to close while the HTTP connection does not read.
 * Only one may wait for something to read: if the HTTP connection begins to while the watch does, it takes its place.
 */
final class WatchedEndPoint extends SocketChannelEndPoint {
    private static final Runnable NOTHING = () -> {};

    private final Executor executor;
    /** What a client sent before it had its answer: read here to see that it is still there, and given on. */
    private final ByteBuffer ahead = BufferUtil.allocate(64);

    private boolean watching;
    private Runnable gone = NOTHING;
    private Callback next;

    WatchedEndPoint(
            SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, Executor executor) {
        super(channel, selector, key, scheduler);
        this.executor = executor;
    }

    synchronized void watch(Runnable whenGone) {
        gone = whenGone;
        if (!watching && !ahead.hasRemaining() && super.tryFillInterested(watch())) {
            watching = true;
        }
    }

    synchronized void forget() {
        gone = NOTHING;
    }

    private Callback watch() {
        return Callback.from(InvocationType.NON_BLOCKING, () -> readable(null), this::readable);
    }

    private void readable(Throwable failure) {
        Callback connection;
        Runnable whenGone;
        synchronized (this) {
            watching = false;
            connection = next;
            next = null;
            whenGone = connection == null && (failure != null || isClosedByClient()) ? gone : NOTHING;
        }
        if (connection != null) {
            executor.execute(() -> {
                if (failure == null) {
                    connection.succeeded();
                } else {
                    connection.failed(failure);
                }
            });
        }
        whenGone.run();
    }

    private boolean isClosedByClient() {
        try {
            return super.fill(ahead) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public synchronized int fill(ByteBuffer buffer) throws IOException {
        return ahead.hasRemaining() ? BufferUtil.append(buffer, ahead) : super.fill(buffer);
    }

    @Override
    public void fillInterested(Callback callback) {
        if (!tryFillInterested(callback)) {
            super.fillInterested(callback);
        }
    }

    @Override
    public synchronized boolean tryFillInterested(Callback callback) {
        if (watching && next == null) {
            next = callback;
            return true;
        }
        if (ahead.hasRemaining()) {
            executor.execute(callback::succeeded);
            return true;
        }
        return super.tryFillInterested(callback);
    }

    @Override
    public synchronized boolean isFillInterested() {
        return watching ? next != null : super.isFillInterested();
    }
}
