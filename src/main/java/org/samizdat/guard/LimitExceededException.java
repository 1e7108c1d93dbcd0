package org.samizdat.guard;

import org.apache.jena.query.QueryCancelledException;

/** A query asks for a value that is too large. The message says which, for whoever wrote the query. */
public final class LimitExceededException extends QueryCancelledException {
    private static final long serialVersionUID = 1L;

    private final String limit;

    LimitExceededException(String limit) {
        this.limit = limit;
    }

    @Override
    public String getMessage() {
        return limit;
    }
}
