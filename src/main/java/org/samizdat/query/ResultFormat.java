package org.samizdat.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Representation;

/**
 * The formats of results: tables and truth values for SELECT and ASK, graphs for CONSTRUCT and DESCRIBE, and pages for both.
 * Of each kind the preferred one first.
 */
enum ResultFormat {
    JSON(Kind.TABLE, ResultSetLang.RS_JSON, "json", "application/sparql-results+json", "application/json"),
    XML(Kind.TABLE, ResultSetLang.RS_XML, "xml", "application/sparql-results+xml", "application/xml", "text/xml"),
    CSV(Kind.TABLE, ResultSetLang.RS_CSV, "csv", "text/csv"),
    TSV(Kind.TABLE, ResultSetLang.RS_TSV, "tsv", "text/tab-separated-values"),
    TURTLE(Kind.GRAPH, Lang.TURTLE, "ttl", "text/turtle"),
    N_TRIPLES(Kind.GRAPH, Lang.NTRIPLES, "nt", "application/n-triples"),
    JSON_LD(Kind.GRAPH, Lang.JSONLD11, "jsonld", "application/ld+json", "application/json"),
    RDF_XML(Kind.GRAPH, Lang.RDFXML, "rdf", "application/rdf+xml", "application/xml", "text/xml"),
    TRIG(Kind.GRAPH, Lang.TRIG, "trig", "application/trig"),
    N_QUADS(Kind.GRAPH, Lang.NQUADS, "nq", "application/n-quads"),
    /** For people, and last: whoever accepts anything gets what programs understand. */
    HTML(Kind.ANY, ResultSetLang.RS_None, "html", "text/html");

    private enum Kind {
        TABLE,
        GRAPH,
        ANY;

        static Kind of(Query query) {
            return query.isConstructType() || query.isDescribeType() ? GRAPH : TABLE;
        }
    }

    /** A format under one of its media types. */
    record Chosen(ResultFormat format, String mediaType) implements Representation {
        private boolean isCalled(String name) {
            return name.equals(mediaType) || name.equals(format.suffix) || name.equalsIgnoreCase(format.name());
        }

        /** JSON has no charset parameter (RFC 8259 section 11), and XML says it itself. */
        String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
        }
    }

    private final Kind kind;
    private final Lang lang;
    private final String suffix;
    private final List<Chosen> types;

    ResultFormat(Kind kind, Lang lang, String suffix, String... mediaTypes) {
        this.kind = kind;
        this.lang = lang;
        this.suffix = suffix;
        this.types =
                List.of(mediaTypes).stream().map(type -> new Chosen(this, type)).toList();
    }

    Lang lang() {
        return lang;
    }

    boolean isXml() {
        return this == XML || this == RDF_XML;
    }

    /**
     * Which format the answer to this query has: the one named, or that which the client likes best.
     *
     * @param named by suffix, by name or by media type
     * @param accept the value of the Accept field
     * @throws HttpProblem if there is none
     */
    static Chosen choose(Query query, Optional<String> named, Optional<String> accept) {
        Kind kind = Kind.of(query);
        List<Chosen> offered = of(kind).flatMap(format -> format.types.stream()).toList();
        Optional<Chosen> chosen = named.isPresent()
                ? offered.stream().filter(type -> type.isCalled(named.get())).findFirst()
                : Negotiation.choose(accept, offered);
        return chosen.orElseThrow(() -> notAcceptable(kind, offered));
    }

    private static Stream<ResultFormat> of(Kind kind) {
        return Stream.of(values()).filter(format -> format.kind == kind || format.kind == Kind.ANY);
    }

    /** What the formats for programs are called in which the answer to this query can be had. */
    static List<String> names(Query query) {
        return of(Kind.of(query))
                .filter(format -> format != HTML)
                .map(format -> format.suffix)
                .toList();
    }

    private static HttpProblem notAcceptable(Kind kind, List<Chosen> offered) {
        String what = kind == Kind.GRAPH ? "a graph" : "a table";
        return HttpProblem.of(
                        406,
                        "Not acceptable",
                        "The result of this query is " + what + ", and is not available in the format asked for.")
                .offering(offered.stream().map(Chosen::mediaType).toList());
    }
}
