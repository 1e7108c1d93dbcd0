package org.samizdat.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    private static final Addresses ADDRESSES = new Addresses("https://example.org/");

    /** RFC 3987 section 3.2: what may stand in an IRI as it is, is decoded; all else stays. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            leon-trotsky,        leon-trotsky
            %6Ceon%2Dtrotsky,    leon-trotsky
            %D0%A2%D1%80%D0%BE,  Тро
            a%2Fb,               a%2Fb
            a%2fb,               a%2Fb
            a%20b,               a%20b
            a%25b,               a%25b
            %00,                 %00
            %C3%28,              %C3%28
            %ED%A0%80,           %ED%A0%80
            100%,                100%
            %zz,                 %zz
            %E2%80%AEx,          ‮x
            %F0%9F%98%80,        😀
            """)
    void decodesPathsToTheFormOfIris(String path, String name) {
        assertEquals(name, Addresses.decode(path));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            leon-trotsky, leon-trotsky
            a/b,          a/b
            Тро,          %D0%A2%D1%80%D0%BE
            a b,          a%20b
            a"<>`b?c#d,   a%22%3C%3E%60b%3Fc%23d
            a%20b,        a%20b
            """)
    void encodesNamesForPaths(String name, String path) {
        assertEquals(path, Addresses.encode(name));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://example.org/id/ada,            ../doc/ada
            https://example.org/id/a b,            ../doc/a%20b
            https://example.org/ontology#Person,   ../ontology#Person
            http://www.wikidata.org/entity/Q1,     http://www.wikidata.org/entity/Q1
            HTTPS://example.com/,                  HTTPS://example.com/
            javascript:alert(1),                   NONE
            data:text/html,                        NONE
            urn:isbn:1,                            NONE
            //example.com/x,                       NONE
            """)
    void linksOnlyWhereABrowserMayGo(String iri, String expected) {
        Node node = NodeFactory.createURI(iri);
        assertEquals(expected, ADDRESSES.link(node, "../").orElse("NONE"));
    }

    @Test
    void literalsAreNoLinks() {
        Node literal = NodeFactory.createLiteralString("https://example.org/id/ada");
        assertEquals(Optional.empty(), ADDRESSES.link(literal, ""));
        assertEquals(Optional.empty(), ADDRESSES.name(literal));
    }
}
