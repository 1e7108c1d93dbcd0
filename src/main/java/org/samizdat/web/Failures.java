package org.samizdat.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Variant;
import org.samizdat.page.Pages;

/** Answers to requests that fail: a page for people, RFC 9457 for programs. They tell nothing of the inside. */
final class Failures extends ErrorHandler {
    /** What Jetty itself refuses: bad requests, fields that are too long, faults that nobody caught. */
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        answer(HttpProblem.of(code), request).send(request, response, callback);
    }

    /** A page's links are relative to the address asked for. */
    static Answer answer(HttpProblem problem, Request request) {
        String path = request.getHttpURI().getPath();
        Answer answer = wantsPage(request)
                ? Answer.momentary(
                        problem.status(), Variant.HTML.contentType(), Pages.problem(problem, path == null ? "" : path))
                : Answer.momentary(problem.status(), "application/problem+json", json(problem));
        for (HttpField field : problem.fields()) {
            answer = answer.with(field);
        }
        return answer.varying();
    }

    /** Browsers name HTML; whoever names the type of problems, or accepts anything, gets what programs understand. */
    private static boolean wantsPage(Request request) {
        List<MediaRange> accepted =
                MediaRange.accept(request.getHeaders()).map(MediaRange::parse).orElse(List.of());
        return names(accepted, "html") && !names(accepted, "problem+json");
    }

    private static boolean names(List<MediaRange> accepted, String subtype) {
        return accepted.stream().anyMatch(range -> range.subtype().equals(subtype) && range.thousandths() > 0);
    }

    private static byte[] json(HttpProblem problem) {
        JsonObject object = new JsonObject();
        object.put("title", problem.title());
        object.put("status", problem.status());
        object.put("detail", problem.getMessage());
        problem.numbers().forEach(object::put);
        putUnlessEmpty(object, "excerpt", problem.excerpt());
        putUnlessEmpty(object, "advice", problem.advice());
        if (!problem.alternatives().isEmpty()) {
            JsonArray alternatives = new JsonArray();
            problem.alternatives().forEach(alternatives::add);
            object.put("alternatives", alternatives);
        }
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void putUnlessEmpty(JsonObject object, String name, String value) {
        if (!value.isEmpty()) {
            object.put(name, value);
        }
    }
}
