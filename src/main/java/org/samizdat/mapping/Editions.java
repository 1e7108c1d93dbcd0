package org.samizdat.mapping;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The two editions of what a publication says. In the RDF 1.1 edition a claim is an {@code rdf:Statement}
 * (<a href="https://www.w3.org/TR/rdf-schema/#ch_reificationvocab">RDF Schema 1.1, 5.3</a>), so that no client meets a triple
 * term; the reifying triples of RDF 1.2 stand in a graph of their own.
 */
final class Editions implements Consumer<Triple> {
    private final Consumer<Triple> plain;
    private final Consumer<Triple> reifiers;

    /**
     * @param plain takes the triples of the RDF 1.1 edition
     * @param reifiers takes the reifying triples
     */
    Editions(Consumer<Triple> plain, Consumer<Triple> reifiers) {
        this.plain = plain;
        this.reifiers = reifiers;
    }

    @Override
    public void accept(Triple triple) {
        if (!triple.getObject().isTripleTerm()) {
            plain.accept(triple);
            return;
        }
        Node claim = triple.getSubject();
        Triple said = triple.getObject().getTriple();
        plain.accept(Triple.create(claim, RDF.Nodes.type, RDF.Nodes.Statement));
        plain.accept(Triple.create(claim, RDF.Nodes.subject, said.getSubject()));
        plain.accept(Triple.create(claim, RDF.Nodes.predicate, said.getPredicate()));
        plain.accept(Triple.create(claim, RDF.Nodes.object, said.getObject()));
        reifiers.accept(triple);
    }

    /**
     * Whether a triple can be split so: a triple term may only be what is reified, and holds none itself. Where that is so, all
     * terms in it are IRIs, or literals as objects.
     */
    static boolean isPublishable(Triple triple) {
        Node object = triple.getObject();
        return object.isTripleTerm()
                ? triple.getSubject().isURI()
                        && triple.getPredicate().equals(RDF.Nodes.reifies)
                        && isPlain(object.getTriple())
                : isPlain(triple);
    }

    private static boolean isPlain(Triple triple) {
        Node object = triple.getObject();
        return triple.getSubject().isURI() && triple.getPredicate().isURI() && (object.isURI() || object.isLiteral());
    }

    /** The three terms of a triple; in the place of a triple term, its three. */
    static Stream<Node> terms(Triple triple) {
        return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                .flatMap(node -> node.isTripleTerm() ? terms(node.getTriple()) : Stream.of(node));
    }
}
