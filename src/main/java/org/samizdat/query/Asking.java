package org.samizdat.query;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Validators;
import org.samizdat.query.EqualQueries.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One query from its text to its answer. A thread of {@link Slots} runs it, and any other may end it; or it waits for the
 * answer of an equal one.
 */
final class Asking implements EqualQueries.Member {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Limits limits;
    private final Services services;
    private final QueryData data;
    private final SparqlRequest asked;
    private final Exchange exchange;
    private final Place place;
    private final Outcome outcome;
    private final Cancellation cancellation = new Cancellation();
    private volatile Optional<Group> group = Optional.empty();
    private volatile boolean alone;
    /** Its client has gone, but it goes on for others. */
    private volatile boolean abandoned;

    /** What a query that has waited for another may need. */
    interface Place {
        /** It has to be run after all. */
        void enter();

        /** It has its answer. */
        void leave();
    }

    Asking(Limits limits, Services services, QueryData data, SparqlRequest asked, Exchange exchange, Place place) {
        this.limits = limits;
        this.services = services;
        this.data = data;
        this.asked = asked;
        this.exchange = exchange;
        this.place = place;
        this.outcome = new Outcome(limits.time());
    }

    /** Whether it need not be run: the client has the answer, or an equal query is being run. */
    boolean isSpared() {
        Optional<String> identity = data.answers().identity(exchange.request());
        if (identity.isEmpty()) {
            return false;
        }
        if (isConfirmed(identity.get())) {
            place.leave();
            return true;
        }
        return !leads(identity.get());
    }

    /** @return whether that was all; if not, it waits for the answer of an equal query */
    boolean run() {
        try {
            return answer();
        } catch (IOException | RuntimeException | Error e) {
            breakDown(e);
            return true;
        }
    }

    /** It does not end well. */
    void breakDown(Throwable e) {
        if (!exchange.isStreaming() && Outcome.isUnforeseen(e, cancellation)) {
            LOG.error("A query could not be answered: {}", asked.query(), e);
        }
        fail(outcome.of(e, cancellation));
    }

    private boolean answer() throws IOException {
        cancellation.check();
        Question question = Question.read(asked, exchange.accept(), data, services, cancellation);
        if (question.identity().isEmpty()) {
            evaluate(question, Optional.empty()).ifPresent(exchange::result);
            return true;
        }
        String identity = question.identity().get();
        data.answers().meet(exchange.request(), identity);
        return isConfirmed(identity) || answer(question, identity);
    }

    private boolean answer(Question question, String identity) throws IOException {
        KnownAnswers answers = data.answers();
        Optional<Answer> answer = answers.find(identity);
        if (answer.isEmpty() && !alone) {
            if (!leads(identity)) {
                return false;
            }
            // The one that led before may just have left it there.
            answer = answers.find(identity);
        }
        if (answer.isEmpty()) {
            answer = evaluate(question, Optional.of(answers.validators(identity)));
            answer.ifPresent(found -> answers.keep(identity, found));
        }
        answer.ifPresent(this::give);
        return true;
    }

    /** Whether the client has the answer already, and only asks whether it still holds. */
    private boolean isConfirmed(String identity) {
        return exchange.confirm(
                () -> Answer.streamedResult("", Optional.of(data.answers().validators(identity))));
    }

    private boolean leads(String identity) {
        Group joined = data.answers().running().join(identity, this);
        group = Optional.of(joined);
        return joined.isLedBy(this);
    }

    private Optional<Group> led() {
        return group.filter(joined -> joined.isLedBy(this));
    }

    /** The answer, unless it is so large that it has been sent in pieces. */
    private Optional<Answer> evaluate(Question question, Optional<Validators> validators) throws IOException {
        String contentType = question.format().contentType();
        SentResult pieces = new SentResult(exchange, contentType, validators);
        try (HeldBack out = new HeldBack(limits.heldBack(), () -> start(pieces), cancellation)) {
            question.answer(data, services, cancellation, out);
            Optional<byte[]> whole = out.whole();
            if (whole.isEmpty()) {
                pieces.finish(out);
            }
            return whole.map(bytes -> Answer.result(contentType, bytes, validators));
        }
    }

    /** Pieces go to one client. */
    private OutputStream start(SentResult pieces) throws IOException {
        led().ifPresent(Group::disband);
        if (abandoned) {
            cancellation.cancel(Reason.CLIENT_GONE);
        }
        return pieces.start();
    }

    private void give(Answer answer) {
        exchange.result(answer);
        led().ifPresent(equals -> equals.answer(answer));
    }

    private void fail(HttpProblem problem) {
        exchange.fail(problem);
        boolean own = cancellation.reason().filter(Reason.CLIENT_GONE::equals).isPresent();
        led().ifPresent(equals -> {
            if (own) {
                equals.pass();
            } else {
                equals.fail(problem);
            }
        });
    }

    @Override
    public void answered(Answer answer) {
        try {
            exchange.result(answer);
        } finally {
            place.leave();
        }
    }

    @Override
    public void failed(HttpProblem problem) {
        exchange.fail(problem);
        place.leave();
    }

    @Override
    public void takeOver() {
        place.enter();
    }

    @Override
    public void goAlone() {
        alone = true;
        place.enter();
    }

    @Override
    public void isLeft() {
        if (abandoned) {
            cancellation.cancel(Reason.CLIENT_GONE);
        }
    }

    /**
     * Ends it soon, whether it runs or waits for its turn.
     *
     * @return whether it ends: if its client has gone, but others wait for its answer, it does not
     */
    boolean end(Reason reason) {
        if (reason == Reason.CLIENT_GONE && led().filter(Group::isWaitedFor).isPresent()) {
            abandoned = true;
            return false;
        }
        cancellation.cancel(reason);
        if (reason == Reason.TIME) {
            exchange.disconnectIfStreaming();
        }
        return true;
    }

    /** Whether it was waiting for the answer of an equal query; it has been told that it was in vain. */
    boolean waitedInVain() {
        boolean waited = group.filter(equals -> equals.leave(this)).isPresent();
        if (waited) {
            exchange.fail(outcome.ended(cancellation));
        }
        return waited;
    }

    /** It has been told to end and has not: the client is not kept waiting. */
    void giveUp() {
        LOG.error("A query does not end, and keeps its thread: {}", asked.query());
        fail(outcome.ended(cancellation));
    }

    /** It waited in vain for its turn: another of its kind may have more time. */
    void refuse() {
        exchange.fail(Outcome.busy());
        led().ifPresent(Group::pass);
    }

    /** There is no room to wait. */
    void turnAway() {
        exchange.fail(Outcome.busy());
        led().ifPresent(equals -> equals.fail(Outcome.busy()));
    }
}
