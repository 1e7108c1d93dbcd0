package org.samizdat.draft;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Counts what a data set holds, in the terms of <a href="https://www.w3.org/TR/void/#statistics">VoID, sections 4.6 and
 * 4.7</a>. Takes triples in order of subject and without duplicates, so that only classes, properties and the classes of
 * one subject are kept.
 */
final class VoidStatistics implements Consumer<Triple> {
    private static final Node TYPE = RDF.type.asNode();

    private final Map<String, Long> triplesByProperty = new TreeMap<>();
    private final Map<String, Long> entitiesByClass = new TreeMap<>();
    private long triples;
    private long subjects;
    private Node subject = Node.ANY;

    @Override
    public void accept(Triple triple) {
        triples++;
        if (!triple.getSubject().equals(subject)) {
            subject = triple.getSubject();
            subjects++;
        }
        triplesByProperty.merge(triple.getPredicate().getURI(), 1L, Long::sum);
        if (triple.getPredicate().equals(TYPE) && triple.getObject().isURI()) {
            entitiesByClass.merge(triple.getObject().getURI(), 1L, Long::sum);
        }
    }

    /** Writes the counts as statements about a data set; its partitions are named by fragments of its IRI. */
    void describe(Node dataset, Consumer<Triple> sink) {
        count(dataset, VOID.triples.asNode(), triples, sink);
        count(dataset, VOID.distinctSubjects.asNode(), subjects, sink);
        count(dataset, VOID.classes.asNode(), entitiesByClass.size(), sink);
        count(dataset, VOID.properties.asNode(), triplesByProperty.size(), sink);
        Set<Node> names = new HashSet<>();
        entitiesByClass.forEach((type, entities) -> {
            Node partition = partition(dataset, "class-", type, names);
            sink.accept(Triple.create(dataset, VOID.classPartition.asNode(), partition));
            sink.accept(Triple.create(partition, VOID._class.asNode(), NodeFactory.createURI(type)));
            count(partition, VOID.entities.asNode(), entities, sink);
        });
        triplesByProperty.forEach((property, used) -> {
            Node partition = partition(dataset, "property-", property, names);
            sink.accept(Triple.create(dataset, VOID.propertyPartition.asNode(), partition));
            sink.accept(Triple.create(partition, VOID.property.asNode(), NodeFactory.createURI(property)));
            count(partition, VOID.triples.asNode(), used, sink);
        });
    }

    private static void count(Node subject, Node property, long value, Consumer<Triple> sink) {
        sink.accept(Triple.create(
                subject, property, NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger)));
    }

    /** Named by the term's local name, with a checksum of its namespace where two terms share one. */
    private static Node partition(Node dataset, String kind, String term, Set<Node> names) {
        String local = term.replaceFirst(".*[/#](?=[^/#]*$)", "").replaceAll("[^A-Za-z0-9._-]", "_");
        Node name = NodeFactory.createURI(dataset.getURI() + "#" + kind + local);
        if (names.add(name)) {
            return name;
        }
        CRC32 checksum = new CRC32();
        checksum.update(term.getBytes(StandardCharsets.UTF_8));
        return NodeFactory.createURI(name.getURI() + "-" + Long.toHexString(checksum.getValue()));
    }
}
