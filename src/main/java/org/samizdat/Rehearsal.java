package org.samizdat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A few requests to a server of one's own, so that the classes that answer them are loaded. */
record Rehearsal(URI server) {
    private static final List<String> TYPES = List.of("text/html", "text/turtle", "application/ld+json");
    private static final List<String> QUERIES = List.of(
            "SELECT * { ?s ?p ?o } ORDER BY ?o LIMIT 10",
            "SELECT ?type (COUNT(*) AS ?things) { ?thing a ?type OPTIONAL { ?thing ?p 1 } } GROUP BY ?type",
            "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'a')) } LIMIT 10");

    void run() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String type : TYPES) {
                get(client, "", type);
                get(client, "ontology", type);
            }
            for (String query : QUERIES) {
                get(client, "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "*/*");
            }
        }
    }

    private void get(HttpClient client, String path, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Accept", type)
                .build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }
}
