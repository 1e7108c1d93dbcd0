package org.samizdat.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a release holds and where it comes from.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 over the sorted N-Quads of all graphs
 * @param base the base IRI of everything in it, ending in {@code /}
 * @param name the publication's short name; the dumps are called by it
 * @param title the publication's title
 * @param version the publication's own version; may be empty
 * @param modified the date that the publication says it was changed
 * @param built when the release was built
 * @param software name and version of each software that built it, in order
 * @param prefixes namespace IRIs by prefix
 * @param triples the number of triples in each graph by the graph's IRI; the default graph is {@link #DEFAULT_GRAPH}
 * @param classes the number of things of each class in the default graph
 * @param inputs SHA-256 in hexadecimal of each file that it was made from, by path
 * @param files every file of the release but this and TDB2's locks
 * @param canaries queries with the answers that the store must give
 */
public record Manifest(
        String id,
        String base,
        String name,
        String title,
        String version,
        LocalDate modified,
        Instant built,
        List<String> software,
        SortedMap<String, String> prefixes,
        SortedMap<String, Long> triples,
        SortedMap<String, Long> classes,
        SortedMap<String, String> inputs,
        List<StoredFile> files,
        List<Canary> canaries) {

    /** The key of the default graph in {@link #triples()}. */
    public static final String DEFAULT_GRAPH = "urn:x-arq:DefaultGraph";
}
