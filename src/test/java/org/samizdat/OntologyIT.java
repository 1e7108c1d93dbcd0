package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The publication's ontology is in <a href="https://www.w3.org/TR/owl2-syntax/#Ontologies">OWL 2 DL (section 3)</a>, consistent and
 * without an unsatisfiable class, by itself and with all data; and the check finds what is not so.
 */
class OntologyIT {
    @Test
    void theOntologyIsSound() {
        assertEquals(List.of(), OwlReasoning.faults(RealPublication.ontology()));
    }

    @Test
    void theOntologyIsSoundWithAllData() {
        assertEquals(List.of(), OwlReasoning.faults(withAllData()));
    }

    @Test
    void oneWrongTripleAmongAllDataIsFound() {
        Graph wrong = withAllData();
        RealPublication.add(wrong, "id:leon-trotsky a aslo:Event .");

        assertEquals(List.of("Inconsistent."), OwlReasoning.faults(wrong));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a person that is an event        | id:x a aslo:Person , aslo:Event .                       | Inconsistent.
            an organisation that is a place  | id:x a aslo:Party , aslo:City .                         | Inconsistent.
            a work that is a period          | id:x a aslo:Book , aslo:Period .                        | Inconsistent.
            a movement that is an idea       | id:x a aslo:Movement , aslo:Ideology .                  | Inconsistent.
            a sentence that is a claim       | id:x a aslo:Sentence , aslo:Claim .                     | Inconsistent.
            a city that is a country         | id:x a aslo:City , aslo:Country .                       | Inconsistent.
            an event that leads, by domain   | id:x a aslo:War ; aslo:led id:y .                       | Inconsistent.
            a region that acts               | id:x a aslo:Region ; aslo:repressed id:y .              | Inconsistent.
            led by a work, by the inverse    | id:x aslo:ledBy id:y . id:y a aslo:Essay .              | Inconsistent.
            a date of death of a party       | id:x a aslo:Party ; aslo:deathDate '1940' .             | Inconsistent.
            a number in words                | id:x a aslo:War ; aslo:durationInDays 'twelve' .        | Inconsistent.
            two that are one                 | id:x a aslo:Person ; owl:sameAs id:y . id:y a aslo:Work . | Inconsistent.
            another basis than there is      | id:c a aslo:Claim ; aslo:basis aslo:denied .            | Inconsistent.
            a class of what cannot be        | id:C a owl:Class ; rdfs:subClassOf aslo:Work , aslo:Agent . | Unsatisfiable: https://w3id.org/anti-stalinist-left/id/C
            a class under too narrow a range | aslo:wrote rdfs:range aslo:Event . id:C a owl:Class ; rdfs:subClassOf [ a owl:Restriction ; owl:onProperty aslo:wrote ; owl:someValuesFrom owl:Thing ] . | Unsatisfiable: https://w3id.org/anti-stalinist-left/id/C
            a property that is not declared  | id:x aslo:oposed id:y .                                 | Not in OWL 2 DL
            a class that is not declared     | id:x a aslo:Persson .                                   | Not in OWL 2 DL
            a year as such                   | id:x aslo:deathDate '1940'^^xsd:gYear .                 | Not in OWL 2 DL
            half an axiom                    | [] a owl:AllDisjointClasses .                           | Means nothing in OWL
            """)
    void whatIsNotSoundIsFound(String what, String turtle, String fault) {
        Graph wrong = RealPublication.ontology();
        RealPublication.add(wrong, turtle);

        List<String> faults = OwlReasoning.faults(wrong);

        assertTrue(faults.stream().anyMatch(found -> found.startsWith(fault)), faults::toString);
    }

    private static Graph withAllData() {
        Graph all = RealPublication.ontology();
        OwlReasoning.withoutReification(RealPublication.data()).find().forEach(all::add);
        return all;
    }
}
