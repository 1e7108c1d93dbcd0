package org.samizdat.draft;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Counts what a data set holds, in the terms of <a href="https://www.w3.org/TR/void/#statistics">VoID, sections 4.6 and
 * 4.7</a>: of the whole, of each class and of each property, and of each property that the members of a class have. Takes
 * triples in order of subject and without duplicates.
 */
final class VoidStatistics implements Consumer<Triple> {
    private static final Node TYPE = RDF.type.asNode();

    private final Function<Node, Set<String>> classes;
    private final SortedMap<String, Long> triplesByProperty = new TreeMap<>();
    private final SortedMap<String, Long> entitiesByClass = new TreeMap<>();
    private final SortedMap<String, PropertyUses> usesByClass = new TreeMap<>();
    private long triples;
    private long subjects;
    private Node subject = Node.ANY;
    private Set<String> classesOfSubject = Set.of();

    /**
     * @param classes of a node, those under which its properties and the links to it are counted: all that it has would
     *     say the same many times
     */
    VoidStatistics(Function<Node, Set<String>> classes) {
        this.classes = classes;
    }

    @Override
    public void accept(Triple triple) {
        triples++;
        if (!triple.getSubject().equals(subject)) {
            subject = triple.getSubject();
            classesOfSubject = classes.apply(subject);
            subjects++;
        }
        triplesByProperty.merge(triple.getPredicate().getURI(), 1L, Long::sum);
        if (triple.getPredicate().equals(TYPE) && triple.getObject().isURI()) {
            entitiesByClass.merge(triple.getObject().getURI(), 1L, Long::sum);
        }
        if (!classesOfSubject.isEmpty()) {
            Set<String> classesOfObject = classes.apply(triple.getObject());
            for (String type : classesOfSubject) {
                usesByClass
                        .computeIfAbsent(type, any -> new PropertyUses())
                        .count(triple.getPredicate(), triple.getObject(), classesOfObject);
            }
        }
    }

    /** The IRIs of all classes and properties that were counted. */
    Set<String> terms() {
        Set<String> terms = new TreeSet<>(entitiesByClass.keySet());
        terms.addAll(triplesByProperty.keySet());
        return terms;
    }

    /** Writes the counts as statements about a data set; its partitions are named by fragments of its IRI. */
    void describe(Node dataset, Consumer<Triple> sink) {
        Partitions partitions = new Partitions(sink);
        partitions.count(dataset, VOID.triples, triples);
        partitions.count(dataset, VOID.distinctSubjects, subjects);
        partitions.count(dataset, VOID.classes, entitiesByClass.size());
        partitions.count(dataset, VOID.properties, triplesByProperty.size());
        String prefix = dataset.getURI() + "#";
        entitiesByClass.forEach((type, entities) -> {
            Node part = partitions.ofClass(dataset, prefix, type, VOID.entities, entities);
            describe(part, usesByClass.getOrDefault(type, new PropertyUses()), partitions);
        });
        triplesByProperty.forEach((property, used) -> partitions.ofProperty(dataset, prefix, property, used));
    }

    private static void describe(Node ofClass, PropertyUses uses, Partitions partitions) {
        uses.byProperty().forEach((property, use) -> {
            Node part = partitions.ofProperty(ofClass, ofClass + "/", property, use.triples());
            use.byClass().forEach((type, links) -> partitions.ofClass(part, part + "/", type, VOID.triples, links));
            use.byDatatype()
                    .forEach((datatype, literals) -> partitions.ofDatatype(part, part + "/", datatype, literals));
        });
    }
}
