package org.samizdat.query;

import java.io.OutputStream;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * A query that may run, and the format that its answer will have.
 *
 * @param query what is asked, parsed
 * @param identity under which the answer is known; empty if the same question has another answer each time
 */
record Question(SparqlRequest asked, Query query, ResultFormat.Chosen format, Optional<String> identity) {
    /**
     * @param accept the value of the Accept field
     * @throws HttpProblem if it is no query, may not run, or has no answer in a format asked for
     */
    static Question read(
            SparqlRequest asked,
            Optional<String> accept,
            QueryData data,
            Services services,
            Cancellation cancellation) {
        Query query = asked.parse(data, cancellation);
        boolean repeatable = Admission.check(query, services);
        ResultFormat.Chosen format = ResultFormat.choose(query, asked.format(), accept);
        return new Question(
                asked, query, format, repeatable ? Optional.of(asked.identity(query, format)) : Optional.empty());
    }

    /** Runs the query, and writes its whole answer. */
    void answer(QueryData data, Services services, Cancellation cancellation, OutputStream out) {
        new Evaluation(data, asked, query, format.format(), services, cancellation).write(out);
        // Should any part of ARQ have taken the end of a cancelled iterator for the end of its rows.
        cancellation.check();
    }
}
