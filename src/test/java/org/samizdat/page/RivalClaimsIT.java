package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.web.ServerFixture;

/** Which claims stand side by side, and in whose voice. */
class RivalClaimsIT {
    private static final String DATA = """
            PREFIX id: <https://example.org/id/>
            PREFIX o: <https://example.org/ontology#>
            PREFIX g: <https://example.org/graph/>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            id:x rdfs:label "X"@en ; o:likes id:y , id:z ; o:bornIn id:y , id:z ; o:called "good"@en , "old"@en .
            id:y rdfs:label "Y"@en . id:z rdfs:label "Z"@en . id:critic rdfs:label "a critic"@en .
            o:likes rdfs:label "likes"@en . o:bornIn rdfs:label "born in"@en . o:called rdfs:label "called"@en .
            o:denied rdfs:label "denied"@en . o:stated rdfs:label "stated"@en . o:implied rdfs:label "implied"@en .

            id:likes-y rdf:subject id:x ; rdf:predicate o:likes ; rdf:object id:y ; o:basis o:stated .
            id:likes-y-too rdf:subject id:x ; rdf:predicate o:likes ; rdf:object id:y ; o:basis o:implied .
            id:likes-y-denied rdf:subject id:x ; rdf:predicate o:likes ; rdf:object id:y ; o:basis o:stated ; o:mode o:denied .
            id:likes-z rdf:subject id:x ; rdf:predicate o:likes ; rdf:object id:z ; o:basis o:stated .
            id:born-y rdf:subject id:x ; rdf:predicate o:bornIn ; rdf:object id:y .
            id:born-z rdf:subject id:x ; rdf:predicate o:bornIn ; rdf:object id:z .
            id:good rdf:subject id:x ; rdf:predicate o:called ; rdf:object "good"@en .
            id:old rdf:subject id:x ; rdf:predicate o:called ; rdf:object "old"@en .
            id:bad rdf:subject id:x ; rdf:predicate o:called ; rdf:object "bad"@en ; prov:wasAttributedTo id:critic .
            id:this rdf:subject id:this ; rdf:predicate o:likes ; rdf:object id:that .
            id:that rdf:subject id:that ; rdf:predicate o:likes ; rdf:object id:this .
            GRAPH g:ontology { o:bornIn a owl:ObjectProperty , owl:FunctionalProperty . o:likes a owl:ObjectProperty . }
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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            likes-y        | The source itself says so.                            | likes-y-denied
            likes-y-too    | The source itself says so.                            | likes-y-denied
            likes-y-denied | The source reports this without vouching for it.      | likes-y likes-y-too
            likes-z        | The source itself says so.                            | NONE
            born-y         | The source itself says so.                            | born-z
            good           | The source itself says so.                            | bad
            bad            | According to a critic – the source reports it without vouching for it. | good old
            """)
    void standSideBySide(String claim, String voice, String rivals) {
        String page = server.get("/doc/" + claim, "Accept", "text/html").body();
        assertEquals(voice, text(page.replaceAll("(?s).*<p class=\"basis[^>]*>(.*?)</p>.*", "$1")));
        Matcher found =
                Pattern.compile("<a href=\"../doc/([^\"]+)\">The claim</a>").matcher(page);
        String named = Stream.iterate(found, Matcher::find, next -> next)
                .map(next -> next.group(1))
                .collect(Collectors.joining(" "));
        assertEquals(rivals.equals("NONE") ? "" : rivals, named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"this.html", "that.html", "this.ttl", "this.jsonld"})
    void claimsThatSpeakOfThemselvesHaveDocuments(String document) {
        assertEquals(200, server.get("/doc/" + document).statusCode());
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
}
