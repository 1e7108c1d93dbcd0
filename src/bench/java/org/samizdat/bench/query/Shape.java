package org.samizdat.bench.query;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.samizdat.bench.Target;
import org.samizdat.bench.store.StoreData;

/** The small queries, about one thing each. */
enum Shape {
    DESCRIBE("text/turtle", "DESCRIBE ?x@MARK@ WHERE { VALUES ?x@MARK@ { <@IRI@> } }"),
    CONSTRUCT("text/turtle", "CONSTRUCT { <@IRI@> ?p@MARK@ ?o } WHERE { <@IRI@> ?p@MARK@ ?o }"),
    JOIN(
            "application/sparql-results+json",
            "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
                    + "SELECT ?p@MARK@ ?y ?label WHERE { <@IRI@> ?p@MARK@ ?y . ?y rdfs:label ?label } LIMIT 100");

    private final String accept;
    private final String template;

    Shape(String accept, String template) {
        this.accept = accept;
        this.template = template;
    }

    /** The media type that is asked for under load. */
    String accept() {
        return accept;
    }

    /**
     * A query.
     *
     * @param slug the thing that is asked about
     * @param mark letters and digits that make the text one that was never sent before
     */
    String query(String slug, String mark) {
        return template.replace("@IRI@", StoreData.ID + slug).replace("@MARK@", mark);
    }

    Target target(String slug, String mark) {
        return Target.query(query(slug, mark), accept);
    }

    /** The value of the parameter {@code query} with {@code @SLUG@} and {@code @MARK@} in the places to fill. */
    String encodedTemplate() {
        return URLEncoder.encode(template.replace("@IRI@", StoreData.ID + "@SLUG@"), StandardCharsets.UTF_8)
                .replace("%40SLUG%40", "@SLUG@")
                .replace("%40MARK%40", "@MARK@");
    }
}
