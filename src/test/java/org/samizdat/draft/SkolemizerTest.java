package org.samizdat.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.Test;
import org.samizdat.table.BadInputException;

class SkolemizerTest {
    private static final String LIST = "PREFIX : <http://example.org/>\n:a :among ( :b [ :c 'd' ] ) .";

    @Test
    void namesDependOnContentAlone() {
        assertEquals(names(LIST), names("PREFIX e: <http://example.org/> e:a e:among ( e:b _:z ) . _:z e:c \"d\" ."));
    }

    @Test
    void noBlankNodeIsLeft() {
        assertTrue(names(LIST).stream().noneMatch(line -> line.contains("_:")));
        assertTrue(names(LIST).stream().anyMatch(line -> line.contains("<http://example.com/.well-known/genid/")));
    }

    @Test
    void aCircleIsRefused() {
        BadInputException refused = assertThrows(
                BadInputException.class, () -> names("PREFIX : <http://example.org/> _:x :p _:y . _:y :p _:x ."));
        assertEquals("o.ttl: Blank nodes refer to each other in a circle; name one.", refused.getMessage());
    }

    private static Set<String> names(String turtle) {
        Graph graph = RDFParser.fromString(turtle, Lang.TURTLE).toGraph();
        return new Skolemizer(graph, "http://example.com/", "o.ttl")
                .triples().stream().map(NodeFmtLib::str).collect(Collectors.toSet());
    }
}
