package org.samizdat.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats in which a document can be had, the one preferred by this server first. */
public enum Variant {
    TURTLE("ttl", "text/turtle", "Turtle"),
    HTML("html", "text/html", "HTML"),
    JSON_LD("jsonld", "application/ld+json", "JSON-LD"),
    N_TRIPLES("nt", "application/n-triples", "N-Triples"),
    RDF_XML("rdf", "application/rdf+xml", "RDF/XML");

    public static final List<Variant> ALL = List.of(values());

    private final String suffix;
    private final String mediaType;
    private final String label;

    Variant(String suffix, String mediaType, String label) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.label = label;
    }

    /** What stands after the dot in the variant's address, and the value of {@code format=}. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The value of the header field. JSON-LD has no charset parameter (RFC 8259 section 11). */
    public String contentType() {
        return this == JSON_LD ? mediaType : mediaType + ";charset=utf-8";
    }

    public String label() {
        return label;
    }

    public static Optional<Variant> bySuffix(String suffix) {
        return Arrays.stream(values())
                .filter(variant -> variant.suffix.equals(suffix))
                .findFirst();
    }

    /** By suffix or by media type, as people write after {@code format=}. */
    public static Optional<Variant> byName(String name) {
        return Arrays.stream(values())
                .filter(variant -> variant.suffix.equals(name) || variant.mediaType.equals(name))
                .findFirst();
    }
}
