package org.samizdat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class AlikeThingsTest {
    private static final int MANY = 50_000;

    @Test
    void theWorkGrowsWithTheNumberOfNamesAndNotWithItsSquare() {
        Set<String> names = new TreeSet<>();
        IntStream.range(0, MANY).forEach(number -> names.add("the same long beginning " + number));
        long[] compared = {0};

        AlikeThings.neighbours(names, (one, other) -> compared[0]++);

        assertTrue(compared[0] < 25L * MANY, () -> compared[0] + " comparisons");
    }

    @Test
    void oneMisspeltNameIsFoundAmongManyWhereverTheMistakeIs() {
        Graph stated = GraphFactory.createDefaultGraph();
        IntStream.range(0, MANY).forEach(number -> add(stated, "n" + number, "Party of the year " + number));
        add(stated, "a", "Kronstadt rebellion");
        add(stated, "b", "Cronstadt rebellion");
        add(stated, "c", "Louis Fischer");
        add(stated, "d", "Louis Fisher");

        List<String> found =
                AlikeThings.in(Surveyed.of("http://example.org/", stated, GraphFactory.createDefaultGraph())).stream()
                        .flatMap(finding -> finding.cases().stream())
                        .map(Finding.Case::detail)
                        .toList();

        assertEquals(List.of("Cronstadt rebellion, Kronstadt rebellion", "Louis Fischer, Louis Fisher"), found);
    }

    private static void add(Graph graph, String slug, String label) {
        var thing = NodeFactory.createURI("http://example.org/id/" + slug);
        graph.add(thing, RDF.type.asNode(), NodeFactory.createURI("http://example.org/ontology#Thing"));
        graph.add(thing, RDFS.label.asNode(), NodeFactory.createLiteralString(label));
    }
}
