package org.samizdat.query;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.samizdat.guard.Cancellation;
import org.samizdat.guard.Cancellation.Reason;
import org.samizdat.guard.LimitExceededException;
import org.samizdat.http.HttpProblem;

/**
 * What a client is told when its query does not come to an answer.
 *
 * @param limit how long a query may take
 */
record Outcome(Duration limit) {
    /** What an exception means that came out of the query. */
    HttpProblem of(Throwable e, Cancellation cancellation) {
        if (e instanceof HttpProblem problem) {
            return problem;
        }
        if (e instanceof LimitExceededException) {
            return HttpProblem.of(400, "Value too large", e.getMessage());
        }
        if (e instanceof QueryCancelledException) {
            return ended(cancellation);
        }
        if (e instanceof StackOverflowError) {
            return Admission.tooDeep();
        }
        // Whatever goes wrong in a query that is being ended is by the end.
        return cancellation.reason().isPresent() ? ended(cancellation) : unexpected(e);
    }

    /** Whether the fault is ours. */
    static boolean isUnforeseen(Throwable e, Cancellation cancellation) {
        boolean foreseen = e instanceof HttpProblem
                || e instanceof LimitExceededException
                || e instanceof QueryCancelledException
                || e instanceof StackOverflowError
                || e instanceof QueryExceptionHTTP;
        return !foreseen && cancellation.reason().isEmpty();
    }

    private static HttpProblem unexpected(Throwable e) {
        return e instanceof QueryExceptionHTTP
                ? HttpProblem.of(502, "SERVICE failed", "Another endpoint that the query asks gave no answer.")
                        .advising("Try again later, or ask with SERVICE SILENT.")
                : HttpProblem.of(500);
    }

    /** No place was free in time. */
    static HttpProblem busy() {
        return HttpProblem.of(503, "Busy", "All places for queries are taken.")
                .advising("Try again in a few seconds.")
                .retryAfter(5);
    }

    /** Why it was ended. */
    HttpProblem ended(Cancellation cancellation) {
        return switch (cancellation.reason().orElse(Reason.STOPPING)) {
            case TIME ->
                HttpProblem.of(504, "Time is over", "The query did not end within " + limit.toSeconds() + " seconds.")
                        .advising(
                                "Ask for less: name more of what you look for, put a LIMIT into a subquery, avoid paths"
                                        + " that are open at both ends. The same query will take as long again.")
                        .with("limit", limit.toSeconds());
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
}
