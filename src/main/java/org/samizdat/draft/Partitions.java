package org.samizdat.draft;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.vocab.VoidExt;

/** States partitions of a data set, or of another partition, in the terms of VoID and its extension, and names them. */
final class Partitions {
    private final Consumer<Triple> sink;
    /** Which term goes by which name: two may have the same local name. */
    private final Map<String, String> termsByName = new HashMap<>();

    Partitions(Consumer<Triple> sink) {
        this.sink = sink;
    }

    /**
     * The members of a class, or the triples that lead to them.
     *
     * @param prefix what the partition's name begins with
     * @param counted what there is this number of
     * @return the partition's name
     */
    Node ofClass(Node whole, String prefix, String type, Property counted, long number) {
        Node part = NodeFactory.createURI(prefix + "class-" + name(type));
        state(whole, VOID.classPartition.asNode(), part, VOID._class.asNode(), type);
        count(part, counted, number);
        return part;
    }

    /** The triples of a property. */
    Node ofProperty(Node whole, String prefix, String property, long triples) {
        Node part = NodeFactory.createURI(prefix + "property-" + name(property));
        state(whole, VOID.propertyPartition.asNode(), part, VOID.property.asNode(), property);
        count(part, VOID.triples, triples);
        return part;
    }

    /** The triples whose objects are literals of a datatype. */
    void ofDatatype(Node whole, String prefix, String datatype, long triples) {
        Node part = NodeFactory.createURI(prefix + "datatype-" + name(datatype));
        state(whole, VoidExt.DATATYPE_PARTITION, part, VoidExt.DATATYPE, datatype);
        count(part, VOID.triples, triples);
    }

    void count(Node subject, Property property, long number) {
        sink.accept(Triple.create(
                subject,
                property.asNode(),
                NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger)));
    }

    private void state(Node whole, Node kind, Node part, Node by, String term) {
        sink.accept(Triple.create(whole, kind, part));
        sink.accept(Triple.create(part, by, NodeFactory.createURI(term)));
    }

    /** A term's local name, with a checksum of its IRI where another term has that name already. */
    private String name(String term) {
        String local = term.replaceFirst(".*[/#](?=[^/#]*$)", "").replaceAll("[^A-Za-z0-9._-]", "_");
        if (termsByName.computeIfAbsent(local, any -> term).equals(term)) {
            return local;
        }
        CRC32 checksum = new CRC32();
        checksum.update(term.getBytes(StandardCharsets.UTF_8));
        return local + "-" + Long.toHexString(checksum.getValue());
    }
}
