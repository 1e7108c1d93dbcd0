package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;

class QueryTemplateTest {
    private static final String BASE = "https://example.org/";

    private static QueryTemplate read(String text) {
        return QueryTemplate.read(text, BASE, new TreeMap<>());
    }

    private static Query parse(String text) {
        return QueryFactory.create("BASE <" + BASE + ">\n" + text, Syntax.syntaxSPARQL_12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who wrote what | # title: Who wrote what
            As grlc has it | #+ summary: As grlc has it
            close          | #title:close
            With space     | # Title :  With   space
            ''             | # something else
            """)
    void hasATitleInAComment(String title, String comment) {
        assertEquals(title, read(comment + "\nASK {}").title());
        assertEquals(
                title,
                read("# by nobody\n\n" + comment + "\r\n# description: More\nASK {}")
                        .title());
        assertEquals("", read("ASK {}\n" + comment).title(), "not after the beginning");
        assertEquals("", read("ASK { BIND('''\n" + comment + "''' AS ?x) }").title(), "not in a text");
    }

    @Test
    void aTitleTakesThePlaceOfTheOldOne() {
        assertEquals("# title: New\nASK {}", QueryTemplate.titled("ASK {}", " New\n"));
        assertEquals(
                "# by nobody\n# title: New\nASK {}", QueryTemplate.titled("# by nobody\n# title: Old\nASK {}", "New"));
        assertEquals("# title: $1 \\ <b>\nASK {}", QueryTemplate.titled("ASK {}", "$1 \\ <b>"));
        assertTrue(
                read(QueryTemplate.titled("ASK {}", "x\n} DROP ALL #")).title().startsWith("x } DROP"));
    }

    /** Everywhere a variable may stand, the value of a parameter may. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { ?_x_iri ?p ?o }",
                "SELECT * { ?s ?_x_iri ?o }",
                "SELECT * { ?s ?p ?_x_iri }",
                "SELECT * { ?s <urn:p>/<urn:q>* ?_x_iri }",
                "SELECT * { GRAPH ?_x_iri { ?s ?p ?o } }",
                "SELECT * { ?s ?p ?o FILTER(?o = ?_x_iri) }",
                "SELECT * { ?s ?p ?o FILTER EXISTS { ?o ?q ?_x_iri } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?o ?q ?r FILTER(?r = ?_x_iri) } }",
                "SELECT * { BIND(STR(?_x_iri) AS ?y) }",
                "SELECT * { OPTIONAL { ?s ?p ?_x_iri } }",
                "SELECT * { ?s ?p ?o MINUS { ?s ?p ?_x_iri } }",
                "SELECT * { { ?s ?p ?o } UNION { ?s ?p ?_x_iri } }",
                "SELECT * { { SELECT ?s { ?s ?p ?_x_iri } LIMIT 1 } }",
                "SELECT * { { SELECT ?s { { SELECT ?s { ?s ?p ?o FILTER(?o = ?_x_iri) } } } } }",
                "SELECT * { ?r <urn:reifies> <<( ?s ?p ?_x_iri )>> }",
                "SELECT * { ?r <urn:reifies> <<( ?s ?p <<( ?s ?q ?_x_iri )>> )>> }",
                "SELECT * { << ?s ?p ?_x_iri >> ?q ?o }",
                "SELECT (STR(?_x_iri) AS ?y) { ?s ?p ?o }",
                "SELECT (COUNT(?_x_iri) AS ?n) { ?s ?p ?o }",
                "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (MAX(?o) > ?_x_iri)",
                "SELECT * { ?s ?p ?o } ORDER BY (?o = ?_x_iri)",
                "CONSTRUCT { ?s <urn:p> ?_x_iri } { ?s ?p ?o }",
                "DESCRIBE ?_x_iri",
                "ASK { ?s ?p $_x_iri }",
            })
    void aValueIsPutInWherever(String text) {
        QueryTemplate template = read(text);
        assertEquals(
                List.of("x"),
                template.parameters().stream().map(QueryParameter::name).toList());
        String expected = text.replaceAll("[?$]_x_iri", "<urn:value>");
        assertEquals(parse(expected), parse(template.filled(new Parameters("x=urn:value"))));
    }

    /** SPARQL 1.1 Query, section 16.1.2: what is selected is there with its value. */
    @Test
    void aSelectedParameterHasItsValue() {
        String filled = read("SELECT ?_x ?s { ?s ?p ?_x }").filled(new Parameters("x=v"));
        assertEquals(parse("SELECT ('v' AS ?_x) ?s { ?s ?p 'v' }"), parse(filled));
    }

    /** Whatever it holds, a value stays one term. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "' . ?a ?b ?c } #",
                "\" . ?a ?b ?c } #",
                "\"\"\" } #",
                "\\\" } #",
                "\\",
                "\n\r\t",
                "?_x",
                "${x} %s $1",
                "\u2028 Ж 😀 \u0000"
            })
    void aValueCannotBecomeMore(String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        Query filled = parse(read("SELECT * { ?s ?p ?_x }").filled(new Parameters("x=" + encoded)));
        ElementGroup group = (ElementGroup) filled.getQueryPattern();
        assertEquals(1, group.size());
        List<TriplePath> triples =
                ((ElementPathBlock) group.get(0)).getPattern().getList();
        assertEquals(1, triples.size());
        assertEquals(NodeFactory.createLiteralString(value), triples.getFirst().getObject());
    }

    @Test
    void whatIsLeftOutStaysAVariable() {
        QueryTemplate template = read("SELECT * { ?s ?__p_iri ?_o }");
        HttpProblem missing = assertThrows(HttpProblem.class, () -> template.filled(new Parameters("p=urn:p")));
        assertTrue(missing.getMessage().contains("o (a text)"), missing.getMessage());
        assertEquals(parse("SELECT * { ?s ?__p_iri 'v' }"), parse(template.filled(new Parameters("o=v&p="))));
        assertEquals("ASK {}", read("ASK {}").filled(new Parameters("o=v")), "its text, as it is");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT * { BIND(1 AS ?_x) }                                    | assigned
            SELECT * { VALUES ?_x { 1 } }                                  | assigned
            SELECT (1 AS ?_x) {}                                           | assigned
            SELECT * { ?s ?p ?_release }                                   | called release
            SELECT * { ?s ?p ?__format_iri }                               | called format
            SELECT ?s { ?s ?p ?_x } GROUP BY ?s HAVING (?s > 1) (?s < 2)   | HAVING
            SELECT * { ?s ?p                                               | the query ends
            """)
    void refusesWhatCannotBeAsked(String text, String reason) {
        HttpProblem refused = assertThrows(HttpProblem.class, () -> read(text));
        assertEquals(400, refused.status());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void parametersComeInTheOrderOfTheText() {
        assertEquals(
                List.of("b", "a"),
                read("SELECT * { ?_b ?p ?o . ?s ?p ?_a . ?_b ?q ?r } # ?_c").parameters().stream()
                        .map(QueryParameter::name)
                        .toList());
    }
}
