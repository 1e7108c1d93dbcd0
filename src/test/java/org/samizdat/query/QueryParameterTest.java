package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.http.HttpProblem;

/** The names of variables by the convention of BASIL and grlc. */
class QueryParameterTest {
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("edtf", "http://id.loc.gov/datatypes/edtf/")
            .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");

    private static QueryParameter parameter(String variable) {
        return QueryParameter.of(variable, PREFIXES).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _name               | name       | true  | ada                   | "ada"
            __name              | name       | false | ada                   | "ada"
            _name_iri           | name       | true  | https://example.org/Ж | <https://example.org/Ж>
            _name_en            | name       | true  | "quoted" \\ text      | "\\"quoted\\" \\\\ text"@en
            _year_integer       | year       | true  | 1927                  | "1927"^^<http://www.w3.org/2001/XMLSchema#integer>
            __day_date          | day        | false | 1927-11-07            | "1927-11-07"^^<http://www.w3.org/2001/XMLSchema#date>
            _day_xsd_date       | day        | true  | 1927-11-07            | "1927-11-07"^^<http://www.w3.org/2001/XMLSchema#date>
            _when_edtf_EDTF     | when       | true  | 1927~                 | "1927~"^^<http://id.loc.gov/datatypes/edtf/EDTF>
            _first_name         | first_name | true  | Ada                   | "Ada"
            _first_name_iri     | first_name | true  | urn:a                 | <urn:a>
            _when_other_Type    | when_other_Type | true | x                 | "x"
            """)
    void saysWhatAValueBecomes(String variable, String name, boolean required, String value, String term) {
        QueryParameter parameter = parameter(variable);
        assertEquals(name, parameter.name());
        assertEquals(required, parameter.required());
        assertEquals(term, NodeFmtLib.strNT(parameter.term(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "name_iri", "___name", "_1", "_", "_größe", "name_"})
    void othersAreVariables(String variable) {
        assertTrue(QueryParameter.of(variable, PREFIXES).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _thing_iri    | relative
            _thing_iri    | https://example.org/a> . ?s ?p ?o . <b
            _thing_iri    | https://example.org/a b
            _thing_iri    | https://example.org/{a}
            _year_integer | 19x
            _year_integer | 1.5
            _day_date     | 1927-13-01
            _yes_boolean  | ja
            """)
    void refusesWhatIsNotOfItsKind(String variable, String value) {
        QueryParameter parameter = parameter(variable);
        HttpProblem refused = assertThrows(HttpProblem.class, () -> parameter.term(value));
        assertEquals(400, refused.status());
        assertTrue(refused.getMessage().contains(parameter.name()), refused.getMessage());
    }

    /** JSON Schema 2020-12, validation: sections 6.1.1 and 7.3. */
    @ParameterizedTest
    @CsvSource({
        "_a, string, ",
        "_a_en, string, ",
        "_a_iri, string, iri",
        "_a_integer, integer, ",
        "_a_unsignedByte, integer, ",
        "_a_decimal, number, ",
        "_a_boolean, boolean, ",
        "_a_date, string, date",
        "_a_dateTime, string, date-time",
        "_a_gYear, string, "
    })
    void isDescribedInJsonSchema(String variable, String type, String format) {
        assertEquals(type, parameter(variable).schema().get("type"));
        assertEquals(format, parameter(variable).schema().get("format"));
    }
}
