package org.samizdat.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.TestManifest;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.vocab.VoidExt;

/**
 * What a release says of itself in its graphs of VoID and of examples, in short: without the answers of the examples, without
 * what the values of each class's properties are, and with blank nodes for partitions, whose names are the longest part of
 * all. Who wants to know more can ask for it.
 */
final class DataDescription {
    /** In the order of what they say, so that they are written the same way each time. */
    private final Map<String, Triple> triples = new TreeMap<>();

    private final Set<Node> leftOut = new HashSet<>();
    private final Set<Node> partitions = new HashSet<>();

    private DataDescription() {}

    static List<Triple> of(Graph voidDescription, Graph examples) {
        DataDescription description = new DataDescription();
        description.examine(voidDescription);
        description.add(voidDescription);
        description.add(examples);
        return description.shortened();
    }

    private void examine(Graph voidDescription) {
        partitions.addAll(objects(voidDescription, VOID.classPartition.asNode()));
        Set<Node> byProperty = objects(voidDescription, VOID.propertyPartition.asNode());
        for (Node part : byProperty) {
            leftOut.addAll(objects(voidDescription, part, VOID.classPartition.asNode()));
            leftOut.addAll(objects(voidDescription, part, VoidExt.DATATYPE_PARTITION));
        }
        partitions.addAll(byProperty);
    }

    private static Set<Node> objects(Graph graph, Node property) {
        return objects(graph, Node.ANY, property);
    }

    private static Set<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    private void add(Graph graph) {
        graph.find().forEach(triple -> {
            boolean needed = !triple.getPredicate().equals(TestManifest.result.asNode())
                    && !leftOut.contains(triple.getSubject())
                    && !leftOut.contains(triple.getObject());
            if (needed) {
                triples.put(NodeFmtLib.str(triple), triple);
            }
        });
    }

    private List<Triple> shortened() {
        Map<Node, Node> names = new HashMap<>();
        List<Triple> shortened = new ArrayList<>();
        triples.values()
                .forEach(triple -> shortened.add(Triple.create(
                        shortened(triple.getSubject(), names),
                        triple.getPredicate(),
                        shortened(triple.getObject(), names))));
        return shortened;
    }

    private Node shortened(Node node, Map<Node, Node> names) {
        return partitions.contains(node)
                ? names.computeIfAbsent(node, any -> NodeFactory.createBlankNode("p" + names.size()))
                : node;
    }
}
