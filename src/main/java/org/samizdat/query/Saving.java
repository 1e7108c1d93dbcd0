package org.samizdat.query;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Negotiation;
import org.samizdat.http.ProblemAnswers;
import org.samizdat.http.Representation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes queries to be kept: POST of the text ({@code application/sparql-query}), or of a form with {@code query} and, if it has
 * one, {@code title}. A query that would not be admitted to the endpoint is not kept.
 */
public final class Saving {
    private static final Logger LOG = LoggerFactory.getLogger(Saving.class);

    /** Bytes: a text that people read. */
    private static final int LONGEST = 64 * 1024;

    private static final Representation JSON = () -> "application/json";
    private static final Representation PAGE = () -> "text/html";

    private final SavedQueries queries;
    private final ProblemAnswers problems;
    private final Clients clients;
    private final Optional<SavingShare> shares;
    private final Services services;
    private final Protocol protocol = new Protocol(LONGEST);

    /** @param problems how errors are told */
    public Saving(SavedQueries queries, Limits limits, ProblemAnswers problems) {
        this.queries = queries;
        this.problems = problems;
        this.clients = new Clients(limits.proxies());
        this.shares = limits.fairUse().map(any -> new SavingShare());
        this.services = new Services(limits.services(), Services::isPublic);
    }

    /**
     * Answers a POST request: 201, or 200 if this text is kept already; browsers are led to its page. The address is relative to
     * that of the request, which ends in a slash.
     *
     * @param data of the release that is served, which is remembered with the query
     * @param release its id
     */
    public void handle(QueryData data, String release, Request request, Response response, Callback callback) {
        try {
            shares.ifPresent(all -> all.take(clients.of(request), response.getHeaders()));
        } catch (HttpProblem problem) {
            problems.answer(problem, request).send(request, response, callback);
            return;
        }
        protocol.posted(request)
                .thenApply(fields -> queries.keep(query(fields, data, release)))
                .thenApply(kept -> answer(kept, request))
                .exceptionally(failure -> problems.answer(problem(failure), request))
                .thenAccept(answer -> answer.send(request, response, callback));
    }

    private SavedQuery query(Fields fields, QueryData data, String release) {
        String text = SavedQuery.normal(Protocol.query(fields));
        checkCharacters(text);
        String title = Optional.ofNullable(fields.getValue("title")).orElse("");
        String titled = title.isBlank() ? text : QueryTemplate.titled(text, title);
        QueryTemplate.read(titled, data.base(), data.prefixes()).admit(services);
        return SavedQuery.of(titled, Instant.now().truncatedTo(ChronoUnit.SECONDS), release);
    }

    /** What cannot stand in a page cannot be shown to whoever follows a citation. */
    private static void checkCharacters(String text) {
        boolean printable = text.chars().allMatch(c -> c == '\n' || c == '\t' || !Character.isISOControl(c));
        if (!printable) {
            throw HttpProblem.of(400, "Wrong character", "The query has a control character in it.")
                    .advising("Write it as an escape, such as \\u0007.");
        }
    }

    private static Answer answer(SavedQueries.Kept kept, Request request) {
        SavedQuery query = kept.query();
        Optional<Representation> wanted =
                Negotiation.choose(MediaRange.accept(request.getHeaders()), List.of(JSON, PAGE));
        if (wanted.filter(PAGE::equals).isPresent()) {
            return Answer.momentary(303, "text/plain", new byte[0]).with(HttpHeader.LOCATION, query.hash());
        }
        return Answer.momentary(kept.isNew() ? 201 : 200, JSON.mediaType(), json(query))
                .with(HttpHeader.LOCATION, query.hash());
    }

    private static byte[] json(SavedQuery query) {
        JsonObject object = new JsonObject();
        object.put("address", query.hash());
        object.put("release", query.release());
        object.put("saved", query.saved().toString());
        return (object + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static HttpProblem problem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof HttpProblem problem) {
            return problem;
        }
        LOG.error("A query could not be saved.", cause);
        return HttpProblem.of(500);
    }
}
