package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.tdb2.store.NodeId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    /** XSD 1.0 Datatypes, canonical representations, where TDB2 keeps to them; see {@link Terms#canonical}. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', textBlock = """
            '01'^^xsd:integer, '1'^^xsd:integer
            '+1'^^xsd:integer, '1'^^xsd:integer
            '-0'^^xsd:integer, '0'^^xsd:integer
            ' 5 '^^xsd:integer, '5'^^xsd:integer
            '007'^^xsd:nonNegativeInteger, '7'^^xsd:nonNegativeInteger
            '123456789012345678901234567890'^^xsd:integer, '123456789012345678901234567890'^^xsd:integer
            '1'^^xsd:decimal, '1.0'^^xsd:decimal
            '+1.50'^^xsd:decimal, '1.5'^^xsd:decimal
            '1'^^xsd:boolean, 'true'^^xsd:boolean
            '0'^^xsd:boolean, 'false'^^xsd:boolean
            '1'^^xsd:double, '1.0e0'^^xsd:double
            '1.50E3'^^xsd:double, '1500.0e0'^^xsd:double
            '2020-01-01T00:00:00.500Z'^^xsd:dateTime, '2020-01-01T00:00:00.5Z'^^xsd:dateTime
            '2020-01-01'^^xsd:date, '2020-01-01'^^xsd:date
            '-0044'^^xsd:gYear, '-0044'^^xsd:gYear
            ' x '@en-gb, ' x '@en-GB
            ' x ', ' x '
            """)
    void hasOneFormAndTdb2KeepsIt(String literal, String canonical) {
        Node node = Terms.canonical(NodeFactoryExtra.parseNode(literal));
        assertEquals(NodeFactoryExtra.parseNode(canonical), node);
        NodeId inline = NodeId.inline(node);
        assertEquals(node, inline == null ? node : NodeId.extract(inline));
    }
}
