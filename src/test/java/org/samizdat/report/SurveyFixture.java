package org.samizdat.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.samizdat.check.Coverage;
import org.samizdat.check.Finding;
import org.samizdat.check.Rule;
import org.samizdat.check.Survey;

/** A survey with something of everything that a report shows. */
final class SurveyFixture {
    static final Survey SURVEY = new Survey(
            "A <small> publication",
            new Coverage(List.of(
                    new Coverage.Whole(
                            "The first section, which has a heading so long that it does not fit on a line of sixty",
                            List.of(
                                    part("s1-1", List.of(new Coverage.Claim("claim-a", "Ada – met – Ben")), ""),
                                    part("s1-2", List.of(), "It thanks the printer."))),
                    new Coverage.Whole("The second", List.of(part("s2-1", List.of(), ""))))),
            List.of(
                    new Finding(Rule.REPEATED_CLAIM, List.of(new Finding.Case(items(7), "Ada – met – Ben"))),
                    new Finding(
                            Rule.UNLINKED_THING,
                            items(1_234).stream()
                                    .map(item -> new Finding.Case(List.of(item), "person"))
                                    .toList()),
                    new Finding(
                            Rule.UNUSED_TERM,
                            List.of(new Finding.Case(
                                    List.of(item("<script>alert(1)</script>", Optional.empty())), "")))));

    private SurveyFixture() {}

    private static Coverage.Part part(String name, List<Coverage.Claim> claims, String reason) {
        return new Coverage.Part(
                NodeFactory.createURI("http://example.org/id/" + name), name, "Sentence " + name, claims, reason);
    }

    private static List<Finding.Item> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number ->
                        item("Thing number " + number, Optional.of(new Finding.Place("tables/things.csv", number + 1))))
                .toList();
    }

    private static Finding.Item item(String name, Optional<Finding.Place> place) {
        return new Finding.Item(NodeFactory.createURI("http://example.org/id/x"), name, place);
    }
}
