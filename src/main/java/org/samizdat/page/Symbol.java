package org.samizdat.page;

import java.util.Locale;
import java.util.Set;

/**
 * What a thing is, as far as an icon and schema.org can tell. Which one a class has is read from its alignment to the standard
 * vocabularies that are named here; the first that fits is taken.
 */
enum Symbol {
    CLAIM("Claim", Set.of("rdf:Statement"), "M4 5h16v11H11l-4 4v-4H4z"),
    SOURCE(
            "CreativeWork",
            Set.of("bibo:DocumentPart", "foaf:Document", "prov:Bundle"),
            "M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16h7"),
    PERSON(
            "Person",
            Set.of("foaf:Person", "schema:Person", "prov:Person"),
            "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 20c0-4 3.6-6 8-6s8 2 8 6"),
    ORGANISATION(
            "Organization",
            Set.of("org:Organization", "schema:Organization", "foaf:Organization", "prov:Organization"),
            "M4 20V8l8-4 8 4v12M2 20h20M10 20v-5h4v5M8 11h.1M12 11h.1M16 11h.1"),
    PERIOD(
            "DefinedTerm",
            Set.of("time:Interval", "time:ProperInterval", "time:TemporalEntity", "dcterms:PeriodOfTime"),
            "M7 3h10M7 21h10M8 3c0 5 4 6 4 9s-4 4-4 9M16 3c0 5-4 6-4 9s4 4 4 9"),
    EVENT(
            "Event",
            Set.of("schema:Event", "sem:Event", "lode:Event", "dctype:Event", "event:Event"),
            "M5 6h14v14H5zM5 10h14M9 3v5M15 3v5M12 15h.1"),
    PLACE(
            "Place",
            Set.of("schema:Place", "sem:Place", "geo:SpatialThing", "gsp:Feature", "dcterms:Location"),
            "M12 21c-4-5-7-8-7-12a7 7 0 0 1 14 0c0 4-3 7-7 12zM12 11.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z"),
    CONCEPT(
            "DefinedTerm",
            Set.of("skos:Concept", "schema:DefinedTerm"),
            "M9 18h6M10 21h4M8.500 15c-2-1.400-3-3.200-3-5.500a6.500 6.500 0 0 1 13 0c0 2.300-1 4.100-3 5.500z"),
    WORK(
            "CreativeWork",
            Set.of("schema:CreativeWork", "schema:Book", "bibo:Document", "fabio:Work", "dctype:Text"),
            "M12 6c-2-1.500-5-2-9-2v14c4 0 7 .5 9 2 2-1.500 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14"),
    GROUP(
            "Organization",
            Set.of("foaf:Group", "foaf:Agent", "prov:Agent", "dcterms:Agent", "sem:Actor"),
            "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
                    + "M2 19c0-3 2.500-5 6-5s6 2 6 5M15 14c4 0 7 1.500 7 5"),
    THING("Thing", Set.of("owl:Thing"), "M12 4l8 8-8 8-8-8z");

    private final String schemaType;
    private final Set<String> classes;
    private final String path;

    Symbol(String schemaType, Set<String> classes, String path) {
        this.schemaType = schemaType;
        this.classes = classes;
        this.path = path;
    }

    /** The class of schema.org that comes nearest. */
    String schemaType() {
        return schemaType;
    }

    /** Classes of standard vocabularies, with their usual prefixes. */
    Set<String> classes() {
        return classes;
    }

    /** The icon as the data of an SVG path, drawn with a pen in a square of 24 by 24. */
    String path() {
        return path;
    }

    /** As a class of the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
