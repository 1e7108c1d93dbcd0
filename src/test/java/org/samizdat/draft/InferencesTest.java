package org.samizdat.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of <a href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL 2 RL</a>. */
class InferencesTest {
    private static final String PREFIXES = """
            PREFIX : <http://example.org/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            """;
    private static final Graph ONTOLOGY = graph("""
            :denounced rdfs:subPropertyOf :criticised . :criticised rdfs:subPropertyOf :opposed .
            :opposed owl:inverseOf :opposedBy .
            :alliedWith a owl:SymmetricProperty ; rdfs:subPropertyOf :relatedTo .
            :knows owl:equivalentProperty :isAcquaintedWith .
            :Party rdfs:subClassOf :Organisation . :Organisation rdfs:subClassOf :Agent , [ a owl:Restriction ] .
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            :a :denounced :b  | :a :criticised :b . :a :opposed :b . :b :opposedBy :a
            :a :opposedBy :b  | :b :opposed :a
            :a :alliedWith :b | :b :alliedWith :a . :a :relatedTo :b . :b :relatedTo :a
            :a :knows :b      | :a :isAcquaintedWith :b
            :a a :Party       | :a a :Organisation , :Agent
            :a :unknown :b    | :x :x :x
            """)
    void whatFollowsFromATriple(String given, String expected) {
        Set<Triple> wanted = graph(expected + " .").find().toSet();
        wanted.removeIf(triple -> triple.getPredicate().getLocalName().equals("x"));
        assertEquals(sorted(wanted), sorted(inferred(given)));
    }

    @Test
    void aLiteralIsNeverASubject() {
        assertEquals(Set.of(), inferred(":a :opposed 'b'"));
    }

    @Test
    void aSymmetricStatementAboutItselfGivesNothingNew() {
        assertEquals(sorted(graph(":a :relatedTo :a .").find().toSet()), sorted(inferred(":a :alliedWith :a")));
    }

    private static Set<Triple> inferred(String given) {
        Set<Triple> found = new java.util.HashSet<>();
        new Inferences(ONTOLOGY).from(graph(given + " .").find().next(), found::add);
        return found;
    }

    private static Set<String> sorted(Set<Triple> triples) {
        Set<String> texts = new TreeSet<>();
        triples.forEach(triple -> texts.add(triple.toString()));
        return texts;
    }

    private static Graph graph(String turtle) {
        return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
    }
}
