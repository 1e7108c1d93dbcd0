package org.samizdat.http;

/** Something that can be had in one format: what negotiation chooses from. */
public interface Representation {
    /** Type and subtype in lower case, without parameters. */
    String mediaType();

    /**
     * Whether a media range with this parameter may still mean this. All that is sent here is UTF-8 and, unless said otherwise,
     * RDF 1.1.
     *
     * @param parameter its name, in lower case
     * @param value its value, in lower case
     */
    default boolean allows(String parameter, String value) {
        return switch (parameter) {
            case "charset" -> value.equals("utf-8");
            case "version" -> value.equals("1.1");
            // JSON-LD 1.1 appendix C: a profile that the server does not honour is passed over.
            case "profile" -> mediaType().equals("application/ld+json");
            default -> false;
        };
    }
}
