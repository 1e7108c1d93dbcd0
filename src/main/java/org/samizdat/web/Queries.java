package org.samizdat.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.MediaRange;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Parameters;
import org.samizdat.http.Representation;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryParameter;
import org.samizdat.query.Saving;
import org.samizdat.query.SparqlEndpoint;

/**
 * Whatever is asked below {@link Addresses#QUERIES}: queries under addresses of their own. Each is to be had as text, as a page,
 * and as its result, which the endpoint gives as if the query had been sent there.
 */
final class Queries {
    private static final String READING = "GET, HEAD, OPTIONS";
    private static final String SAVING = "GET, HEAD, OPTIONS, POST";
    private static final String LATEST = "latest";
    private static final String SAVED = "saved";

    private final Editions editions;
    private final Saving saving;
    private final SparqlEndpoint endpoint;

    /** The forms of a query itself, which come after its results for who accepts either. */
    private enum Form implements Representation {
        TEXT("rq", QueryDocuments.TEXT),
        PAGE("html", "text/html");

        private final String suffix;
        private final String mediaType;

        Form(String suffix, String mediaType) {
            this.suffix = suffix;
            this.mediaType = mediaType;
        }

        @Override
        public String mediaType() {
            return mediaType;
        }

        static Optional<Form> named(String name) {
            return Stream.of(values())
                    .filter(form -> name.equals(form.suffix) || name.equals(form.mediaType))
                    .findFirst();
        }
    }

    private record Result(String mediaType) implements Representation {}

    /**
     * One request.
     *
     * @param parameters as they came
     * @param format named by a suffix of the address, or by a parameter
     */
    private record Asked(KeptQuery query, Parameters parameters, Optional<String> format) {
        /** What stands after the address of the query for the same on this release, in whichever format. */
        String with(String release) {
            return query.template().parameters().stream()
                    .map(QueryParameter::name)
                    .flatMap(name -> parameters.first(name).stream().map(value -> name + "=" + encode(value) + "&"))
                    .collect(Collectors.joining("", "?", "release=" + release));
        }
    }

    Queries(Editions editions, Saving saving, SparqlEndpoint endpoint) {
        this.editions = editions;
        this.saving = saving;
        this.endpoint = endpoint;
    }

    /**
     * @param path what stands after {@link Addresses#QUERIES}
     * @throws HttpProblem if it cannot be answered so
     */
    void handle(Edition current, String path, Request request, Response response, Callback callback) {
        String methods = path.isEmpty() ? SAVING : READING;
        String method = request.getMethod();
        if (HttpMethod.OPTIONS.is(method)) {
            Answer.options(methods).send(request, response, callback);
        } else if (HttpMethod.POST.is(method) && path.isEmpty()) {
            saving.handle(current.queryData(), current.id(), request, response, callback);
        } else if (!HttpMethod.GET.is(method) && !HttpMethod.HEAD.is(method)) {
            throw HttpProblem.methodNotAllowed(methods);
        } else if (path.isEmpty()) {
            current.site().queries().form().send(request, response, callback);
        } else {
            read(current, asked(current, path, request), request, response, callback);
        }
    }

    private static Asked asked(Edition current, String path, Request request) {
        String query = request.getHttpURI().getQuery();
        Parameters parameters = query == null ? Parameters.NONE : new Parameters(query);
        QueryDocuments documents = current.site().queries();
        int dot = path.lastIndexOf('.');
        return dot < 0
                ? new Asked(documents.find(path), parameters, parameters.first("format"))
                : new Asked(documents.find(path.substring(0, dot)), parameters, Optional.of(path.substring(dot + 1)));
    }

    private void read(Edition current, Asked asked, Request request, Response response, Callback callback) {
        QueryDocuments documents = current.site().queries();
        Optional<Representation> chosen = asked.format().isPresent()
                ? asked.format().flatMap(Form::named)
                : Optional.of(negotiated(asked.query(), request));
        if (chosen.filter(Form.TEXT::equals).isPresent()) {
            documents.text(asked.query()).varying().send(request, response, callback);
        } else if (chosen.filter(Form.PAGE::equals).isPresent()) {
            documents.page(asked.query()).varying().send(request, response, callback);
        } else {
            result(current, asked, request, response, callback);
        }
    }

    /** Of equal ones the result comes first: that is what programs want that do not say. */
    private static Representation negotiated(KeptQuery query, Request request) {
        Stream<Representation> results = query.template().formats().stream()
                .flatMap(format -> format.mediaTypes().stream())
                .map(Result::new);
        return Negotiation.choose(
                        MediaRange.accept(request.getHeaders()),
                        Stream.concat(results, Stream.of(Form.values())).toList())
                .orElseThrow(() -> HttpProblem.notAcceptable(QueryDocuments.alternatives(query)));
    }

    private void result(Edition current, Asked asked, Request request, Response response, Callback callback) {
        String text = asked.query().template().filled(asked.parameters());
        String format = asked.format().map(name -> "&format=" + encode(name)).orElse("");
        HttpURI address = HttpURI.build(request.getHttpURI())
                .query("query=" + encode(text) + format)
                .asImmutable();
        Edition edition = edition(current, asked);
        String citable = current.site().queries().address(asked.query()) + asked.with(edition.id());
        response.getHeaders().add(HttpHeader.LINK, "<" + citable + ">; rel=\"cite-as\"");
        endpoint.handle(
                edition.queryData(),
                edition.description()::answer,
                new Readdressed(request, address),
                response,
                callback,
                edition::release);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The edition of the release that the request names, held. */
    private Edition edition(Edition current, Asked asked) {
        String wanted = asked.parameters().first("release").orElse(LATEST);
        String id = wanted.equals(SAVED)
                ? asked.query().saved().map(saved -> saved.release()).orElse(LATEST)
                : wanted;
        if (id.equals(LATEST)) {
            current.acquire();
            return current;
        }
        return editions.hold(id).orElseThrow(() -> gone(id, asked));
    }

    private HttpProblem gone(String id, Asked asked) {
        if (!id.matches("[0-9a-f]{16}")) {
            return HttpProblem.of(400, "No such release", "A release is named by 16 hexadecimal digits.")
                    .advising("Write release=" + LATEST + ", release=" + SAVED + ", or the id of a release.");
        }
        String name = Addresses.encode(asked.query().name());
        return HttpProblem.of(410, "Release gone", "Release " + id + " is not kept here any more.")
                .advising("The query can be asked of the releases that there are.")
                .offering(editions.kept().stream()
                        .map(kept -> name + asked.with(kept))
                        .toList());
    }

    /** The same request under another address. */
    private static final class Readdressed extends Request.Wrapper {
        private final HttpURI address;

        Readdressed(Request request, HttpURI address) {
            super(request);
            this.address = address;
        }

        @Override
        public HttpURI getHttpURI() {
            return address;
        }
    }
}
