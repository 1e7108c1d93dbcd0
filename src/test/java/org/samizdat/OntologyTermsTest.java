package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every own term that the data uses is in the ontology, and every term of the ontology is used or says why it is not. */
class OntologyTermsTest {
    private static final String ONTOLOGY = """
            aslo:Thing a owl:Class ; rdfs:label "thing" ; skos:definition "Any." ; rdfs:isDefinedBy <urn:x-test:o> .
            aslo:Man a owl:Class ; rdfs:subClassOf aslo:Thing ; rdfs:label "man" ; skos:definition "One." ; rdfs:isDefinedBy <urn:x-test:o> .
            aslo:saw a owl:ObjectProperty ; owl:inverseOf aslo:seenBy ; rdfs:label "saw" ; skos:definition "Saw." ; rdfs:isDefinedBy <urn:x-test:o> .
            aslo:seenBy a owl:ObjectProperty ; rdfs:label "seen by" ; skos:definition "Seen." ; rdfs:isDefinedBy <urn:x-test:o> .
            aslo:gap a owl:DatatypeProperty ; skos:editorialNote "For later." ; rdfs:label "gap" ; skos:definition "A gap." ; rdfs:isDefinedBy <urn:x-test:o> .
            """;

    private static final String DATA = "id:x a aslo:Man . id:claim rdf:predicate aslo:saw .";

    @Test
    void everyTermOfThePublicationIsDefinedAndUsed() {
        assertEquals(List.of(), faults(RealPublication.ontology(), RealPublication.data()));
    }

    @Test
    void whatFollowsFromWhatIsUsedIsUsed() {
        assertEquals(List.of(), faults(graph(ONTOLOGY), graph(DATA)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id:x aslo:sah id:y .        |                                   | sah is used and not in the ontology
            id:x a aslo:Mann .          |                                   | Mann is used and not in the ontology
            id:c rdf:predicate aslo:p . |                                   | p is used and not in the ontology
            id:x aslo:d 1 .             | aslo:d a owl:DatatypeProperty .   | d has no label, no definition or no rdfs:isDefinedBy
            | aslo:d a owl:DatatypeProperty ; rdfs:label 'd' ; skos:definition 'D.' ; rdfs:isDefinedBy <urn:x-test:o> . | d is not used, and no skos:editorialNote says why
            id:x aslo:p id:y .          | aslo:p a owl:ObjectProperty ; rdfs:label 'p' ; skos:definition 'P.' ; rdfs:isDefinedBy <urn:x-test:o> . | p has no inverse
            """)
    void whatIsAmissIsFound(String data, String ontology, String fault) {
        assertEquals(
                List.of(fault),
                faults(graph(ONTOLOGY + (ontology == null ? "" : ontology)), graph(DATA + (data == null ? "" : data))));
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RealPublication.add(graph, turtle);
        return graph;
    }

    private static List<String> faults(Graph ontology, Graph data) {
        DatasetGraph all = DatasetGraphFactory.create(data);
        all.addGraph(NodeFactory.createURI("urn:x-test:ontology"), ontology);
        List<String> faults = new ArrayList<>();
        try (QueryExec query = QueryExec.dataset(all)
                .query(query())
                .substitution("namespace", NodeFactory.createLiteralString(RealPublication.NAMESPACE))
                .build()) {
            query.select()
                    .forEachRemaining(row -> faults.add(row.get("term").getLocalName() + " "
                            + row.get("fault").getLiteralLexicalForm()));
        }
        return faults;
    }

    private static String query() {
        try (InputStream in = OntologyTermsTest.class.getResourceAsStream("terms.rq")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
