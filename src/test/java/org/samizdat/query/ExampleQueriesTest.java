package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

class ExampleQueriesTest {
    private static final Graph EXAMPLES = RDFParser.fromString("""
            @prefix ex: <https://example.org/examples#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <https://example.org/examples> sh:declare [ sh:prefix "o" ; sh:namespace "https://example.org/ontology#"^^xsd:anyURI ] ,
              [ sh:prefix "rdfs" ; sh:namespace "http://www.w3.org/2000/01/rdf-schema#"^^xsd:anyURI ] ,
              [ sh:prefix "a" ; sh:namespace "https://example.org/a#"^^xsd:anyURI ] .
            ex:works a sh:SPARQLExecutable ; rdfs:label "Which works\\nare there?"@en ; rdfs:comment "All of them."@en ;
              sh:prefixes <https://example.org/examples> ; sh:select "\\nSELECT ?work { ?work a o:Work ; rdfs:label ?name }\\n" .
            ex:is a sh:SPARQLExecutable ; sh:ask "ASK {}" .
            ex:not a sh:SPARQLExecutable ; rdfs:label "Without a query"@en .
            """, Lang.TURTLE).toGraph();

    @Test
    void standByThemselves() {
        Map<String, String> texts = ExampleQueries.read(EXAMPLES);
        assertEquals(Map.of("works", texts.get("works"), "is", texts.get("is")), texts);
        assertEquals("""
                # title: Which works are there?
                # description: All of them.
                PREFIX o: <https://example.org/ontology#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT ?work { ?work a o:Work ; rdfs:label ?name }
                """, texts.get("works"));
        QueryTemplate works = QueryTemplate.read(texts.get("works"), "https://example.org/", new TreeMap<>());
        assertEquals("Which works are there?", works.title());
        assertEquals("All of them.", works.description());
    }
}
