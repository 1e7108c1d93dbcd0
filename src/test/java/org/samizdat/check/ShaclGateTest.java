package org.samizdat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** <a href="https://www.w3.org/TR/shacl/#severity">SHACL, section 2.1.4</a>: only results of severity Violation stop a release. */
class ShaclGateTest {
    private static final Map<String, String> PREFIXES = Map.of("", "http://example.org/");
    private static final Graph SHAPES = graph("""
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            :S a sh:NodeShape ; sh:targetClass :Thing ;
              sh:property [ sh:path :name ; sh:minCount 1 ; sh:message "Name it." ] ;
              sh:property [ sh:path :age ; sh:maxInclusive 9 ; sh:message "Too old." ] ;
              sh:property [ sh:path :note ; sh:minCount 1 ; sh:severity sh:Warning ; sh:message "A note would be nice." ] .
            """);

    @Test
    void goodDataHasNoViolations() {
        assertEquals(
                List.of(),
                ShaclGate.of(SHAPES, PREFIXES)
                        .validate(graph(":a a :Thing ; :name 'a' ; :age 9 ."))
                        .violations());
    }

    @Test
    void aViolationNamesThingPropertyAndValue() {
        assertEquals(
                List.of(
                        new Violation(NodeFactory.createURI("http://example.org/a"), ":a: Name it. Property :name."),
                        new Violation(
                                NodeFactory.createURI("http://example.org/a"),
                                ":a: Too old. Property :age. Value 12.")),
                ShaclGate.of(SHAPES, PREFIXES)
                        .validate(graph(":a a :Thing ; :age 12 ."))
                        .violations());
    }

    @Test
    void aWarningIsNoViolation() {
        assertEquals(
                List.of(new Violation(
                        NodeFactory.createURI("http://example.org/a"), ":a: A note would be nice. Property :note.")),
                ShaclGate.of(SHAPES, PREFIXES)
                        .validate(graph(":a a :Thing ; :name 'a' ."))
                        .warnings());
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString("PREFIX : <http://example.org/>\n" + turtle, Lang.TURTLE)
                .toGraph();
    }
}
