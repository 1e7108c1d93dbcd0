package org.samizdat.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Graph DATA = RDFParser.fromString("""
            PREFIX : <http://example.org/id/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

            :s1 a :Section ; dcterms:isPartOf :book .
            :s1-2 a :Sentence ; dcterms:isPartOf :s1 ; rdfs:label "two" .
            :s1-10 a :Sentence ; dcterms:isPartOf :s1 ; rdfs:label "ten" .
            :s1-9 a :Sentence ; dcterms:isPartOf :s1 .
            :c1 a rdf:Statement ; prov:wasDerivedFrom :s1-2 , :s1-10 .
            :c2 a rdf:Statement ; prov:wasDerivedFrom :s1-2 .
            """, Lang.TURTLE).toGraph();

    @Test
    void countsTheClaimsThatCiteEachSentence() {
        assertEquals(
                List.of(
                        new Coverage.Part("s1-2", "two", 2),
                        new Coverage.Part("s1-9", "", 0),
                        new Coverage.Part("s1-10", "ten", 1)),
                Coverage.of(DATA).parts());
    }

    @Test
    void saysHowManyAreCited() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Coverage.of(DATA).print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertEquals(
                "2 of 3 are cited.",
                out.toString(StandardCharsets.UTF_8).lines().toList().getLast());
    }
}
