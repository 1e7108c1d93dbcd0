package org.samizdat.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** The symbols of a release's things. The same few are asked for on every page, so they are remembered. */
final class Symbols {
    private final DatasetGraph data;
    private final Ontology ontology;
    private final Cache<Node, Symbol> known =
            Caffeine.newBuilder().maximumSize(50_000).executor(Runnable::run).build();

    Symbols(DatasetGraph data, Ontology ontology) {
        this.data = data;
        this.ontology = ontology;
    }

    /** Inside a read transaction. */
    Symbol of(Node node) {
        return known.get(node, this::find);
    }

    private Symbol find(Node node) {
        return ontology.symbol(types(node));
    }

    private List<Node> types(Node node) {
        List<Node> types = new ArrayList<>();
        data.find(Quad.defaultGraphIRI, node, RDF.type.asNode(), Node.ANY)
                .forEachRemaining(quad -> types.add(quad.getObject()));
        return types;
    }
}
