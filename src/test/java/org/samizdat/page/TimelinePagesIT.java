package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.web.ServerFixture;

/** The timeline by kind of thing, part of a source and period, as a page and as data. */
class TimelinePagesIT {
    private static final String DATA = """
            PREFIX id: <https://example.org/id/>
            PREFIX o: <https://example.org/ontology#>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            id:ada a o:Person . id:plan a o:Work .
            id:s1 dcterms:isPartOf id:part-1 . id:s2 dcterms:isPartOf id:part-2 .
            id:part-1 dcterms:isPartOf id:book . id:part-2 dcterms:isPartOf id:book .
            id:wrote rdf:subject id:ada ; rdf:predicate o:wrote ; rdf:object id:plan ; o:when "1843"^^xsd:gYear ;
              prov:wasDerivedFrom id:s1 .
            id:printed rdf:subject id:plan ; rdf:predicate o:printedIn ; rdf:object "1850"^^xsd:gYear ;
              prov:wasDerivedFrom id:s2 .
            id:undated rdf:subject id:ada ; rdf:predicate o:knew ; rdf:object id:plan ; prov:wasDerivedFrom id:s1 .
            """;

    @TempDir
    static Path folder;

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        server = ServerFixture.of(folder, RDFParser.fromString(DATA, Lang.TRIG).toDatasetGraph());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "ANY", textBlock = """
            ANY                      | wrote printed
            ?kind=Person             | wrote
            ?kind=Work               | printed
            ?part=part-1             | wrote
            ?kind=Work&part=part-2   | printed
            ?kind=Person&part=part-2 | ''
            ?from=1845&to=1900       | printed
            ?from=1840&to=1845       | wrote
            """)
    void holdsWhatIsAskedForAlone(String query, String claims) {
        String wish = query == null ? "" : query;
        String page = server.get("/timeline" + wish, "Accept", "text/html").body();
        assertEquals(claims, found("<a href=\"doc/(\\w+)\"><text", page));
        assertTrue(
                page.contains("href=\"timeline.csv" + wish.replace("&", "&amp;")), "no link to the same data: " + page);
        String csv = server.get("/timeline.csv" + wish).body();
        assertEquals(claims, found("(?m)^https://example.org/id/(\\w+),", csv));
        assertEquals(
                claims,
                found(
                        "\"https://example.org/id/(\\w+)\"",
                        server.get("/timeline.json" + wish).body()));
    }

    private static String found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.joining(" "));
    }
}
