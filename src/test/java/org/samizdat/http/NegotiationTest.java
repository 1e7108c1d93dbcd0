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
            # Versions of RDF
            text/turtle;version=1.2                                  | TURTLE_12
            text/turtle;version=1.2-basic                            | TURTLE
            text/turtle;version=1.3                                  | NONE
            text/turtle; version="1.2", text/turtle;q=0.9            | TURTLE_12
            text/turtle;version=1.2;q=0.5, text/turtle               | TURTLE
            application/n-triples;version=1.2, */*;q=0.1             | N_TRIPLES_12
            application/trig;version=1.2                             | TRIG_12
            application/n-quads;version=1.2;charset=utf-8            | N_QUADS_12
            application/rdf+xml;version=1.2                          | NONE
            application/ld+json;version=1.2, text/turtle;q=0.1       | TURTLE
            text/turtle;version=1.1;q=0, text/turtle                 | TURTLE_12
            # Browsers: Firefox, Chromium, Safari
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7 | HTML
            text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8 | HTML
            # curl, wget, java.net.URLConnection of JDK 25, OpenRefine where a column is fetched
            */*                                                      | TURTLE
            # java.net.URLConnection of older JDKs
            text/html, image/gif, image/jpeg, */*; q=0.2             | HTML
            text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2     | HTML
            # Jena RIOT 6: anything, graphs, datasets
            text/turtle,application/n-triples;q=0.9,application/rdf+xml;q=0.7,application/trig,application/n-quads;q=0.9,application/ld+json;q=0.8,*/*;q=0.5 | TURTLE
            text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3 | TURTLE
            application/trig,application/n-quads;q=0.9,application/ld+json;q=0.8,*/*;q=0.3 | TRIG
            # rdflib: of whatever format, and asked for one
            application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1 | RDF_XML
            application/rdf+xml, */*;q=0.1                           | RDF_XML
            text/turtle, application/x-turtle, */*;q=0.1             | TURTLE
            text/n3, */*;q=0.1                                       | TURTLE
            text/plain, */*;q=0.1                                    | TURTLE
            application/ld+json, application/json;q=0.9, */*;q=0.1   | JSON_LD
            application/ld+json, application/json;p=0.9, */*;q=0.1   | JSON_LD
            # rapper 2.0.15: guessing, and asked for Turtle
            application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, application/x-trig, application/rss;q=0.8, application/rss+xml;q=0.8, text/rss;q=0.8, application/xml;q=0.3, text/xml;q=0.3, application/atom+xml;q=0.3, text/html;q=0.2, application/xhtml+xml;q=0.4, text/html;q=0.6, application/xhtml+xml;q=0.8, application/json;q=0.1, text/json;q=0.1, text/x-nquads, */*;q=0.1 | TURTLE
            text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, */*;q=0.1 | TURTLE
            # Comunica: fifteen types
            application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,application/json;q=0.45,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18,text/shaclc;q=0.1,text/shaclc-ext;q=0.05 | N_QUADS
            # RDF4J: its client with a preference for Turtle, and its loader, which likes named graphs
            text/turtle, application/x-turtle, application/rdf+xml;q=0.8, application/xml;q=0.8, text/xml;q=0.8, application/n-triples;q=0.7, text/plain;q=0.7, application/trig;q=0.8, application/x-trig;q=0.8, application/ld+json;q=0.8 | TURTLE
            application/rdf+xml;q=0.5, application/xml;q=0.5, text/turtle;q=0.5, application/x-turtle;q=0.5, application/n-triples;q=0.4, application/n-quads;q=0.9, application/trig | TRIG
            # Protégé, by way of the OWL API
            application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09 | RDF_XML
            # Titanium, a reader of JSON-LD alone
            application/ld+json,application/json;q=0.9,*/*;q=0.1     | JSON_LD
            """)
    void choosesTheVariant(String accept, String expected) {
        String chosen = Negotiation.choose(Optional.of(accept), Variant.OFFERED)
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <http://www.nanopub.org/nschema#>                        | true
            <urn:x>, <http://www.nanopub.org/nschema#>;q=0.3         | true
            <http://www.nanopub.org/nschema#>;q=0                    | false
            http://www.nanopub.org/nschema#                          | false
            <urn:x>                                                  | false
            """)
    void aProfileIsAskedForByItsIriInAngleBrackets(String field, boolean wanted) {
        assertEquals(wanted, Negotiation.acceptsProfile(field, Variant.NANOPUB_PROFILE));
    }

    /** RFC 9110 section 12.5.3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip                          | true
            gzip, deflate, br, zstd       | true
            deflate, x-gzip;q=0.5         | true
            GZIP                          | true
            *                             | true
            *;q=0                         | false
            gzip;q=0, *                   | false
            gzip;q=0.000                  | false
            identity                      | false
            br, zstd                      | false
            br;q=1.0, gzip;q=0.8, *;q=0.1 | true
            """)
    void compressesForThoseWhoTakeIt(String field, boolean compressed) {
        assertEquals(compressed, Negotiation.acceptsGzip(field));
    }
}
