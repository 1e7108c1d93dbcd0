package org.samizdat.document;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What a document holds.
 *
 * @param topic what it is about; stands first in formats that are for people too
 * @param graph the default graph, which is all that formats for one graph have
 * @param named further graphs by their IRIs, for formats that have room for them
 */
public record Content(Node topic, Graph graph, SortedMap<String, List<Triple>> named) {
    public static Content of(Node topic, Graph graph) {
        return new Content(topic, graph, new TreeMap<>());
    }
}
