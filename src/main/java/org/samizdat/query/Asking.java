package org.samizdat.query;

import java.io.IOException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.guard.LimitExceededException;
import org.samizdat.http.HttpProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One query from its text to its answer. A thread of {@link Slots} runs it, and any other may end it. */
final class Asking implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    private final Limits limits;
    private final Services services;
    private final QueryData data;
    private final SparqlRequest asked;
    private final Exchange exchange;
    private final Cancellation cancellation = new Cancellation();

    Asking(Limits limits, Services services, QueryData data, SparqlRequest asked, Exchange exchange) {
        this.limits = limits;
        this.services = services;
        this.data = data;
        this.asked = asked;
        this.exchange = exchange;
    }

    @Override
    public void run() {
        try {
            answer();
        } catch (HttpProblem problem) {
            exchange.fail(problem);
        } catch (LimitExceededException e) {
            exchange.fail(HttpProblem.of(400, "Value too large", e.getMessage()));
        } catch (QueryCancelledException e) {
            exchange.fail(ended());
        } catch (StackOverflowError e) {
            exchange.fail(Admission.tooDeep());
        } catch (IOException | RuntimeException | Error e) {
            exchange.fail(unexpected(e));
        }
    }

    private void answer() throws IOException {
        cancellation.check();
        Query query = asked.parse(data, cancellation);
        Admission.check(query, services);
        ResultFormat.Chosen chosen = ResultFormat.choose(query, asked.format(), exchange.accept());
        SentResult result = new SentResult(exchange, chosen.contentType());
        try (HeldBack out = new HeldBack(limits.heldBack(), result::stream, cancellation)) {
            new Evaluation(data, query, chosen.format(), services, cancellation).write(out);
            // Should any part of ARQ have taken the end of a cancelled iterator for the end of its rows.
            cancellation.check();
            result.complete(out);
        }
    }

    /** Ends it soon, whether it runs or waits. */
    void end(Reason reason) {
        cancellation.cancel(reason);
        if (reason == Reason.TIME) {
            exchange.disconnectIfStreaming();
        }
    }

    /** It has been told to end and has not: the client is not kept waiting. */
    void giveUp() {
        LOG.error("A query does not end, and keeps its thread: {}", asked.query());
        exchange.fail(ended());
    }

    /** It waited in vain, or there is no room to wait. */
    void refuse() {
        exchange.fail(HttpProblem.of(503, "Busy", "All places for queries are taken.")
                .advising("Try again in a few seconds.")
                .retryAfter(5));
    }

    /** Why it was ended, for the client. */
    private HttpProblem ended() {
        return switch (cancellation.reason().orElse(Reason.STOPPING)) {
            case TIME ->
                HttpProblem.of(
                                504,
                                "Time is over",
                                "The query did not end within " + limits.time().toSeconds() + " seconds.")
                        .advising(
                                "Ask for less: name more of what you look for, put a LIMIT into a subquery, avoid paths"
                                        + " that are open at both ends. The same query will take as long again.")
                        .with("limit", limits.time().toSeconds());
            case MEMORY ->
                HttpProblem.of(503, "Out of memory", "The query needed more memory than there is.")
                        .advising("Ask for less: avoid ORDER BY, DISTINCT and GROUP BY over very many rows.")
                        .retryAfter(10);
            case CLIENT_GONE, STOPPING ->
                HttpProblem.of(503, "Stopping", "The query was ended before its answer.")
                        .advising("Try again.")
                        .retryAfter(5);
        };
    }

    private HttpProblem unexpected(Throwable e) {
        if (cancellation.reason().isPresent()) {
            return ended();
        }
        if (e instanceof QueryExceptionHTTP) {
            return HttpProblem.of(502, "SERVICE failed", "Another endpoint that the query asks gave no answer.")
                    .advising("Try again later, or ask with SERVICE SILENT.");
        }
        if (!exchange.isStreaming()) {
            LOG.error("A query could not be answered: {}", asked.query(), e);
        }
        return HttpProblem.of(500);
    }
}
