package org.samizdat.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/** The template of a mapping, laid out so that a solution is put into it without looking up a variable by name. */
final class RowTemplate {
    private final Solution solution;
    private final List<Pattern> patterns;

    /** What gives one term of a triple. */
    private sealed interface Part {}

    private record Constant(Node node) implements Part {}

    private record Place(int place) implements Part {}

    private record Said(Pattern triple) implements Part {}

    private record Pattern(Part subject, Part predicate, Part object, Set<String> variables) {}

    RowTemplate(List<Triple> triples, Solution solution) {
        this.solution = solution;
        this.patterns = triples.stream().map(this::pattern).toList();
    }

    private Pattern pattern(Triple triple) {
        Set<Var> variables = new LinkedHashSet<>();
        MappingVariables.collect(triple, variables);
        return new Pattern(
                part(triple.getSubject()),
                part(triple.getPredicate()),
                part(triple.getObject()),
                variables.stream().map(Var::getName).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Part part(Node node) {
        if (Var.isVar(node)) {
            return new Place(solution.place(Var.alloc(node)));
        }
        return node.isTripleTerm() && !node.isConcrete()
                ? new Said(pattern(node.getTriple()))
                : new Constant(Terms.canonical(node));
    }

    /**
     * Makes the triples of the current solution; those with an unbound variable are left out (SPARQL 1.2, 16.2).
     *
     * @param dropped takes triples that cannot be published, with the variables in them
     */
    void emit(Consumer<Triple> out, BiConsumer<Triple, Set<String>> dropped) {
        for (Pattern pattern : patterns) {
            Triple triple = triple(pattern);
            if (triple == null) {
                continue;
            }
            if (Editions.isPublishable(triple)) {
                out.accept(triple);
            } else {
                dropped.accept(triple, pattern.variables());
            }
        }
    }

    /** The triple, or null if a variable in it is unbound. */
    private Triple triple(Pattern pattern) {
        Node subject = node(pattern.subject());
        Node predicate = node(pattern.predicate());
        Node object = node(pattern.object());
        return subject == null || predicate == null || object == null
                ? null
                : Triple.create(subject, predicate, object);
    }

    private Node node(Part part) {
        return switch (part) {
            case Constant constant -> constant.node();
            case Place place -> solution.at(place.place());
            case Said said -> {
                Triple triple = triple(said.triple());
                yield triple == null ? null : NodeFactory.createTripleTerm(triple);
            }
        };
    }
}
