package org.samizdat.web;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.query.SparqlEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in. Each holds the current edition while it is answered, so that one release alone answers
 * it.
 */
final class Gate extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String QUERIES = "/" + Addresses.QUERIES;

    private final Editions editions;
    private final SparqlEndpoint endpoint;
    private final Queries queries;

    Gate(Editions editions, SparqlEndpoint endpoint, Queries queries) {
        this.editions = editions;
        this.endpoint = endpoint;
        this.queries = queries;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Edition edition = editions.hold();
        String path = request.getHttpURI().getPath();
        if (path.equals(FusekiConfiguration.SERVICE)) {
            endpoint.handle(
                    edition.queryData(), edition.description()::answer, request, response, callback, edition::release);
        } else {
            read(edition, path, request, response, callback);
        }
        return true;
    }

    /** An answer is bytes; the edition is let go before they are sent. */
    private void read(Edition edition, String path, Request request, Response response, Callback callback) {
        try {
            if (path.startsWith(QUERIES)) {
                queries.handle(edition, path.substring(QUERIES.length()), request, response, callback);
            } else {
                answer(edition, path, request).send(request, response, callback);
            }
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                callback.failed(e);
            } else {
                Failures.answer(problem(e, path), request).send(request, response, callback);
            }
        } finally {
            edition.release();
        }
    }

    private static Answer answer(Edition edition, String path, Request request) {
        String query = request.getHttpURI().getQuery();
        Parameters parameters = query == null ? Parameters.NONE : new Parameters(query);
        Answer answer = edition.site().answer(path, parameters, request.getHeaders());
        String method = request.getMethod();
        if (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) {
            return answer;
        }
        if (HttpMethod.OPTIONS.is(method)) {
            return Answer.options(READING);
        }
        throw HttpProblem.methodNotAllowed(READING);
    }

    /** The one place that decides which status an exception becomes. */
    private static HttpProblem problem(RuntimeException e, String path) {
        if (e instanceof HttpProblem problem) {
            return problem;
        }
        LOG.error("{} could not be answered.", path, e);
        return HttpProblem.of(500);
    }
}
