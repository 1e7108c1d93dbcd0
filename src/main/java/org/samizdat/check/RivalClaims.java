package org.samizdat.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.vocab.Prov;

/** Claims that say the same, or what cannot all be so. */
final class RivalClaims {
    /** In these, claims of the same statement always differ. */
    private static final Set<Node> OF_EACH =
            Set.of(Prov.WAS_DERIVED_FROM, RDFS.label.asNode(), SKOS.prefLabel.asNode());

    private static final Comparator<Node> BY_ADDRESS = Comparator.comparing(Node::toString);

    private final Graph stated;
    private final Graph ontology;
    private final Graph dates;
    private final Names names;

    private RivalClaims(Surveyed data) {
        this.stated = data.stated();
        this.ontology = data.graph("ontology");
        this.dates = data.graph("dates");
        this.names = data.names();
    }

    static List<Finding> in(Surveyed data) {
        return new RivalClaims(data).findings();
    }

    private List<Finding> findings() {
        Map<Triple, List<Node>> statements = statements();
        List<Finding.Case> repeated = new ArrayList<>();
        List<Finding.Case> differing = new ArrayList<>();
        statements.values().stream().filter(claims -> claims.size() > 1).forEach(claims -> {
            Collection<List<Node>> alike = claims.stream()
                    .collect(Collectors.groupingBy(this::details, LinkedHashMap::new, Collectors.toList()))
                    .values();
            String statement = names.of(claims.getFirst());
            alike.stream().filter(same -> same.size() > 1).forEach(same -> repeated.add(of(same, statement)));
            if (alike.size() > 1) {
                differing.add(of(claims, statement + "; they differ in " + text(differences(claims))));
            }
        });
        return List.of(
                new Finding(Rule.REPEATED_CLAIM, repeated),
                new Finding(Rule.DIFFERING_CLAIMS, differing),
                new Finding(Rule.RIVAL_VALUES, rivals(statements)));
    }

    private Map<Triple, List<Node>> statements() {
        Map<Triple, List<Node>> statements = new LinkedHashMap<>();
        stated.find(Node.ANY, RDF.predicate.asNode(), Node.ANY).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .sorted(BY_ADDRESS)
                .forEach(claim -> statement(claim)
                        .forEach(statement -> statements
                                .computeIfAbsent(statement, unseen -> new ArrayList<>())
                                .add(claim)));
        return statements;
    }

    /** What a claim states; nothing unless it has its three parts. */
    private Stream<Triple> statement(Node claim) {
        return values(claim, RDF.subject.asNode()).stream()
                .flatMap(subject -> values(claim, RDF.predicate.asNode()).stream()
                        .flatMap(property -> values(claim, RDF.object.asNode()).stream()
                                .map(object -> Triple.create(subject, property, object))));
    }

    /** All that is said of a claim and could set it apart. */
    private Set<Triple> details(Node claim) {
        return stated.find(claim, Node.ANY, Node.ANY)
                .filterDrop(triple -> OF_EACH.contains(triple.getPredicate()))
                .mapWith(triple -> Triple.create(Node.ANY, triple.getPredicate(), triple.getObject()))
                .toSet();
    }

    /** The properties in which claims differ. */
    private List<Node> differences(List<Node> claims) {
        return claims.stream()
                .flatMap(claim -> details(claim).stream().map(Triple::getPredicate))
                .distinct()
                .filter(property -> claims.stream()
                                .map(claim -> values(claim, property))
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** By their labels. What has none is computed from the rest, such as the bounds of a date, and said only where it is all. */
    private String text(List<Node> properties) {
        List<String> named = properties.stream()
                .flatMap(property -> names.named(property).stream())
                .toList();
        Stream<String> shown = named.isEmpty() ? properties.stream().map(Names::local) : named.stream();
        return shown.distinct().sorted().collect(Collectors.joining(", "));
    }

    private Set<Node> values(Node claim, Node property) {
        return stated.find(claim, property, Node.ANY).mapWith(Triple::getObject).toSet();
    }

    private List<Finding.Case> rivals(Map<Triple, List<Node>> statements) {
        Map<List<Node>, List<Triple>> byProperty = statements.keySet().stream()
                .filter(statement -> isOfOneValue(statement.getPredicate(), statement.getObject()))
                .collect(Collectors.groupingBy(
                        statement -> List.of(statement.getSubject(), statement.getPredicate()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byProperty.values().stream()
                .filter(values -> values.size() > 1)
                .map(values -> of(
                        values.stream()
                                .flatMap(value -> statements.get(value).stream())
                                .toList(),
                        rivals(values)))
                .toList();
    }

    private boolean isOfOneValue(Node property, Node value) {
        return ontology.contains(property, RDF.type.asNode(), OWL.FunctionalProperty.asNode())
                || dates.contains(Node.ANY, RDF.object.asNode(), value)
                || value.isLiteral() && NodeValue.makeNode(value).isNumber();
    }

    /** {@code The rising – duration in days – 5, 7} */
    private String rivals(List<Triple> values) {
        Triple first = values.getFirst();
        return names.of(first.getSubject()) + " – " + names.of(first.getPredicate()) + " – "
                + values.stream().map(value -> names.of(value.getObject())).collect(Collectors.joining(", "));
    }

    private Finding.Case of(List<Node> claims, String detail) {
        return new Finding.Case(
                claims.stream()
                        .map(claim -> Finding.Item.of(claim, names.claim(claim)))
                        .toList(),
                detail);
    }
}
