package org.samizdat.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.samizdat.mapping.Origins;
import org.samizdat.publication.Publication;

/**
 * What a curator looks at: what each part of the sources supports, and what deserves a look. Nothing of it stops a release.
 *
 * @param title the publication's
 * @param findings in the order of the rules; only rules that found something
 */
public record Survey(String title, Coverage coverage, List<Finding> findings) {
    /** Comes after all places that are known. */
    private static final Finding.Place NOWHERE = new Finding.Place("\uFFFF", 0);

    private static final Comparator<Finding.Item> BY_PLACE = Comparator.comparing(
                    (Finding.Item item) -> item.place().orElse(NOWHERE))
            .thenComparing(Finding.Item::name);

    /**
     * Surveys a publication. Reads it once more, to find the row that each thing comes from.
     *
     * @param stated what its tables and RDF files say
     * @param warnings what its shapes warn of
     */
    public static Survey of(Publication publication, Graph stated, Graph ontology, List<Violation> warnings) {
        Surveyed data = Surveyed.of(publication.base(), stated, ontology);
        Coverage coverage = Coverage.of(data);
        List<Finding> found = found(data, coverage, warnings);
        return new Survey(
                publication.text(Publication.Statement.TITLE), coverage, placed(found, places(publication, found)));
    }

    /** What all rules find, places apart. */
    static List<Finding> found(Surveyed data, Coverage coverage, List<Violation> warnings) {
        return Stream.of(
                        List.of(uncited(coverage), warned(warnings)),
                        RuleQueries.run(data),
                        RivalClaims.in(data),
                        AlikeThings.in(data))
                .flatMap(List::stream)
                .filter(finding -> !finding.cases().isEmpty())
                .sorted(Comparator.comparing(Finding::rule))
                .toList();
    }

    private static Finding uncited(Coverage coverage) {
        List<Finding.Case> cases = new ArrayList<>();
        for (Coverage.Whole whole : coverage.wholes()) {
            whole.parts().stream()
                    .filter(part -> !part.isCited() && part.reason().isEmpty())
                    .forEach(part -> cases.add(
                            new Finding.Case(List.of(Finding.Item.of(part.node(), part.label())), whole.label())));
        }
        return new Finding(Rule.UNCITED_PART, cases);
    }

    private static Finding warned(List<Violation> warnings) {
        return new Finding(
                Rule.SHAPE_WARNING,
                warnings.stream()
                        .map(warning -> new Finding.Case(
                                List.of(Finding.Item.of(warning.focus(), Names.local(warning.focus()))),
                                warning.message()))
                        .toList());
    }

    private static Map<Node, Finding.Place> places(Publication publication, List<Finding> found) {
        Map<Node, Finding.Place> places = new HashMap<>();
        new Origins(publication)
                .of(found.stream()
                        .flatMap(finding -> finding.cases().stream())
                        .flatMap(one -> one.items().stream())
                        .map(Finding.Item::node)
                        .collect(Collectors.toSet()))
                .forEach((node, origin) ->
                        places.put(node, new Finding.Place(publication.nameOf(origin.file()), origin.line())));
        return places;
    }

    /** With the places of all items, and in the order of these. */
    private static List<Finding> placed(List<Finding> found, Map<Node, Finding.Place> places) {
        return found.stream()
                .map(finding -> new Finding(
                        finding.rule(),
                        finding.cases().stream()
                                .map(one -> placed(one, places))
                                .sorted(Comparator.comparing(
                                                (Finding.Case one) ->
                                                        one.items().getFirst(),
                                                BY_PLACE)
                                        .thenComparing(Finding.Case::detail))
                                .toList()))
                .toList();
    }

    private static Finding.Case placed(Finding.Case found, Map<Node, Finding.Place> places) {
        return new Finding.Case(
                found.items().stream()
                        .map(item -> new Finding.Item(
                                item.node(), item.name(), Optional.ofNullable(places.get(item.node()))))
                        .sorted(BY_PLACE)
                        .toList(),
                found.detail());
    }

    /** How many cases there are, of all rules together. */
    public int cases() {
        return findings.stream().mapToInt(finding -> finding.cases().size()).sum();
    }

    /** The rules that found nothing. */
    public List<Rule> silent() {
        List<Rule> spoke = findings.stream().map(Finding::rule).toList();
        return Stream.of(Rule.values()).filter(rule -> !spoke.contains(rule)).toList();
    }
}
