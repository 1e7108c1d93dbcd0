package org.samizdat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each rule on the Turtle file of its name. Lines that begin {@code # finds:} name all that the rule must find there: the items of a
 * case, and its detail.
 */
class RuleTest {
    private static final Path FIXTURES = Path.of("src/test/resources/org/samizdat/check/rules");
    private static final String BASE = "http://example.org/";
    private static final String FINDS = "# finds: ";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHAPE_WARNING")
    void findsWhatTheFixtureSays(Rule rule) throws IOException {
        Path fixture = FIXTURES.resolve(rule.id() + ".ttl");
        SortedSet<String> expected = Files.readString(fixture)
                .lines()
                .filter(line -> line.startsWith(FINDS))
                .map(line -> line.substring(FINDS.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(!expected.isEmpty(), fixture + " expects nothing");

        assertEquals(expected, found(rule, surveyed(fixture), List.of()));
    }

    @Test
    void warningsOfShapesAreCases() {
        Surveyed nothing = Surveyed.of(BASE, GraphFactory.createDefaultGraph(), GraphFactory.createDefaultGraph());
        Violation warning = new Violation(NodeFactory.createURI(BASE + "id/a"), "A note would be nice.");

        assertEquals(
                new TreeSet<>(List.of("a | A note would be nice.")),
                found(Rule.SHAPE_WARNING, nothing, List.of(warning)));
    }

    private static SortedSet<String> found(Rule rule, Surveyed data, List<Violation> warnings) {
        return Survey.found(data, Coverage.of(data), warnings).stream()
                .filter(finding -> finding.rule() == rule)
                .flatMap(finding -> finding.cases().stream())
                .map(RuleTest::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String line(Finding.Case found) {
        return found.items().stream()
                        .map(item -> Names.local(item.node()))
                        .sorted()
                        .collect(Collectors.joining(" "))
                + " | " + found.detail();
    }

    /** Terms go into the ontology, all else is stated. */
    private static Surveyed surveyed(Path fixture) {
        Graph stated = GraphFactory.createDefaultGraph();
        Graph ontology = GraphFactory.createDefaultGraph();
        RDFParser.source(fixture)
                .toGraph()
                .find()
                .forEachRemaining(
                        triple -> (triple.getSubject().toString().startsWith(BASE + "ontology#") ? ontology : stated)
                                .add(triple));
        return Surveyed.of(BASE, stated, ontology);
    }

    @Test
    void everyFixtureIsOfARule() throws IOException {
        List<String> rules = Stream.of(Rule.values()).map(Rule::id).toList();
        try (Stream<Path> files = Files.list(FIXTURES)) {
            files.map(file -> file.getFileName().toString().replace(".ttl", ""))
                    .forEach(name -> assertTrue(rules.contains(name), name));
        }
    }
}
