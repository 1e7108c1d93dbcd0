package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.Build;
import org.samizdat.http.Version;

/** Which requests are the same: white space, comments, prefixes and the case of keywords do not matter, all else does. */
class SparqlRequestTest {
    private static final QueryData DATA = new QueryData(
            DatasetGraphFactory.empty(),
            new Context(),
            "https://example.org/",
            new TreeMap<>(),
            new KnownAnswers(new Version("r", new Build("b", Instant.EPOCH), Instant.EPOCH)),
            new NoPages());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT * { ?s ?p ?o }                          | `select*{?s⏎?p	?o}# all`
            SELECT * { ?s <urn:p> 1 }                      | PREFIX p: <urn:> SELECT * { ?s p:p 1 }
            SELECT * { ?s <urn:p> 1 }                      | PREFIX : <urn:p> PREFIX x: <urn:x> SELECT * { ?s : 1 }
            SELECT * { ?s <urn:p> 1 }                      | PREFIX x: <urn:wrong> PREFIX x: <urn:> SELECT * { ?s x:p 1 }
            SELECT * { ?s <urn:a-b> 1 }                    | PREFIX p: <urn:> SELECT * { ?s p:a\\-b 1 }
            PREFIX x: <urn:> ASK { ?s a x:A }              | PREFIX y: <urn:> ASK { ?s a y:A }
            ASK { [] <urn:p> () }                          | ASK { [ ] <urn:p> ( ) }
            ASK { ?s <id/x> ?o }                           | PREFIX id: <id/> ASK { ?s <id/x> ?o }
            SELECT (<http://www.w3.org/2001/XMLSchema#integer>('1') AS ?x) {} | PREFIX x: <http://www.w3.org/2001/XMLSchema#> SELECT (x:integer('1') AS ?x) {}
            """)
    void theSame(String one, String other) {
        assertEquals(identity(one), identity(other.replace('⏎', '\n')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT * { ?s ?p ?o }                          | SELECT * { ?s ?p ?q }
            SELECT * { ?s ?p "a b" }                       | SELECT * { ?s ?p "a  b" }
            SELECT * { ?s ?p "a" }                         | SELECT * { ?s ?p "A" }
            SELECT * { ?s ?p "a"@en }                      | SELECT * { ?s ?p "a"@de }
            SELECT * { ?s ?p "# a" }                       | SELECT * { ?s ?p "" }
            SELECT * { ?s ?p "\\u005Cn" }                  | SELECT * { ?s ?p "\\n" }
            SELECT * { ?s ?p 1 }                           | SELECT * { ?s ?p 01 }
            SELECT * { ?s ?p 1 }                           | SELECT * { ?s ?p "1" }
            SELECT * { ?s <urn:p> 1 }                      | SELECT * { ?s <urn:P> 1 }
            SELECT * { ?s ?p ?o }                          | SELECT DISTINCT * { ?s ?p ?o }
            SELECT * { ?s ?p ?o }                          | SELECT * { { ?s ?p ?o } }
            SELECT * { ?s ?p ?o }                          | SELECT * FROM <urn:g> { ?s ?p ?o }
            SELECT * FROM <urn:g> { ?s ?p ?o }             | SELECT * FROM NAMED <urn:g> { ?s ?p ?o }
            PREFIX p: <urn:a> ASK { ?s p:x 1 }             | PREFIX p: <urn:b> ASK { ?s p:x 1 }
            ASK { ?s <p> 1 }                               | BASE <urn:other:/> ASK { ?s <p> 1 }
            SELECT (IRI("x") AS ?y) {}                     | BASE <urn:other:/> SELECT (IRI("x") AS ?y) {}
            SELECT * { ?s ?p ?o } LIMIT 1                  | SELECT * { ?s ?p ?o } OFFSET 1
            """)
    void notTheSame(String one, String other) {
        assertNotEquals(identity(one), identity(other));
    }

    /** SPARQL 1.1 Protocol section 2.1.4, and the format as it is sent. */
    @Test
    void graphsAndFormatsMatter() {
        List<String> identities = List.of(
                identity("ASK {}"),
                identity(new SparqlRequest("ASK {}", List.of("urn:g"), List.of(), Optional.empty())),
                identity(new SparqlRequest("ASK {}", List.of(), List.of("urn:g"), Optional.empty())),
                identity(new SparqlRequest("ASK {}", List.of("urn:g", "urn:h"), List.of(), Optional.empty())),
                identity(new SparqlRequest("ASK {}", List.of("urn:g"), List.of("urn:h"), Optional.empty())),
                identity(new SparqlRequest("ASK {}", List.of(), List.of(), Optional.of("csv"))),
                identity(new SparqlRequest("ASK {}", List.of(), List.of(), Optional.of("xml"))),
                identity(new SparqlRequest("ASK {}", List.of(), List.of(), Optional.of("text/xml"))));
        assertEquals(identities, identities.stream().distinct().toList());
        assertEquals(
                identity("ASK {}"), identity(new SparqlRequest("ASK {}", List.of(), List.of(), Optional.of("json"))));
    }

    /** A page shows the text of the query. */
    @Test
    void ofAPageTheTextMatters() {
        assertNotEquals(
                identity(new SparqlRequest("ASK {}", List.of(), List.of(), Optional.of("html"))),
                identity(new SparqlRequest("ASK { }", List.of(), List.of(), Optional.of("html"))));
    }

    private static String identity(String query) {
        return identity(new SparqlRequest(query, List.of(), List.of(), Optional.empty()));
    }

    private static String identity(SparqlRequest asked) {
        Query parsed = asked.parse(DATA, new Cancellation());
        return asked.identity(parsed, ResultFormat.choose(parsed, asked.format(), Optional.empty()));
    }
}
