package org.samizdat.query;

import java.util.List;
import java.util.Optional;
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
public enum ResultFormat {
    JSON(
            Kind.TABLE,
            ResultSetLang.RS_JSON,
            "SPARQL_Results_JSON",
            "json",
            "application/sparql-results+json",
            "application/json"),
    XML(
            Kind.TABLE,
            ResultSetLang.RS_XML,
            "SPARQL_Results_XML",
            "xml",
            "application/sparql-results+xml",
            "application/xml",
            "text/xml"),
    CSV(Kind.TABLE, ResultSetLang.RS_CSV, "SPARQL_Results_CSV", "csv", "text/csv"),
    TSV(Kind.TABLE, ResultSetLang.RS_TSV, "SPARQL_Results_TSV", "tsv", "text/tab-separated-values"),
    TURTLE(Kind.GRAPH, Lang.TURTLE, "Turtle", "ttl", "text/turtle"),
    N_TRIPLES(Kind.GRAPH, Lang.NTRIPLES, "N-Triples", "nt", "application/n-triples"),
    JSON_LD(Kind.GRAPH, Lang.JSONLD11, "JSON-LD", "jsonld", "application/ld+json", "application/json"),
    RDF_XML(Kind.GRAPH, Lang.RDFXML, "RDF_XML", "rdf", "application/rdf+xml", "application/xml", "text/xml"),
    TRIG(Kind.GRAPH, Lang.TRIG, "TriG", "trig", "application/trig"),
    N_QUADS(Kind.GRAPH, Lang.NQUADS, "N-Quads", "nq", "application/n-quads"),
    /** For people, and last: whoever accepts anything gets what programs understand. */
    HTML(Kind.ANY, ResultSetLang.RS_None, "", "html", "text/html");

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
        /** By suffix, by the format's name, or, as SPARQLWrapper has it, by what follows the slash of a media type. */
        private boolean isCalled(String name) {
            return name.equals(mediaType.substring(mediaType.indexOf('/') + 1))
                    || name.equals(format.suffix)
                    || name.replace('-', '_').equalsIgnoreCase(format.name());
        }

        /** JSON has no charset parameter (RFC 8259 section 11), and XML says it itself. */
        String contentType() {
            return mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType;
        }
    }

    private final Kind kind;
    private final Lang lang;
    private final String registered;
    private final String suffix;
    private final List<Chosen> types;

    /** @param registered its name among <a href="https://www.w3.org/ns/formats/">Unique URIs for File Formats</a> */
    ResultFormat(Kind kind, Lang lang, String registered, String suffix, String... mediaTypes) {
        this.kind = kind;
        this.lang = lang;
        this.registered = registered;
        this.suffix = suffix;
        this.types =
                List.of(mediaTypes).stream().map(type -> new Chosen(this, type)).toList();
    }

    Lang lang() {
        return lang;
    }

    /** What W3C calls it; a page is no format of results there. */
    Optional<String> iri() {
        return registered.isEmpty() ? Optional.empty() : Optional.of("http://www.w3.org/ns/formats/" + registered);
    }

    /** Those that the answer to a query can have, the preferred one first. */
    static List<ResultFormat> of(Query query) {
        Kind kind = Kind.of(query);
        return List.of(values()).stream().filter(format -> format.kind == kind).toList();
    }

    /** What stands after the dot in an address, and the value of {@code format=}. */
    public String suffix() {
        return suffix;
    }

    /** As people write it. */
    public String label() {
        return switch (this) {
            case TURTLE -> "Turtle";
            case N_TRIPLES -> "N-Triples";
            case JSON_LD -> "JSON-LD";
            case RDF_XML -> "RDF/XML";
            case TRIG -> "TriG";
            case N_QUADS -> "N-Quads";
            default -> name();
        };
    }

    /** Whether results in it are graphs; they are tables or truth values else. */
    public boolean isGraph() {
        return kind == Kind.GRAPH;
    }

    /** Its names as a media type, its own one first. */
    public List<String> mediaTypes() {
        return types.stream().map(Chosen::mediaType).toList();
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
        List<Chosen> offered = offered(kind, Kind.ANY);
        Optional<Chosen> chosen = named.isPresent() ? named(named.get(), offered) : Negotiation.choose(accept, offered);
        return chosen.orElseThrow(() -> notAcceptable(kind, offered));
    }

    /** Whoever names a media type gets it by that name; all else goes by the format's own. */
    private static Optional<Chosen> named(String name, List<Chosen> offered) {
        return offered.stream()
                .filter(type -> type.mediaType.equals(name))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(type -> type.isCalled(name))
                        .map(type -> type.format.types.getFirst())
                        .findFirst());
    }

    /** All formats of graphs under all their media types, the preferred one first. */
    static List<Chosen> ofGraphs() {
        return offered(Kind.GRAPH, Kind.GRAPH);
    }

    private static List<Chosen> offered(Kind kind, Kind other) {
        return List.of(values()).stream()
                .filter(format -> format.kind == kind || format.kind == other)
                .flatMap(format -> format.types.stream())
                .toList();
    }

    /** What the formats for programs are called in which the answer to this query can be had. */
    static List<String> names(Query query) {
        return of(query).stream().map(ResultFormat::suffix).toList();
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
