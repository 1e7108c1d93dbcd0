package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

class AdmissionTest {
    /** What each limit allows, just so, and what it does not; № counts from 0. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1000  | triple patterns  | SELECT * {     | ` ?s <urn:№> ?o .`            | }
            5000  | parts            | ASK { FILTER(0 IN (0 | `, №`                     | )) }
            2000  | variables        | SELECT * { VALUES ( | ` ?v№`                    | ) {} }
            """)
    void aSizeIsAllowedUpToItsLimit(int limit, String what, String before, String part, String after) {
        // The filter and what is compared there are parts, too.
        int fits = what.equals("parts") ? limit - 10 : limit;
        assertTrue(isRepeatable(before + repeated(part, fits) + after));
        HttpProblem refused =
                assertThrows(HttpProblem.class, () -> isRepeatable(before + repeated(part, limit + 1) + after));
        assertEquals(400, refused.status());
        assertEquals(Map.of("limit", (long) limit), refused.numbers());
        assertTrue(refused.getMessage().contains("more than " + limit + " " + what), refused.getMessage());
    }

    private static String repeated(String part, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> part.replace("№", Integer.toString(i)))
                .collect(Collectors.joining());
    }

    /** Groups, functions, subqueries and EXISTS inside each other. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ASK { FILTER(      | `!(1 = ` | 1 | `)`  | ) }
            ASK { FILTER(      | ABS(     | 1 | )    | ) }
            ASK {              | `{ SELECT ?s {` | ?s ?p ?o | } } | }
            ASK {              | FILTER EXISTS { | ?s ?p ?o | } | }
            ASK { ?a ?b ?c     | OPTIONAL { ?d ?e ?f | . ?s ?p ?o | } | }
            """)
    void nestingIsAllowedUpToALimit(String before, String open, String inner, String close, String after) {
        for (int depth : new int[] {20, 45}) {
            assertTrue(isRepeatable(before + open.repeat(depth) + inner + close.repeat(depth) + after));
        }
        HttpProblem refused = assertThrows(
                HttpProblem.class, () -> isRepeatable(before + open.repeat(210) + inner + close.repeat(210) + after));
        assertEquals("Query too deep", refused.title());
        assertEquals(Map.of("limit", 100L), refused.numbers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(RAND() < 0.5) }",
                "SELECT * { ?s ?p ?o BIND(UUID() AS ?x) }",
                "SELECT * { BIND(CONCAT('a', STRUUID()) AS ?x) }",
                "SELECT (BNODE() AS ?x) {}",
                "SELECT (BNODE('a') AS ?x) {}",
                "SELECT (IF(true, 1, COALESCE(RAND())) AS ?x) {}",
                "SELECT * { { SELECT (RAND() AS ?x) {} } }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?s ?q ?r FILTER(?r < NOW()) } }",
                "SELECT * { BIND(NOT EXISTS { { SELECT * { BIND(RAND() AS ?x) } } } AS ?y) }",
                "SELECT * { ?s ?p ?o OPTIONAL { ?o ?q ?r FILTER(?r < NOW()) } }",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?o FILTER(RAND() > 0.5) } }",
                "SELECT * { { ?s ?p ?o } UNION { BIND(NOW() AS ?s) } }",
                "SELECT * { GRAPH ?g { BIND(NOW() AS ?s) } }",
                "SELECT * { ?s ?p ?o } ORDER BY RAND()",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(?o) > RAND())",
                "SELECT ?x { ?s ?p ?o } GROUP BY (RAND() AS ?x)",
                "SELECT (SUM(RAND()) AS ?x) { ?s ?p ?o }",
                "SELECT (COUNT(*) + RAND() AS ?x) { ?s ?p ?o }",
                "ASK { FILTER(DAY(NOW()) = 1) }",
                "DESCRIBE ?s { ?s ?p ?o FILTER(RAND() < 0.5) }",
                "CONSTRUCT { ?s ?p ?x } { ?s ?p ?o BIND(RAND() AS ?x) }",
                "CONSTRUCT { [] <urn:p> ?o } { ?s ?p ?o }",
                "CONSTRUCT { ?s <urn:p> _:b } { ?s ?p ?o }",
                "CONSTRUCT { ?s <urn:p> (1 2) } { ?s ?p ?o }",
                "CONSTRUCT { ?s <urn:p> <<( _:b <urn:p> ?o )>> } { ?s ?p ?o }",
                "SELECT * { SERVICE <http://192.0.2.1/> { ?s ?p ?o } }",
                "SELECT * { FILTER EXISTS { SERVICE <http://192.0.2.1/> { ?s ?p ?o } } }",
            })
    void anotherAnswerEachTime(String query) {
        assertEquals(false, isRepeatable(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?s ?p 'NOW()' } # RAND()",
                "SELECT (COUNT(*) AS ?rand) { [] ?p () } HAVING (COUNT(*) > 1) ORDER BY ?rand",
                "SELECT (MD5('a') AS ?x) (YEAR('2026-11-24T00:00:00Z') AS ?y) {}",
                "DESCRIBE <urn:x>",
                "ASK { ?s a/!<urn:p>* ?o FILTER EXISTS { ?o ?p _:b } }",
                "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . _:b ?p ?o }",
            })
    void theSameAnswerEachTime(String query) {
        assertTrue(isRepeatable(query));
    }

    private static boolean isRepeatable(String query) {
        // An endpoint that may be asked, without a look at its address.
        Services services = new Services(List.of("http://192.0.2.1/"), address -> true);
        return Admission.check(
                new QueryText(query).parse("https://example.org/", Map.of(), new Cancellation()), services);
    }
}
