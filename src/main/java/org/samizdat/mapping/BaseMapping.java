package org.samizdat.mapping;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/** Moves a publication to another base IRI: each IRI that begins with the canonical one, node by node, never in text. */
public final class BaseMapping extends StreamRDFWrapper {
    private final String from;
    private final String to;

    /**
     * @param from the canonical base IRI, ending in {@code /}
     * @param to the one to publish under, ending in {@code /}
     */
    public BaseMapping(String from, String to, StreamRDF out) {
        super(out);
        this.from = from;
        this.to = to;
    }

    @Override
    public void triple(Triple triple) {
        super.triple(map(triple));
    }

    @Override
    public void quad(Quad quad) {
        super.quad(Quad.create(map(quad.getGraph()), map(quad.asTriple())));
    }

    @Override
    public void prefix(String prefix, String iri) {
        super.prefix(prefix, map(iri));
    }

    @Override
    public void base(String base) {
        super.base(map(base));
    }

    private Triple map(Triple triple) {
        return Triple.create(map(triple.getSubject()), map(triple.getPredicate()), map(triple.getObject()));
    }

    /** A node under the other base; also one that stands alone, such as the name of a graph. */
    public Node map(Node node) {
        if (node == null) {
            return null;
        }
        if (node.isURI() && node.getURI().startsWith(from)) {
            return NodeFactory.createURI(map(node.getURI()));
        }
        return node.isTripleTerm() ? NodeFactory.createTripleTerm(map(node.getTriple())) : node;
    }

    private String map(String iri) {
        return iri.startsWith(from) ? to + iri.substring(from.length()) : iri;
    }
}
