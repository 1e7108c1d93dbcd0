package org.samizdat.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The forms in which a document can be had, the one preferred by this server first. Most are RDF 1.1; where a format has
 * RDF 1.2, that is a variant of its own, asked for by the media type's parameter {@code version=1.2}.
 */
public enum Variant implements Representation {
    TURTLE("ttl", "text/turtle", "Turtle"),
    HTML("html", "text/html", "HTML"),
    JSON_LD("jsonld", "application/ld+json", "JSON-LD"),
    N_TRIPLES("nt", "application/n-triples", "N-Triples"),
    RDF_XML("rdf", "application/rdf+xml", "RDF/XML"),
    TRIG("trig", "application/trig", "TriG"),
    N_QUADS("nq", "application/n-quads", "N-Quads"),
    TURTLE_12(TURTLE, "version=1.2", "Turtle, RDF 1.2"),
    N_TRIPLES_12(N_TRIPLES, "version=1.2", "N-Triples, RDF 1.2"),
    TRIG_12(TRIG, "version=1.2", "TriG, RDF 1.2"),
    N_QUADS_12(N_QUADS, "version=1.2", "N-Quads, RDF 1.2"),
    /** Of a claim alone. */
    NANOPUBLICATION(TRIG, "profile=nanopub", "Nanopublication");

    /** The formats that a document has whatever it is about, in RDF 1.1. */
    public static final List<Variant> ALL = List.of(TURTLE, HTML, JSON_LD, N_TRIPLES, RDF_XML, TRIG, N_QUADS);

    /** What negotiation by media type chooses from. */
    public static final List<Variant> OFFERED =
            Arrays.stream(values()).filter(variant -> !variant.isProfile()).toList();

    /** The schema that nanopublications conform to, which stands for their profile. */
    public static final String NANOPUB_PROFILE = "http://www.nanopub.org/nschema#";

    private final String suffix;
    private final String mediaType;
    private final String query;
    private final String label;

    Variant(String suffix, String mediaType, String label) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.query = "";
        this.label = label;
    }

    Variant(Variant format, String query, String label) {
        this.suffix = format.suffix;
        this.mediaType = format.mediaType;
        this.query = query;
        this.label = label;
    }

    /** What stands after the dot in the variant's address, and the value of {@code format=}. */
    public String suffix() {
        return suffix;
    }

    /** What stands after the question mark in the variant's address; mostly empty. */
    public String query() {
        return query;
    }

    /** A word that no other variant has, for entity tags. */
    public String tag() {
        return query.isEmpty() ? suffix : suffix + "-" + query.substring(query.indexOf('=') + 1);
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    /** The value of the header field. JSON-LD has no charset parameter (RFC 8259 section 11). */
    public String contentType() {
        String type = this == JSON_LD ? mediaType : mediaType + ";charset=utf-8";
        return isRdf12() ? type + ";version=1.2" : type;
    }

    public String label() {
        return label;
    }

    public boolean isRdf12() {
        return query.startsWith("version");
    }

    /** Whether the format has room for named graphs. */
    public boolean hasGraphs() {
        return suffix.equals("trig") || suffix.equals("nq");
    }

    private boolean isProfile() {
        return query.startsWith("profile");
    }

    @Override
    public boolean allows(String parameter, String value) {
        return parameter.equals("version") ? hasVersion(value) : Representation.super.allows(parameter, value);
    }

    /** Whether a media range's {@code version} allows this variant; {@code 1.2-basic} is RDF 1.2 without triple terms. */
    private boolean hasVersion(String version) {
        return switch (version) {
            case "1.1", "1.2-basic" -> !isRdf12();
            case "1.2" -> isRdf12();
            default -> false;
        };
    }

    /** The same format in another version of RDF: {@code 1.1} or {@code 1.2}. */
    public Optional<Variant> in(String version) {
        return OFFERED.stream()
                .filter(variant -> variant.suffix.equals(suffix) && variant.hasVersion(version))
                .findFirst();
    }

    public static Optional<Variant> bySuffix(String suffix) {
        return ALL.stream().filter(variant -> variant.suffix.equals(suffix)).findFirst();
    }

    /** By suffix or by media type, as people write after {@code format=}. */
    public static Optional<Variant> byName(String name) {
        return ALL.stream()
                .filter(variant -> variant.suffix.equals(name) || variant.mediaType.equals(name))
                .findFirst();
    }
}
