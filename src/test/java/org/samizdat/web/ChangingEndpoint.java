package org.samizdat.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Build;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Version;
import org.samizdat.http.WatchedConnector;
import org.samizdat.query.ArqSettings;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.query.KnownAnswers;
import org.samizdat.query.Limits;
import org.samizdat.query.NoPages;
import org.samizdat.query.QueryData;
import org.samizdat.query.SparqlEndpoint;

/** The endpoint as the server has it, fair use switched off, at a free port and over whatever data a test gives it. */
public final class ChangingEndpoint implements AutoCloseable {
    private final Server jetty = new Server();
    private final ServerConnector connector = new WatchedConnector(jetty, new HttpConnectionFactory());
    private final SparqlEndpoint endpoint =
            new SparqlEndpoint(Limits.standard().withFairUse(Optional.empty()), Failures::answer);
    private final Context settings = FusekiConfiguration.read(Path.of("fuseki-config", "samizdat.ttl"))
            .settings(DatasetGraphFactory.createTxnMem());
    /** Who has it uses the data, or changes it. */
    private final Semaphore data = new Semaphore(1);

    private QueryData served;

    private ChangingEndpoint() {
        connector.setHost("localhost");
        jetty.addConnector(connector);
        jetty.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                data.acquireUninterruptibly();
                endpoint.handle(
                        served,
                        (address, accept) -> Failures.answer(HttpProblem.of(404), request),
                        request,
                        response,
                        callback,
                        data::release);
                return true;
            }
        });
    }

    public static ChangingEndpoint start() throws Exception {
        ArqSettings.apply();
        ChangingEndpoint fixture = new ChangingEndpoint();
        fixture.jetty.start();
        return fixture;
    }

    /**
     * Answers from this data from now on. What was served before is not used any more when this returns.
     *
     * @param base against which a query's relative IRIs are resolved
     */
    public void serve(DatasetGraph dataset, String base) {
        data.acquireUninterruptibly();
        // Answers are kept by release: this is a new one.
        KnownAnswers answers =
                new KnownAnswers(new Version("release", new Build("build", Instant.EPOCH), Instant.EPOCH));
        served = new QueryData(dataset, settings, base, new TreeMap<>(), answers, new NoPages());
        data.release();
    }

    public URI address() {
        return URI.create("http://localhost:" + connector.getLocalPort() + FusekiConfiguration.SERVICE);
    }

    @Override
    public void close() {
        try {
            jetty.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            endpoint.close();
        }
    }
}
