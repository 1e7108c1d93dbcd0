package org.samizdat.http;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * Tells when a client goes away while its request is being worked on. A server does not read from a connection at that
 * time, so it would notice only when it writes the answer. Works on connections of a {@link WatchedConnector}.
 */
public final class ClientWatch implements AutoCloseable {
    private final Runnable stop;

    private ClientWatch(Runnable stop) {
        this.stop = stop;
    }

    /** @param gone called at most once, by any thread; must not block */
    public static ClientWatch on(Request request, Runnable gone) {
        // The connection is not idle, though nothing is sent over it.
        request.addIdleTimeoutListener(timeout -> false);
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        if (end instanceof WatchedEndPoint watched) {
            watched.watch(gone);
            return new ClientWatch(watched::forget);
        }
        return new ClientWatch(() -> {});
    }

    /** The request has been answered. */
    @Override
    public void close() {
        stop.run();
    }
}
