package org.samizdat.web;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.samizdat.http.WatchedConnector;
import org.samizdat.query.ArqSettings;
import org.samizdat.query.CannotServeException;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.query.Saving;
import org.samizdat.query.SparqlEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process that serves a release, and each newer one that becomes current.
 *
 * <pre>{@code
 * try (Server server = Server.start(ServerOptions.of("localhost", 3030, Home.at(Path.of("target/samizdat"))))) {
 *     System.out.println("Serving at " + server.address());
 *     …
 * }
 * }</pre>
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final int KILOBYTE = 1024;
    private static final int MOST_CONNECTIONS = 2_000;
    /** What the code is compiled from; what the first round keeps is not asked again by clients. */
    private static final int ROUNDS_AT_START = 5;

    private final org.eclipse.jetty.server.Server jetty = new org.eclipse.jetty.server.Server();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("release-watch").factory());
    private final ServerOptions options;
    private final ServerConnector connector;
    private final Editions editions;
    private final SparqlEndpoint endpoint;
    private final WarmUp warmUp;
    private final Queries queries;

    private Server(ServerOptions options) {
        this.options = options;
        this.connector = connector(options);
        this.editions = new Editions(
                options.home(), FusekiConfiguration.read(options.fuseki()), options.limits(), this::address);
        this.endpoint = new SparqlEndpoint(options.limits(), Failures::answer);
        this.warmUp = new WarmUp(editions, endpoint);
        this.queries =
                new Queries(editions, new Saving(editions.saved(), options.limits(), Failures::answer), endpoint);
    }

    /**
     * Opens the home's current release and serves it.
     *
     * @throws CannotServeException if the port is taken or the Fuseki configuration is wrong
     * @throws org.samizdat.release.HomeException if there is no sound release, or another process has it open
     */
    public static Server start(ServerOptions options) {
        ArqSettings.apply();
        Server server = new Server(options);
        try {
            server.start();
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private ServerConnector connector(ServerOptions options) {
        ServerConnector made = new WatchedConnector(jetty, new HttpConnectionFactory(configuration()));
        made.setHost(options.host());
        made.setPort(options.port());
        made.setIdleTimeout(TimeUnit.SECONDS.toMillis(30));
        // Well below the time to stop in, which idle connections would otherwise use up.
        made.setShutdownIdleTimeout(200);
        jetty.addConnector(made);
        jetty.addBean(connectionLimit(made));
        return made;
    }

    /** When there are so many, the idle ones are let go soon, and no further one is taken up meanwhile. */
    private static NetworkConnectionLimit connectionLimit(ServerConnector connector) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(MOST_CONNECTIONS, connector);
        limit.setEndPointIdleTimeout(TimeUnit.SECONDS.toMillis(2));
        return limit;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        // Fuseki's own 5 MB are never pooled, so that each small answer would allocate and clear them (apache/jena
        // GH-4084).
        configuration.setOutputBufferSize(32 * KILOBYTE);
        configuration.setRequestHeaderSize(16 * KILOBYTE);
        // The longest names, percent-encoded, stand in Content-Location and in Link.
        configuration.setResponseHeaderSize(32 * KILOBYTE);
        configuration.setSendServerVersion(false);
        configuration.setRelativeRedirectAllowed(true);
        return configuration;
    }

    private void start() {
        jetty.setErrorHandler(new Failures());
        jetty.setStopTimeout(TimeUnit.SECONDS.toMillis(1));
        jetty.setHandler(new GracefulHandler(new Gate(editions, endpoint, queries)));
        listen();
        editions.open();
        try {
            jetty.start();
        } catch (Exception e) {
            throw new CannotServeException("The server does not start: " + e.getMessage(), e);
        }
        warmUp.begin(ROUNDS_AT_START);
        long interval = options.watch().toMillis();
        watch.scheduleWithFixedDelay(this::follow, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** The port is taken before the release is opened: it is the likelier of the two to be in use. */
    private void listen() {
        try {
            connector.open();
        } catch (IOException e) {
            boolean taken = e instanceof BindException || e.getCause() instanceof BindException;
            throw new CannotServeException(
                    taken
                            ? "Port " + options.port() + " of " + options.host()
                                    + " is in use; stop what uses it, or name another with --port."
                            : "Cannot listen at " + options.host() + ", port " + options.port() + ": " + e.getMessage(),
                    e);
        }
    }

    private void follow() {
        try {
            if (editions.follow()) {
                warmUp.begin(1);
            }
        } catch (RuntimeException | Error e) {
            LOG.error("The new release could not be taken up.", e);
        }
    }

    /** Where the server is reached, ending in {@code /}. */
    public URI address() {
        return URI.create("http://" + options.host() + ":" + connector.getLocalPort() + "/");
    }

    /** Ends within a second or two: running requests may finish in that time. */
    @Override
    public void close() {
        // Not interrupted: a release that is just being verified would look damaged.
        watch.shutdown();
        try {
            jetty.stop();
        } catch (TimeoutException e) {
            LOG.warn("The server stopped before every request had its whole answer.");
        } catch (Exception e) {
            LOG.warn("The server did not stop in good order.", e);
        } finally {
            connector.close();
            warmUp.close();
            endpoint.close();
            editions.close();
        }
    }
}
