package org.samizdat.document;

import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * What a release says of one thing, or one page of it where that is too much for one document.
 *
 * @param graph the page's triples, each with the labels of what it mentions
 * @param page the page's number, from 1
 * @param pages how many pages there are; together they hold everything
 * @param outgoing how many triples there are with the thing as subject, by property, on all pages; empty where there is one page
 * @param incoming the same with the thing as object
 */
public record Description(
        Node thing,
        Graph graph,
        int page,
        int pages,
        SortedMap<String, Long> outgoing,
        SortedMap<String, Long> incoming) {
    static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
