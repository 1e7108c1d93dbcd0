package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.table.Column;
import org.samizdat.table.Datatype;
import org.samizdat.table.Problems;

/** Each construct that a mapping may not use is refused with its line. */
class MappingRulesTest {
    private static final String PROLOGUE = """
            PREFIX ex: <https://example.org/ontology#>
            PREFIX f: <https://w3id.org/samizdat/function#>
            PREFIX apf: <http://jena.apache.org/ARQ/property#>
            PREFIX list: <http://jena.apache.org/ARQ/list#>
            PREFIX afn: <http://jena.apache.org/ARQ/function#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    @TempDir
    private Path folder;

    /** Queries begin on line 8; a {@code \n} in them is a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            CONSTRUCT { ex:a ex:b ?id } WHERE {\\n SERVICE <http://x.example/> { ?id ex:b ?c } } ¦ 9: SERVICE is refused: a mapping sees one row and the ontology and nothing else; leave it out.
            CONSTRUCT { ex:a ex:b ?id } WHERE {\\n\\n GRAPH ?g { ?a ex:b ?c } } ¦ 10: GRAPH is refused: a mapping sees one row and the ontology and nothing else; leave it out.
            CONSTRUCT { ex:a ex:b ?id }\\nFROM <http://x.example/> WHERE { } ¦ 9: FROM is refused: a mapping sees one row and the ontology and nothing else; leave it out.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(NOW() AS ?x) } ¦ 8: NOW gives another result each time, so that the same tables would give other triples; take the value from a column.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(RAND() AS ?x) } ¦ 8: RAND gives another result each time, so that the same tables would give other triples; take the value from a column.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(uuid() AS ?x) } ¦ 8: UUID gives another result each time, so that the same tables would give other triples; take the value from a column.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(STRUUID() AS ?x) } ¦ 8: STRUUID gives another result each time, so that the same tables would give other triples; take the value from a column.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(BNODE(?id) AS ?x) } ¦ 8: BNODE is refused: data has no blank nodes; make an IRI with f:iri.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(STRLANGDIR(?id, "he", "rtl") AS ?x) } ¦ 8: STRLANGDIR is refused: RDF 1.1 has no base direction; use STRLANG.
            CONSTRUCT { ex:a ex:b ?id } WHERE { MINUS { ?id ex:b ?c } } ¦ 8: MINUS is refused: inside it the columns of the row are unknown; write FILTER NOT EXISTS { … } instead.
            CONSTRUCT { ex:a ex:b\\n [] } WHERE { } ¦ 9: The template makes a blank node; give the thing an IRI with f:iri, so that it keeps its name.
            CONSTRUCT { ex:a ex:b [ ex:c ?id ] } WHERE { } ¦ 8: The template makes a blank node; give the thing an IRI with f:iri, so that it keeps its name.
            CONSTRUCT { _:x ex:b ?id } WHERE { } ¦ 8: The template makes a blank node; give the thing an IRI with f:iri, so that it keeps its name.
            CONSTRUCT { ex:a ex:b (?id) } WHERE { } ¦ 8: The template makes a blank node; give the thing an IRI with f:iri, so that it keeps its name.
            CONSTRUCT { << ex:a ex:b ?id >> ex:c 1 } WHERE { } ¦ 8: << s p o >> without a name makes a blank node; write << s p o ~ name >>.
            CONSTRUCT { << ex:a ex:b ?id ~ >> ex:c 1 } WHERE { } ¦ 8: << s p o >> without a name makes a blank node; write << s p o ~ name >>.
            CONSTRUCT { << << ex:a ex:b ?id >> ex:b ?id ~ ex:n >> ex:c 1 } WHERE { } ¦ 8: << s p o >> without a name makes a blank node; write << s p o ~ name >>.
            CONSTRUCT {\\n ex:a ex:b ?id ~ ex:n {| ex:c 1 |} } WHERE { } ¦ 9: An annotation asserts the triple that it is about; write << s p o ~ name >> instead, and make the plain triple in a second mapping.
            CONSTRUCT { ex:a ex:b ?id ~ ex:n } WHERE { } ¦ 8: An annotation asserts the triple that it is about; write << s p o ~ name >> instead, and make the plain triple in a second mapping.
            CONSTRUCT { ex:a ex:b <<( ex:a ex:b ?id )>> } WHERE { } ¦ 8: RDF 1.1 has no triple terms; use them with rdf:reifies only.
            CONSTRUCT { ex:a ex:b ?idd } WHERE { } ¦ 8: ?idd is neither a column of the table nor bound in the query; the columns are ROWNUM, id, more, tags.
            CONSTRUCT { ex:a ex:b ?x } WHERE {\\n BIND(f:iri(ex:, ?idd) AS ?x) } ¦ 9: ?idd is neither a column of the table nor bound in the query; the columns are ROWNUM, id, more, tags.
            CONSTRUCT { ex:a ex:b ?id } WHERE { FILTER EXISTS { ex:a ex:b ?c FILTER(?c = ?lost) } } ¦ 8: ?lost is neither a column of the table nor bound in the query; the columns are ROWNUM, id, more, tags.
            CONSTRUCT { << ex:a ex:b ?lost ~ ex:n >> ex:c ?id } WHERE { } ¦ 8: ?lost is neither a column of the table nor bound in the query; the columns are ROWNUM, id, more, tags.
            CONSTRUCT { ex:a ex:b ?id } WHERE { BIND("x" AS ?id) } ¦ 8: ?id is a column of the table and cannot be bound to something else; take another name.
            CONSTRUCT { ex:a ex:b ?ROWNUM } WHERE { BIND(1 AS ?ROWNUM) } ¦ 8: ?ROWNUM is a column of the table and cannot be bound to something else; take another name.
            CONSTRUCT { ex:a ex:b ?tags , ?more } WHERE { } ¦ 8: The columns tags and more hold several values each; a mapping unfolds one such column, so write one mapping for each.
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(<java:java.lang.System>(?id) AS ?x) } ¦ 8: The function <java:java.lang.System> is refused; mappings may call those of SPARQL, xsd: casts, and f: functions (<https://w3id.org/samizdat/function#>).
            CONSTRUCT { ex:a ex:b ?x } WHERE {\\n BIND(afn:now() AS ?x) } ¦ 9: The function <http://jena.apache.org/ARQ/function#now> is refused; mappings may call those of SPARQL, xsd: casts, and f: functions (<https://w3id.org/samizdat/function#>).
            CONSTRUCT { ex:a ex:b ?n } WHERE { { SELECT (SUM(afn:e()) AS ?n) { ex:a ex:b ?c } } } ¦ 8: The function <http://jena.apache.org/ARQ/function#e> is refused; mappings may call those of SPARQL, xsd: casts, and f: functions (<https://w3id.org/samizdat/function#>).
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(f:iri(?id) AS ?x) } ¦ 8: The function <https://w3id.org/samizdat/function#iri> takes 2 arguments, not 1.
            CONSTRUCT { ex:a ex:b ?x } WHERE { ?x apf:strSplit (?id "-") } ¦ 8: <http://jena.apache.org/ARQ/property#strSplit> is code of Jena and not a property of the ontology; leave it out. A column with a separator is unfolded without it.
            CONSTRUCT { ex:a ex:b ?x } WHERE { ex:l list:member ?x } ¦ 8: <http://jena.apache.org/ARQ/list#member> is code of Jena and not a property of the ontology; leave it out. A column with a separator is unfolded without it.
            CONSTRUCT { ex:a ex:b ?x } WHERE { ?x <java:some.Clazz> ?id } ¦ 8: <java:some.Clazz> is code of Jena and not a property of the ontology; leave it out. A column with a separator is unfolded without it.
            CONSTRUCT { ex:a ex:b <javascript:alert(1)> } WHERE { } ¦ 8: <javascript:alert(1)> does not begin with http://, https://, urn: or mailto:.
            CONSTRUCT { ex:a ex:b "seven"^^xsd:integer } WHERE { } ¦ 8: The literal 'seven' is not written as its datatype http://www.w3.org/2001/XMLSchema#integer demands.
            CONSTRUCT { ex:a ex:b ?id } WHERE { } LIMIT 5 ¦ 8: LIMIT is refused: a mapping is run for one row at a time; leave it out.
            CONSTRUCT { ex:a ex:b ?id } WHERE { } ORDER BY ?id ¦ 8: ORDER BY is refused: a mapping is run for one row at a time; leave it out.
            SELECT ?id WHERE { } ¦ A mapping is a CONSTRUCT query; this is another kind.
            ASK { } ¦ A mapping is a CONSTRUCT query; this is another kind.
            """)
    void refuses(String query, String expected) throws IOException {
        String message = expected.startsWith("A mapping is") ? "1: " + expected : expected;
        assertEquals(List.of(message), faults(PROLOGUE + query.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '\0', textBlock = """
            CONSTRUCT { ex:a ex:b ?id , "SERVICE {| _:x [] |} NOW()" } WHERE { } # GRAPH {| RAND()
            CONSTRUCT { << ex:a ex:b ?id ~ ?n >> ex:c ?ROWNUM } WHERE { BIND(f:iri(ex:, CONCAT(?id, "#[]{|")) AS ?n) }
            CONSTRUCT { ?n rdf:reifies <<( ex:a ex:b ?id )>> } WHERE { BIND(IRI("NOW") AS ?n) }
            CONSTRUCT { ex:SERVICE ex:b ?NOW } WHERE { ex:c ex:d [ ex:e ?NOW ] OPTIONAL { _:x ex:f (?id) } }
            CONSTRUCT { ex:a ex:b ?n } WHERE { { SELECT (COUNT(?c) AS ?n) { ?c ex:b ?d } GROUP BY ?d HAVING (COUNT(?c) > 1) LIMIT 1 } }
            CONSTRUCT { ex:a ex:b ?x } WHERE { BIND(xsd:integer(?id) AS ?x) }
            CONSTRUCT WHERE { ex:a ex:b ?id }
            """)
    void accepts(String query) throws IOException {
        assertEquals(List.of(), faults(PROLOGUE + query));
    }

    @Test
    void findsEverythingAtOnce() throws IOException {
        assertEquals(
                3,
                faults(PROLOGUE + "CONSTRUCT { ex:a ex:b [] }\nWHERE { SERVICE ex:s { }\nBIND(NOW() AS ?id) }")
                        .size());
    }

    @Test
    void tellsWhereAQueryDoesNotParse() throws IOException {
        String fault = faults("CONSTRUCT { ?id ?id ?id }\nWHERE { BIND( }").get(0);
        assertEquals(
                "2, column 15: This is not a SPARQL 1.2 query: Encountered \" \"}\" \"} \"\" at line 2, column 15.",
                fault);
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Path file = folder.resolve("rows.rq");
        Files.write(file, "# caf\u00E9".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("This mapping is not UTF-8; save it in that encoding."), faults(file));
    }

    private List<String> faults(String query) throws IOException {
        return faults(Files.writeString(folder.resolve("rows.rq"), query));
    }

    private static List<String> faults(Path file) {
        Problems problems = new Problems();
        List<Column> columns = List.of(
                column("id", Optional.empty()), column("tags", Optional.of("|")), column("more", Optional.of("|")));
        MappingQuery.read(file, columns, Case.BASE, problems);
        return problems.sorted().stream()
                .map(problem -> problem.toString()
                        .substring(file.toString().length() + 1)
                        .strip())
                .toList();
    }

    private static Column column(String name, Optional<String> separator) {
        return new Column(name, List.of(), false, separator, Optional.empty(), Optional.empty(), Datatype.STRING);
    }
}
