package org.samizdat.web;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.query.FusekiConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request comes in. Each holds the current edition while it is answered, so that one release alone answers
 * it; SPARQL goes on to the edition's Fuseki, all else is answered here, before any servlet.
 */
final class Gate extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Editions editions;

    Gate(Editions editions) {
        this.editions = editions;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Edition edition = editions.hold();
        String path = request.getHttpURI().getPath();
        return isSparql(path)
                ? query(edition, request, response, callback)
                : read(edition, path, request, response, callback);
    }

    private static boolean isSparql(String path) {
        return path.startsWith(FusekiConfiguration.SERVICE)
                && (path.length() == FusekiConfiguration.SERVICE.length()
                        || path.charAt(FusekiConfiguration.SERVICE.length()) == '/');
    }

    /** The edition is let go when the answer has been sent, not when the handler returns. */
    private static boolean query(Edition edition, Request request, Response response, Callback callback)
            throws Exception {
        boolean handled = false;
        try {
            handled = edition.sparql().handle(request, response, Callback.from(callback, edition::release));
            return handled;
        } finally {
            if (!handled) {
                edition.release();
            }
        }
    }

    /** An answer is bytes; the edition is let go before they are sent. */
    private static boolean read(Edition edition, String path, Request request, Response response, Callback callback) {
        try {
            answer(edition, path, request).send(request, response, callback);
        } catch (RuntimeException e) {
            if (response.isCommitted()) {
                callback.failed(e);
            } else {
                Failures.answer(problem(e, path), path, request).send(request, response, callback);
            }
        } finally {
            edition.release();
        }
        return true;
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
            return Answer.options(HttpProblem.ALLOWED);
        }
        throw HttpProblem.methodNotAllowed();
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
