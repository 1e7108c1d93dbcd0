package org.samizdat.web;

import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Variant;
import org.samizdat.page.Pages;

/** Answers to requests that fail: a page for people, RFC 9457 for programs. They tell nothing of the inside. */
final class Failures extends ErrorHandler {
    /** What Jetty itself refuses: bad requests, fields that are too long, faults that nobody caught. */
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        answer(HttpProblem.of(code), request.getHttpURI().getPath(), request).send(request, response, callback);
    }

    /** @param path the address asked for; a page's links are relative to it */
    static Answer answer(HttpProblem problem, String path, Request request) {
        Answer answer = wantsPage(request)
                ? Answer.momentary(
                        problem.status(), Variant.HTML.contentType(), Pages.problem(problem, path == null ? "" : path))
                : Answer.momentary(problem.status(), "application/problem+json", json(problem));
        Answer full = problem.status() == HttpStatus.METHOD_NOT_ALLOWED_405
                ? answer.with(HttpHeader.ALLOW, HttpProblem.ALLOWED)
                : answer;
        return full.varying();
    }

    /** Browsers name HTML; whoever accepts anything gets what programs understand. */
    private static boolean wantsPage(Request request) {
        return Negotiation.field(request.getHeaders(), HttpHeader.ACCEPT.asString()).stream()
                .flatMap(field -> MediaRange.parse(field).stream())
                .anyMatch(range -> range.subtype().equals("html") && range.thousandths() > 0);
    }

    private static byte[] json(HttpProblem problem) {
        JsonObject object = new JsonObject();
        object.put("title", problem.title());
        object.put("status", problem.status());
        object.put("detail", problem.getMessage());
        if (!problem.alternatives().isEmpty()) {
            JsonArray alternatives = new JsonArray();
            problem.alternatives().forEach(alternatives::add);
            object.put("alternatives", alternatives);
        }
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
