package org.samizdat.check;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final String BASE = "http://example.org/";
    private static final Graph DATA = RDFParser.fromString("""
            PREFIX : <http://example.org/id/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

            :s10 a :Section ; dcterms:isPartOf :book ; rdfs:label "Tenth" .
            :s1 a :Section ; dcterms:isPartOf :book ; rdfs:label "First" .
            :s1-2 a :Sentence ; dcterms:isPartOf :s1 ; rdfs:label "two" .
            :s1-10 a :Sentence ; dcterms:isPartOf :s1 ; rdfs:label "ten" .
            :s1-9 a :Sentence ; dcterms:isPartOf :s1 ; skos:editorialNote "It thanks the printer." .
            :s10-1 a :Sentence ; dcterms:isPartOf :s10 .
            :a rdfs:label "Ada" . :b rdfs:label "Ben" .
            :c1 a rdf:Statement ; prov:wasDerivedFrom :s1-2 , :s1-10 ; rdf:subject :a ; rdf:predicate :met ; rdf:object :b .
            :c2 a rdf:Statement ; prov:wasDerivedFrom :s1-2 ; rdf:subject :b ; rdf:predicate :saw ; rdf:object "the end"@en .
            :note prov:wasDerivedFrom :s1-9 .
            """, Lang.TURTLE).toGraph();

    private static final Coverage COVERAGE = Coverage.of(Surveyed.of(BASE, DATA, GraphFactory.createDefaultGraph()));

    @Test
    void listsTheClaimsThatCiteEachSentenceInTheOrderOfTheSource() {
        Coverage.Claim met = new Coverage.Claim("c1", "Ada – met – Ben");
        Coverage.Claim saw = new Coverage.Claim("c2", "Ben – saw – the end");
        assertEquals(
                List.of(
                        new Coverage.Whole(
                                "First",
                                List.of(
                                        part("s1-2", "two", List.of(met, saw), ""),
                                        part("s1-9", "s1-9", List.of(), "It thanks the printer."),
                                        part("s1-10", "ten", List.of(met), ""))),
                        new Coverage.Whole("Tenth", List.of(part("s10-1", "s10-1", List.of(), "")))),
                COVERAGE.wholes());
    }

    private static Coverage.Part part(String name, String label, List<Coverage.Claim> claims, String reason) {
        return new Coverage.Part(NodeFactory.createURI(BASE + "id/" + name), name, label, claims, reason);
    }

    @Test
    void countsEachClaimOnce() {
        assertAll(
                () -> assertEquals(2, COVERAGE.cited()),
                () -> assertEquals(2, COVERAGE.claims()),
                () -> assertEquals(2, COVERAGE.wholes().getFirst().claims()),
                () -> assertEquals(0, COVERAGE.wholes().getLast().cited()));
    }
}
