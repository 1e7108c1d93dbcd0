package org.samizdat.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.http.Variant;
import org.samizdat.vocab.Hydra;
import org.samizdat.vocab.Prov;

/** What a document says of itself: its topic, licence, release, date, formats, and that it is one of several pages. */
public final class Metadata {
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    private final About about;

    public Metadata(About about) {
        this.about = about;
    }

    /** Adds the metadata to the description of a thing of this name. */
    public void addTo(Description description, String name) {
        Graph graph = description.graph();
        Node document = about.addresses().document(name);
        describe(graph, document, description.thing());
        graph.add(document, Prov.WAS_DERIVED_FROM, about.addresses().release(about.release()));
        if (description.pages() > 1) {
            addPages(description, name, document);
            addCounts(description, document);
        }
    }

    /** The same of a document about anything else: without its release, since an ontology has versions of its own. */
    public void describe(Graph graph, Node document, Node topic) {
        graph.add(document, RDF.type.asNode(), FOAF.Document.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), topic);
        graph.add(document, DCTerms.modified.asNode(), date(about.modified()));
        about.license().ifPresent(license -> graph.add(document, DCTerms.license.asNode(), license));
        about.dataset().ifPresent(dataset -> {
            graph.add(document, DCTerms.isPartOf.asNode(), dataset);
            graph.add(document, VOID.inDataset.asNode(), dataset);
        });
        for (Variant variant : Variant.ALL) {
            Node format = NodeFactory.createURI(Addresses.variantPath(document.getURI(), variant));
            graph.add(document, DCTerms.hasFormat.asNode(), format);
            graph.add(format, DCTerms.format.asNode(), NodeFactory.createURI(MEDIA_TYPES + variant.mediaType()));
        }
    }

    private static Node date(LocalDate date) {
        return NodeFactory.createLiteralDT(DateTimeFormatter.ISO_LOCAL_DATE.format(date), XSDDatatype.XSDdate);
    }

    private static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }

    /** Which page this is, and where the others are: Hydra's partial views. */
    private void addPages(Description description, String name, Node document) {
        Graph graph = description.graph();
        Addresses addresses = about.addresses();
        int page = description.page();
        Node view = addresses.page(name, page);
        graph.add(document, Hydra.VIEW, view);
        graph.add(view, RDF.type.asNode(), Hydra.PARTIAL_COLLECTION_VIEW);
        graph.add(view, Hydra.FIRST, addresses.page(name, 1));
        graph.add(view, Hydra.LAST, addresses.page(name, description.pages()));
        if (page > 1) {
            graph.add(view, Hydra.PREVIOUS, addresses.page(name, page - 1));
        }
        if (page < description.pages()) {
            graph.add(view, Hydra.NEXT, addresses.page(name, page + 1));
        }
    }

    /**
     * How many links there are on all pages, by property: each property's links are a collection, whose member assertion
     * says what all its members have in common.
     */
    private static void addCounts(Description description, Node document) {
        Graph graph = description.graph();
        graph.add(document, RDF.type.asNode(), Hydra.COLLECTION);
        graph.add(
                document,
                Hydra.TOTAL_ITEMS,
                integer(Description.sum(description.incoming()) + Description.sum(description.outgoing())));
        add(description, document, description.incoming(), "incoming", Hydra.OBJECT);
        add(description, document, description.outgoing(), "outgoing", Hydra.SUBJECT);
    }

    private static void add(
            Description description, Node document, SortedMap<String, Long> counts, String direction, Node role) {
        Graph graph = description.graph();
        int number = 0;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            number++;
            Node collection = NodeFactory.createURI(document.getURI() + "#" + direction + "-" + number);
            Node assertion = NodeFactory.createURI(collection.getURI() + "-members");
            graph.add(document, Hydra.COLLECTION_OF, collection);
            graph.add(collection, RDF.type.asNode(), Hydra.COLLECTION);
            graph.add(collection, Hydra.TOTAL_ITEMS, integer(count.getValue()));
            graph.add(collection, Hydra.MEMBER_ASSERTION, assertion);
            graph.add(assertion, Hydra.PROPERTY, NodeFactory.createURI(count.getKey()));
            graph.add(assertion, role, description.thing());
        }
    }
}
