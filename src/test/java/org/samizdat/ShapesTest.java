package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.UpdateExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.check.ShaclGate;
import org.samizdat.check.Violation;

/**
 * Each shape of the publication finds what it is there for. {@code good.ttl} is as the shapes want it; each case of
 * {@code cases.txt} spoils it by a SPARQL Update, and lists after {@code =>} all that must then be found: the thing's local name, and
 * how the message begins.
 */
class ShapesTest {
    private static final ShaclGate GATE = ShaclGate.of(RealPublication.shapes(), Map.of());
    private static final Graph GOOD = good();
    private static final String FINDS = "=> ";

    private record Case(String name, String update, List<String> findings) {
        static Case parse(String paragraph) {
            List<String> lines = paragraph.lines().toList();
            return new Case(
                    lines.getFirst().substring("# ".length()),
                    lines.get(1),
                    lines.stream()
                            .filter(line -> line.startsWith(FINDS))
                            .map(line -> line.substring(FINDS.length()))
                            .toList());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(resource("cases.txt").strip().split("\n\n")).map(Case::parse);
    }

    @Test
    void goodDataIsLeftAlone() {
        assertEquals(List.of(), findings(GOOD));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void whatIsWrongIsFound(Case wrong) {
        Graph spoilt = spoilt(wrong);
        List<String> found = findings(spoilt);

        assertNotEquals(GOOD.find().toSet(), spoilt.find().toSet(), "the update changes nothing");
        assertEquals(wrong.findings().size(), found.size(), () -> wrong.findings() + " should be " + found);
        for (String finding : wrong.findings()) {
            assertTrue(found.stream().anyMatch(text -> text.startsWith(finding)), found::toString);
        }
    }

    @Test
    void everyMessageHasACase() {
        List<String> found = cases().flatMap(wrong -> findings(spoilt(wrong)).stream())
                .map(finding -> finding.substring(finding.indexOf(' ') + 1))
                .toList();

        assertEquals(
                List.of(),
                RealPublication.shapes()
                        .find(Node.ANY, SHACL.message, Node.ANY)
                        .mapWith(Triple::getObject)
                        .mapWith(Node::getLiteralLexicalForm)
                        .filterDrop(message ->
                                found.stream().anyMatch(pattern(message).asPredicate()))
                        .toList());
    }

    /** Of texts that begin with a message whose variables, in braces, have some value. */
    private static Pattern pattern(String message) {
        return Pattern.compile(Stream.of(message.split("(?=\\{)|(?<=})"))
                .map(part -> part.startsWith("{") ? ".+" : Pattern.quote(part))
                .collect(Collectors.joining("", "^", "")));
    }

    private static Graph spoilt(Case wrong) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(graph, GOOD);
        UpdateExec.dataset(DatasetGraphFactory.wrap(graph))
                .update(RealPublication.PREFIXES + wrong.update())
                .execute();
        return graph;
    }

    private static Graph good() {
        Graph good = RealPublication.ontology();
        RDFParser.fromString(resource("good.ttl"), Lang.TURTLE).parse(StreamRDFLib.graph(good));
        return good;
    }

    private static List<String> findings(Graph data) {
        ShaclGate.Report report = GATE.validate(data);
        List<String> findings = new ArrayList<>();
        Stream.of(report.violations(), report.warnings())
                .flatMap(List::stream)
                .forEach(violation -> findings.add(finding(violation)));
        return findings;
    }

    /** The local name and the message, which otherwise begins with the whole name. */
    private static String finding(Violation violation) {
        String message = violation.message();
        return violation.focus().getLocalName() + message.substring(message.indexOf(": ") + 1);
    }

    private static String resource(String name) {
        try (InputStream in = ShapesTest.class.getResourceAsStream("shapes/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
