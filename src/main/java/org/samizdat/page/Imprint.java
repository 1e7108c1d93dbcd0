package org.samizdat.page;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.DCTerms;
import org.samizdat.document.About;
import org.samizdat.vocab.Pav;

/**
 * Who publishes what, as a citation needs it.
 *
 * @param publisher may be empty
 * @param version the publication's own; may be empty
 */
record Imprint(About about, String publisher, String version) {
    /** Inside a read transaction. */
    static Imprint read(About about, DatasetGraph data) {
        Graph description = data.getGraph(about.addresses().graph("void"));
        return new Imprint(
                about, text(description, about, DCTerms.publisher.asNode()), text(description, about, Pav.VERSION));
    }

    private static String text(Graph graph, About about, Node property) {
        return about.dataset()
                .flatMap(dataset -> graph.find(dataset, property, Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .filterKeep(Node::isLiteral)
                        .mapWith(Node::getLiteralLexicalForm)
                        .nextOptional())
                .orElse("");
    }

    /** How to cite a page, or the publication as a whole where the title is its own. */
    Citation cite(String title, String address) {
        boolean whole = title.equals(about.title());
        return new Citation(title, whole ? "" : about.title(), publisher, version, about.modified(), address);
    }
}
