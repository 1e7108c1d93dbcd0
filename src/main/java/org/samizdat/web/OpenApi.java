package org.samizdat.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.Version;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryParameter;

/**
 * What programs can ask here, as an <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a> document. What is the same for
 * every publication stands in the resource {@code openapi.json}; each query with an address of its own is an operation besides.
 */
final class OpenApi {
    private static final String MEDIA_TYPE = "application/json";

    private final About about;
    private final Version version;
    private final AtomicReference<Made> made = new AtomicReference<>();

    /** @param saved how many queries were saved then */
    private record Made(int saved, Answer answer) {}

    OpenApi(About about, Version version) {
        this.about = about;
        this.version = version;
    }

    /**
     * @param saved how many queries are saved by now
     * @param queries all, asked for only if there are more than the last time
     */
    Answer answer(int saved, Supplier<List<KeptQuery>> queries) {
        Made known = made.get();
        if (known == null || known.saved() != saved) {
            byte[] json = (document(queries.get()) + "\n").getBytes(StandardCharsets.UTF_8);
            known = new Made(saved, Answer.document(MEDIA_TYPE, json, version.validators("openapi", json)));
            made.set(known);
        }
        return known.answer();
    }

    private JsonObject document(List<KeptQuery> queries) {
        JsonObject document = general();
        JsonObject info = document.getObj("info");
        info.put("title", about.title());
        if (!about.description().isEmpty()) {
            info.put("description", about.description());
        }
        info.put("version", about.release());
        about.license().filter(Node::isURI).ifPresent(license -> {
            JsonObject object = new JsonObject();
            object.put("name", license.getURI());
            object.put("url", license.getURI());
            info.put("license", object);
        });
        JsonObject paths = document.getObj("paths");
        queries.forEach(query -> paths.put("/" + Addresses.QUERIES + Addresses.encode(query.name()), path(query)));
        return document;
    }

    private static JsonObject general() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            return JSON.parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject path(KeptQuery query) {
        JsonObject operation = new JsonObject();
        operation.put("operationId", "query-" + query.name());
        operation.put("summary", query.title());
        if (!query.template().description().isEmpty()) {
            operation.put("description", query.template().description());
        }
        operation.put("tags", array(Stream.of(query.saved().isPresent() ? "saved queries" : "examples")));
        JsonArray parameters = new JsonArray();
        query.template().parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        parameters.add(reference("parameters", "release"));
        parameters.add(reference("parameters", "format"));
        operation.put("parameters", parameters);
        JsonObject responses = new JsonObject();
        boolean graph = query.template().formats().getFirst().isGraph();
        responses.put("200", reference("responses", graph ? "Graph" : "Table"));
        for (String status : List.of("400", "406", "410", "429", "503", "504")) {
            responses.put(status, reference("responses", "Problem"));
        }
        operation.put("responses", responses);
        JsonObject path = new JsonObject();
        path.put("get", operation);
        return path;
    }

    private static JsonObject parameter(QueryParameter parameter) {
        JsonObject schema = new JsonObject();
        parameter.schema().forEach(schema::put);
        JsonObject object = new JsonObject();
        object.put("name", parameter.name());
        object.put("in", "query");
        object.put("required", parameter.required());
        object.put("description", parameter.description());
        object.put("schema", schema);
        return object;
    }

    private static JsonObject reference(String kind, String name) {
        JsonObject reference = new JsonObject();
        reference.put("$ref", "#/components/" + kind + "/" + name);
        return reference;
    }

    private static JsonArray array(Stream<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
