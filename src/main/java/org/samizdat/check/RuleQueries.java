package org.samizdat.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.engine.binding.Binding;

/** The rules that are a SPARQL query each, of the rule's name: it gives {@code ?node}, and a {@code ?detail} where there is one. */
final class RuleQueries {
    private static final List<Rule> RULES = List.of(
            Rule.UNDATED_CLAIM,
            Rule.NO_DESCRIPTION,
            Rule.UNCLAIMED_THING,
            Rule.SINGLE_SOURCE,
            Rule.SINGLE_VOICE,
            Rule.UNLINKED_THING,
            Rule.UNUSED_TERM,
            Rule.UNDEFINED_TERM);

    private RuleQueries() {}

    static List<Finding> run(Surveyed data) {
        return RULES.stream().map(rule -> run(rule, data)).toList();
    }

    private static Finding run(Rule rule, Surveyed data) {
        List<Finding.Case> cases = new ArrayList<>();
        data.select(rule.id() + ".rq", row -> cases.add(found(row, data)));
        return new Finding(rule, cases);
    }

    private static Finding.Case found(Binding row, Surveyed data) {
        String detail =
                Optional.ofNullable(row.get("detail")).map(data.names()::of).orElse("");
        return new Finding.Case(List.of(Finding.Item.of(row.get("node"), data.subject(row.get("node")))), detail);
    }
}
