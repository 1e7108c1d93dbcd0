package org.samizdat.http;

/** Something that can be had in one format: what negotiation chooses from. */
public interface Representation {
    /** Type and subtype in lower case, without parameters. */
    String mediaType();
}
