package org.samizdat.web;

import java.util.function.Predicate;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Serialisation;
import org.samizdat.http.Variant;
import org.samizdat.page.Pages;

/** Makes the bytes of documents: RDF with metadata about the document itself, or a page. */
final class Renderer {
    private final About about;
    private final Pages pages;

    Renderer(About about, Pages pages) {
        this.about = about;
        this.pages = pages;
    }

    /**
     * @param description all that is known of the thing; metadata of the document is added to it
     * @param inferred whether a triple only follows from others
     */
    byte[] thing(String name, Graph description, Predicate<Triple> inferred, Variant variant, String root) {
        Addresses addresses = about.addresses();
        Node thing = addresses.thing(name);
        if (variant == Variant.HTML) {
            return pages.thing(name, description, inferred, root);
        }
        addMetadata(description, addresses.document(name), thing);
        return Serialisation.write(description, thing, variant, about.prefixes());
    }

    private void addMetadata(Graph graph, Node document, Node topic) {
        graph.add(document, RDF.type.asNode(), FOAF.Document.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), topic);
        graph.add(
                document,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(about.modified().toString(), XSDDatatype.XSDdate));
        about.license().ifPresent(license -> graph.add(document, DCTerms.license.asNode(), license));
        about.dataset().ifPresent(dataset -> {
            graph.add(document, DCTerms.isPartOf.asNode(), dataset);
            graph.add(document, VOID.inDataset.asNode(), dataset);
        });
    }
}
