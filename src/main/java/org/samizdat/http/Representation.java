package org.samizdat.http;

/** Something that can be had in one format: what negotiation chooses from. */
public interface Representation {
    /** Type and subtype in lower case, without parameters. */
    String mediaType();

    /**
     * Whether a media range with this parameter may still mean this; all that is sent here is UTF-8.
     *
     * @param parameter its name, in lower case
     * @param value its value, in lower case
     */
    default boolean allows(String parameter, String value) {
        return parameter.equals("charset") && value.equals("utf-8");
    }
}
