package org.samizdat.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The triples that say what a node is called: {@code rdfs:label}, and {@code skos:prefLabel} where it has none. The same few are
 * wanted for nearly every document.
 */
final class Labels {
    private final DatasetGraph data;
    private final Cache<Node, List<Triple>> known =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

    Labels(DatasetGraph data) {
        this.data = data;
    }

    /** Inside a read transaction. */
    List<Triple> of(Node node) {
        return known.get(node, this::read);
    }

    private List<Triple> read(Node node) {
        List<Triple> labels = triples(node, RDFS.label.asNode());
        return labels.isEmpty() ? triples(node, SKOS.prefLabel.asNode()) : labels;
    }

    private List<Triple> triples(Node node, Node property) {
        return Iter.iter(data.find(Quad.defaultGraphIRI, node, property, Node.ANY))
                .map(Quad::asTriple)
                .toList();
    }
}
