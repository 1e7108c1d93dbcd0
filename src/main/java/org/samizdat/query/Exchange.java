package org.samizdat.query;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Negotiation;
import org.samizdat.http.ProblemAnswers;

/**
 * A request and the one answer that it gets, be it from the thread that runs the query or from the one that ends it. An
 * answer that is sent in pieces ends well, or is broken off so that the client sees it.
 */
final class Exchange {
    private static final int PIECE = 32 * 1024;

    private enum State {
        OPEN,
        STREAMING,
        DONE
    }

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final ProblemAnswers problems;
    private volatile Consumer<HttpProblem> listener = problem -> {};
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    Exchange(Request request, Response response, Callback callback, ProblemAnswers problems) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.problems = problems;
    }

    Request request() {
        return request;
    }

    /** Adds a field to whatever is answered. */
    void add(HttpField field) {
        response.getHeaders().add(field);
    }

    /** @param listener given what the client is told */
    void onProblem(Consumer<HttpProblem> listener) {
        this.listener = listener;
    }

    /** The value of the Accept field. */
    Optional<String> accept() {
        return MediaRange.accept(request.getHeaders());
    }

    boolean acceptsGzip() {
        return Negotiation.acceptsGzip(request.getHeaders());
    }

    boolean isHead() {
        return HttpMethod.HEAD.is(request.getMethod());
    }

    boolean isStreaming() {
        return state.get() == State.STREAMING;
    }

    private boolean reads() {
        return isHead() || HttpMethod.GET.is(request.getMethod());
    }

    /** Sends a result, unless an answer has begun. */
    void result(Answer answer) {
        answer(reads() ? answer : answer.unkept());
    }

    /** Sends this, unless an answer has begun. */
    void answer(Answer answer) {
        if (state.compareAndSet(State.OPEN, State.DONE)) {
            send(answer);
        }
    }

    private void send(Answer answer) {
        try {
            answer.send(request, response, callback);
        } catch (HttpProblem precondition) {
            tell(precondition);
        } catch (RuntimeException | Error e) {
            callback.failed(e);
            throw e;
        }
    }

    /**
     * Whether the client has this result already; it is told so.
     *
     * @param result made only if the client asks by an entity tag
     */
    boolean confirm(Supplier<Answer> result) {
        boolean asks = reads() && request.getHeaders().contains(HttpHeader.IF_NONE_MATCH);
        Optional<Answer> confirmation = asks ? result.get().confirmation(request.getHeaders()) : Optional.empty();
        confirmation.ifPresent(this::answer);
        return confirmation.isPresent();
    }

    /** Tells the problem, or breaks off what has begun. */
    void fail(HttpProblem problem) {
        if (state.compareAndSet(State.OPEN, State.DONE)) {
            tell(problem);
        } else {
            breakOff(problem);
        }
    }

    private void tell(HttpProblem problem) {
        listener.accept(problem);
        try {
            problems.answer(problem, request).send(request, response, callback);
        } catch (RuntimeException | Error e) {
            // Jetty tells it then, in fewer words.
            callback.failed(e);
        }
    }

    /** Sends the head, and gives where the body goes. */
    OutputStream stream(Answer head) {
        if (!state.compareAndSet(State.OPEN, State.STREAMING)) {
            throw new QueryCancelledException();
        }
        (reads() ? head : head.unkept()).start(response, acceptsGzip());
        return new BufferedOutputStream(Content.Sink.asOutputStream(response), PIECE);
    }

    /** The body has been sent to its end. */
    void finish() {
        if (state.compareAndSet(State.STREAMING, State.DONE)) {
            callback.succeeded();
        }
    }

    /** In HTTP/1.1 the last chunk is then missing: RFC 9112 section 8. */
    private void breakOff(HttpProblem problem) {
        if (state.compareAndSet(State.STREAMING, State.DONE)) {
            callback.failed(problem);
        }
    }

    /** Makes a thread go on that is writing to a client which does not read. */
    void disconnectIfStreaming() {
        if (isStreaming()) {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
        }
    }
}
