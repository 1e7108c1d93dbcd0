package org.samizdat.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.apache.jena.query.QueryCancelledException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.ProblemAnswers;
import org.samizdat.http.Validators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SPARQL endpoint. Who asks nothing gets the {@link ServiceDescription}. A query goes through these steps, and each may
 * end it with an {@link HttpProblem}:
 *
 * <ol>
 *   <li>{@link KnownAnswers} may have the answer, and all is done,
 *   <li>{@link FairShare} says whether this client may ask,
 *   <li>{@link Protocol} reads what is asked,
 *   <li>{@link Slots} gives a thread, at once or when one is free, unless an equal query is being run ({@link EqualQueries}),
 *   <li>{@link QueryText} parses the query, {@link Admission} looks at its algebra, {@link ResultFormat} is chosen,
 *   <li>{@link KnownAnswers} may have the answer to an equal query,
 *   <li>{@link Evaluation} runs it, for as long as the {@link Timekeeper} lets it, and writes to {@link HeldBack},
 *   <li>{@link SentResult} sends what is too large to be held back, and the {@link Exchange} all else.
 * </ol>
 */
public final class SparqlEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SparqlEndpoint.class);

    private final Limits limits;
    private final ProblemAnswers problems;
    private final Protocol protocol;
    private final Clients clients;
    private final Optional<FairShare> shares;
    private final Services services;
    private final Turn.Shared shared;
    private final HttpField announced;

    /** @param problems how errors are told */
    public SparqlEndpoint(Limits limits, ProblemAnswers problems) {
        this.limits = limits;
        this.problems = problems;
        this.protocol = new Protocol(limits.request());
        this.clients = new Clients(limits.proxies());
        this.shares = limits.fairUse().map(FairShare::new);
        this.services = new Services(limits.services(), Services::isPublic);
        this.shared = new Turn.Shared(
                new Slots(limits.slots(), limits.queue(), shares.isPresent()),
                new HeapGuard(),
                new Timekeeper(),
                limits.time());
        this.announced = new PreEncodedHttpField(
                "SPARQL-Limits",
                "time=" + limits.time().toSeconds() + ", request=" + limits.request() + ", held-back="
                        + limits.heldBack());
    }

    /**
     * Answers a request, by whichever method.
     *
     * @param description what is answered where nothing is asked, from the address that was asked and its Accept field
     * @param done called once, when the data is not needed any more: before or after the answer has been sent
     */
    public void handle(
            QueryData data,
            BiFunction<String, Optional<String>, Answer> description,
            Request request,
            Response response,
            Callback callback,
            Runnable done) {
        Exchange exchange = new Exchange(request, response, callback, problems);
        Runnable once = once(done);
        attempt(exchange, once, () -> {
            response.getHeaders().add(announced);
            Optional<Answer> known = data.answers().find(request);
            if (known.isPresent()) {
                exchange.result(known.get());
                once.run();
            } else {
                receive(data, description, exchange, once);
            }
        });
    }

    private static Runnable once(Runnable done) {
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                done.run();
            }
        };
    }

    /** What goes wrong is told to the client, and then it is over. */
    private static void attempt(Exchange exchange, Runnable done, Runnable step) {
        try {
            step.run();
        } catch (HttpProblem problem) {
            exchange.fail(problem);
            done.run();
        } catch (RuntimeException | Error e) {
            LOG.error("A request could not be answered.", e);
            exchange.fail(HttpProblem.of(500));
            done.run();
        }
    }

    private void receive(
            QueryData data,
            BiFunction<String, Optional<String>, Answer> description,
            Exchange exchange,
            Runnable done) {
        Request request = exchange.request();
        String client = clients.of(request);
        Optional<FairShare.Client> share = shares.map(all -> all.client(client));
        shares.ifPresent(all -> exchange.add(all.policy()));
        share.ifPresent(own -> {
            exchange.add(own.remaining());
            exchange.onProblem(problem -> count(problem, own));
        });
        if (HttpMethod.OPTIONS.is(request.getMethod())) {
            exchange.answer(Answer.options(Protocol.METHODS));
            done.run();
            return;
        }
        if (Protocol.asksNothing(request)) {
            exchange.answer(description.apply(clients.address(request), exchange.accept()));
            done.run();
            return;
        }
        share.ifPresent(FairShare.Client::check);
        protocol.read(request)
                .whenComplete((asked, failure) -> attempt(exchange, done, () -> {
                    if (failure != null) {
                        throw cause(failure);
                    }
                    new Turn(
                                    shared,
                                    client,
                                    share,
                                    place -> new Asking(limits, services, data, asked, exchange, place),
                                    done)
                            .start(request);
                }));
    }

    /** Counts what the client did wrong, but not that it came again too soon, or that others were before it. */
    private static void count(HttpProblem problem, FairShare.Client client) {
        if (problem.status() != 429 && problem.status() != 503) {
            client.failed();
        }
    }

    private static RuntimeException cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /**
     * Runs a query before anybody asks, in the calling thread and at no place of a client's, and keeps its answer if that is
     * the same each time and not too large.
     *
     * @param most how long it may take
     * @return whether its answer is kept
     */
    public boolean prepare(QueryData data, String query, Duration most) {
        Cancellation cancellation = new Cancellation();
        Timekeeper.Watch time = shared.timekeeper().watch(most, () -> cancellation.cancel(Reason.TIME), () -> {});
        try {
            return shared.heap()
                    .run(() -> prepare(data, query, cancellation), () -> cancellation.cancel(Reason.MEMORY));
        } catch (RuntimeException | StackOverflowError e) {
            // Whoever asks it will be told.
            return false;
        } finally {
            time.stop();
        }
    }

    private boolean prepare(QueryData data, String query, Cancellation cancellation) {
        SparqlRequest asked = new SparqlRequest(query, List.of(), List.of(), Optional.empty());
        Question question = Question.read(asked, Optional.empty(), data, services, cancellation);
        HeldBack out = new HeldBack(
                limits.heldBack(),
                () -> {
                    throw new QueryCancelledException();
                },
                cancellation);
        question.answer(data, services, cancellation, out);
        question.identity().ifPresent(identity -> keep(data.answers(), identity, question, out));
        return question.identity().isPresent();
    }

    private static void keep(KnownAnswers answers, String identity, Question question, HeldBack out) {
        Optional<Validators> validators = Optional.of(answers.validators(identity));
        out.whole()
                .ifPresent(bytes ->
                        answers.keep(identity, Answer.result(question.format().contentType(), bytes, validators)));
    }

    /** Whether no query is being run. */
    public boolean isIdle() {
        return shared.slots().areIdle();
    }

    @Override
    public void close() {
        shared.slots().close();
        shared.timekeeper().close();
        shared.heap().close();
    }
}
