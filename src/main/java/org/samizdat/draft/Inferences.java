package org.samizdat.draft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * What follows from a triple by the ontology: super-properties, inverses and symmetric properties of its property
 * (OWL 2 RL rules prp-spo1, prp-inv1, prp-inv2, prp-symp) and super-classes of its class (cax-sco). Each triple is taken
 * by itself, so that data of any size can be streamed; transitive properties, domains and ranges are therefore not
 * followed.
 */
final class Inferences {
    private static final Node TYPE = RDF.type.asNode();

    private final Graph ontology;
    private final Map<Node, Set<Step>> properties = new HashMap<>();
    private final Map<Node, Set<Step>> classes = new HashMap<>();

    /** A property that follows from another, with subject and object as they were or exchanged. */
    private record Step(Node term, boolean inverted) {}

    Inferences(Graph ontology) {
        this.ontology = ontology;
    }

    /** Hands on every triple that follows from the given one, the given one itself not among them. */
    void from(Triple triple, Consumer<Triple> sink) {
        if (triple.getPredicate().equals(TYPE)) {
            for (Step step : classes.computeIfAbsent(triple.getObject(), this::superClasses)) {
                sink.accept(Triple.create(triple.getSubject(), TYPE, step.term()));
            }
            return;
        }
        for (Step step : properties.computeIfAbsent(triple.getPredicate(), this::entailedProperties)) {
            Triple inferred = step.inverted()
                    ? Triple.create(triple.getObject(), step.term(), triple.getSubject())
                    : Triple.create(triple.getSubject(), step.term(), triple.getObject());
            if (!inferred.equals(triple) && !inferred.getSubject().isLiteral()) {
                sink.accept(inferred);
            }
        }
    }

    private Set<Step> superClasses(Node type) {
        return closure(type, step -> {
            Set<Step> next = new LinkedHashSet<>();
            objects(step.term(), RDFS.subClassOf.asNode()).forEach(sup -> next.add(new Step(sup, false)));
            equivalents(step.term(), OWL.equivalentClass.asNode()).forEach(same -> next.add(new Step(same, false)));
            return next;
        });
    }

    private Set<Step> entailedProperties(Node property) {
        return closure(property, step -> {
            Set<Step> next = new LinkedHashSet<>();
            Node term = step.term();
            objects(term, RDFS.subPropertyOf.asNode()).forEach(sup -> next.add(new Step(sup, step.inverted())));
            equivalents(term, OWL.equivalentProperty.asNode())
                    .forEach(same -> next.add(new Step(same, step.inverted())));
            equivalents(term, OWL.inverseOf.asNode()).forEach(inverse -> next.add(new Step(inverse, !step.inverted())));
            if (ontology.contains(term, TYPE, OWL.SymmetricProperty.asNode())) {
                next.add(new Step(term, !step.inverted()));
            }
            return next;
        });
    }

    /** All that is reached from a term by named terms, the term itself (not inverted) left out. */
    private static Set<Step> closure(Node start, Function<Step, Set<Step>> next) {
        Step first = new Step(start, false);
        Set<Step> seen = new LinkedHashSet<>(Set.of(first));
        Deque<Step> open = new ArrayDeque<>(Set.of(first));
        while (!open.isEmpty()) {
            for (Step step : next.apply(open.pop())) {
                if (step.term().isURI() && seen.add(step)) {
                    open.add(step);
                }
            }
        }
        seen.remove(first);
        return seen;
    }

    private Set<Node> objects(Node subject, Node property) {
        return ontology.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
    }

    private Set<Node> equivalents(Node term, Node property) {
        Set<Node> both = new LinkedHashSet<>(objects(term, property));
        both.addAll(ontology.find(Node.ANY, property, term)
                .mapWith(Triple::getSubject)
                .toSet());
        return both;
    }
}
