package org.samizdat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 section 12.5.1, and what well-known clients send. */
class NegotiationTest {
    @ParameterizedTest(name = "{0} | {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # The section's rules
            text/turtle                                              | TURTLE
            TEXT/Turtle                                              | TURTLE
            text/html                                                | HTML
            text/*                                                   | TURTLE
            application/*                                            | JSON_LD
            */*                                                      | TURTLE
            text/*;q=0.3, text/html;q=0.7, */*;q=0.5                 | HTML
            text/turtle;q=0, */*                                     | HTML
            text/turtle;q=0                                          | NONE
            text/*;q=0, */*;q=0.1                                    | JSON_LD
            */*;q=0                                                  | NONE
            application/rdf+xml;q=0.2, application/n-triples;q=0.25  | N_TRIPLES
            text/html , text/turtle                                  | TURTLE
            text/html;q=1.000, text/turtle;q=0.999                   | HTML
            image/png                                                | NONE
            image/png, application/ld+json                           | JSON_LD
            application/json                                         | NONE
            text/html;level=1                                        | NONE
            text/html;level=1, text/html;q=0.4, text/turtle;q=0.5    | TURTLE
            text/turtle;charset=utf-8                                | TURTLE
            text/turtle; charset="UTF-8"; q=0.5, text/html; q=0.4    | TURTLE
            text/turtle;charset=iso-8859-1                           | NONE
            text/turtle;version=1.1                                  | TURTLE
            application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted" | JSON_LD
            application/ld+json;profile="a, b;q=0"                   | JSON_LD
            # What is malformed is passed over
            text/turtle;q=2, text/html                               | HTML
            text/turtle;q=-1, text/html                              | HTML
            text/turtle;q=0.12345, text/html;q=0.1                   | HTML
            text                                                     | NONE
            */html                                                   | NONE
            /, text/html                                             | HTML
            ,,text/html,,                                            | HTML
            text/turtle;;q=0.1;, text/html;q=0.2                     | HTML
            # Browsers
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7 | HTML
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8 | HTML
            # Jena RIOT, graphs and datasets
            text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3 | TURTLE
            application/trig,application/n-quads;q=0.9,application/ld+json;q=0.8,*/*;q=0.5 | JSON_LD
            # rdflib: by content, and asked for XML
            application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1 | RDF_XML
            text/turtle, application/x-turtle                        | TURTLE
            text/n3, text/turtle;q=0.9, */*;q=0.1                    | TURTLE
            # rapper
            application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/turtle;q=0.8, text/n3;q=0.2, application/rdf+xml, text/rdf;q=0.6, application/json;q=0.1, application/x-trig, text/html;q=0.2, application/xhtml+xml;q=0.4, */*;q=0.1 | TURTLE
            # Comunica
            application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18,application/json;q=0.135,text/shaclc;q=0.1,text/shaclc-ext;q=0.05 | JSON_LD
            # RDF4J
            application/x-turtlestar;q=0.8, text/turtle;q=0.8, application/trig;q=0.8, application/n-triples;q=0.8, application/rdf+xml;q=0.6, application/ld+json;q=0.5 | TURTLE
            # Protégé, by way of the OWL API
            application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09 | RDF_XML
            # java.net.URLConnection
            text/html, image/gif, image/jpeg, */*; q=0.2             | HTML
            """)
    void choosesTheVariant(String accept, String expected) {
        String chosen = Negotiation.choose(Optional.of(accept), Variant.ALL)
                .map(Variant::name)
                .orElse("NONE");
        assertEquals(expected, chosen);
    }

    /** curl sends the wildcard, Java's HttpClient sends no field at all: programs get Turtle. */
    @Test
    void aFieldThatIsAbsentOrEmptyAcceptsAll() {
        assertEquals(Optional.of(Variant.TURTLE), Negotiation.choose(Optional.empty(), Variant.ALL));
        assertEquals(Optional.of(Variant.TURTLE), Negotiation.choose(Optional.of("  "), Variant.ALL));
    }
}
