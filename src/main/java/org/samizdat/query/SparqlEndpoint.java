package org.samizdat.query;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.http.Answer;
import org.samizdat.http.ClientWatch;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.ProblemAnswers;

/**
 * The SPARQL endpoint. A request goes through these steps, and each may end it with an {@link HttpProblem}:
 *
 * <ol>
 *   <li>{@link FairShare} says whether this client may ask,
 *   <li>{@link Protocol} reads what is asked,
 *   <li>{@link Slots} gives a thread, at once or when one is free,
 *   <li>{@link QueryText} parses the query, {@link Admission} looks at its algebra, {@link ResultFormat} is chosen,
 *   <li>{@link Evaluation} runs it, for as long as the {@link Timekeeper} lets it, and writes to {@link HeldBack},
 *   <li>{@link SentResult} sends it through the {@link Exchange}.
 * </ol>
 */
public final class SparqlEndpoint implements AutoCloseable {
    private final Limits limits;
    private final ProblemAnswers problems;
    private final Protocol protocol;
    private final Clients clients;
    private final Optional<FairShare> shares;
    private final Services services;
    private final Slots slots;
    private final HeapGuard heap = new HeapGuard();
    private final Timekeeper timekeeper = new Timekeeper();
    private final HttpField announced;

    /** @param problems how errors are told */
    public SparqlEndpoint(Limits limits, ProblemAnswers problems) {
        this.limits = limits;
        this.problems = problems;
        this.protocol = new Protocol(limits.request());
        this.clients = new Clients(limits.proxies());
        this.shares = limits.fairUse().map(FairShare::new);
        this.services = new Services(limits.services(), Services::isPublic);
        this.slots = new Slots(limits.slots(), limits.queue(), shares.isPresent());
        this.announced = new PreEncodedHttpField(
                "SPARQL-Limits",
                "time=" + limits.time().toSeconds() + ", request=" + limits.request() + ", held-back="
                        + limits.heldBack());
    }

    /**
     * Answers a request, by whichever method.
     *
     * @param done called once, when the data is not needed any more: before or after the answer has been sent
     */
    public void handle(QueryData data, Request request, Response response, Callback callback, Runnable done) {
        String client = clients.of(request);
        Optional<FairShare.Client> share = shares.map(all -> all.client(client));
        response.getHeaders().add(announced);
        shares.ifPresent(all -> response.getHeaders().add(all.policy()));
        share.ifPresent(own -> response.getHeaders().add(own.remaining()));
        Exchange exchange = new Exchange(request, response, callback, counted(share));
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            exchange.answer(Answer.options(Protocol.METHODS));
            done.run();
            return;
        }
        try {
            share.ifPresent(FairShare.Client::check);
        } catch (HttpProblem problem) {
            exchange.fail(problem);
            done.run();
            return;
        }
        protocol.read(request).whenComplete((asked, failure) -> {
            if (failure == null) {
                new Turn(new Asking(limits, services, data, asked, exchange), share, done).start(client, request);
            } else {
                exchange.fail(problem(failure));
                done.run();
            }
        });
    }

    /** Counts what the client did wrong, but not that it came again too soon, or that others were before it. */
    private ProblemAnswers counted(Optional<FairShare.Client> share) {
        return (problem, request) -> {
            if (problem.status() != 429 && problem.status() != 503) {
                share.ifPresent(FairShare.Client::failed);
            }
            return problems.answer(problem, request);
        };
    }

    private static HttpProblem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof HttpProblem problem ? problem : HttpProblem.of(400);
    }

    @Override
    public void close() {
        slots.close();
        timekeeper.close();
        heap.close();
    }

    /** One query's turn at a slot, and all that has to be undone when it is over. */
    private final class Turn implements Runnable {
        private final Asking asking;
        private final Optional<FairShare.Client> share;
        private final Runnable done;
        private Timekeeper.Watch time;
        private ClientWatch client;

        Turn(Asking asking, Optional<FairShare.Client> share, Runnable done) {
            this.asking = asking;
            this.share = share;
            this.done = done;
        }

        void start(String address, Request request) {
            time = timekeeper.watch(limits.time(), () -> end(Reason.TIME), asking::giveUp);
            client = ClientWatch.on(request, () -> end(Reason.CLIENT_GONE));
            if (!slots.submit(address, this)) {
                refuse();
            }
        }

        @Override
        public void run() {
            long start = System.nanoTime();
            try {
                heap.run(asking, () -> asking.end(Reason.MEMORY));
            } finally {
                share.ifPresent(own -> own.used(Duration.ofNanos(System.nanoTime() - start)));
                close();
            }
        }

        private void end(Reason reason) {
            asking.end(reason);
            if (slots.withdraw(this)) {
                refuse();
            }
        }

        private void refuse() {
            asking.refuse();
            close();
        }

        private void close() {
            time.stop();
            client.close();
            done.run();
        }
    }
}
