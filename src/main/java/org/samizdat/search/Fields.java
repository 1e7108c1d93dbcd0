package org.samizdat.search;

/** The fields of a document of the index, which is a thing. */
final class Fields {
    /** What stands after {@code id/} in its IRI; stored. */
    static final String THING = "thing";
    /** The preferred name; stored, not searched. */
    static final String LABEL = "label";
    /** All names, as words; stored. */
    static final String NAMES = "names";
    /** The sentence that describes it, as words; stored. */
    static final String DESCRIPTION = "description";
    /** Its classes. */
    static final String KIND = "kind";
    /** The properties that it is the subject of. */
    static final String PROPERTY = "property";
    /** The first letter of its name, in ASCII, or {@code #}. */
    static final String LETTER = "letter";
    /** Lists are sorted by this. */
    static final String ORDER = "order";
    /** How much is said of it; decides between equally good hits. */
    static final String WEIGHT = "weight";
    /** Present where it is a claim or a part of a source, which searches leave out. */
    static final String INNER = "inner";

    private Fields() {}
}
