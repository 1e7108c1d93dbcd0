package org.samizdat.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.publication.Publication;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** The examples of the garden, one of each form of query, read as they are and spoilt, and asked of a few triples. */
class ExamplesTest {
    private static final DatasetGraph GARDEN =
            RDFParser.fromString("""
                    PREFIX dcterms: <http://purl.org/dc/terms/>
                    PREFIX g: <https://garden.example/ontology#>
                    PREFIX id: <https://garden.example/id/>
                    PREFIX owl: <http://www.w3.org/2002/07/owl#>
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

                    id:birke a g:Baum ; rdfs:label "Birke"@de ; g:hoehe 12.5 .
                    id:thymian a g:Pflanze ; rdfs:label "Thymian, echter"@de ; g:hoehe 0.2 .
                    id:lauch a g:Pflanze ; rdfs:label "Lauch"@de .
                    id:e1 a g:Eintrag ; rdfs:label "Tagebuch, erster Eintrag"@de ; dcterms:isPartOf id:tagebuch .
                    <https://garden.example/graph/provenance> {
                      id:porree owl:deprecated true ; dcterms:isReplacedBy id:lauch .
                      id:unkraut owl:deprecated true .
                    }
                    """, Lang.TRIG).toDatasetGraph();

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheGarden() throws IOException {
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), folder.toFile());
    }

    @Test
    void eachFormOfQueryIsReadAndGivesItsAnswer() {
        Problems problems = new Problems();
        Examples.read(Publication.read(folder), problems).check(GARDEN, problems);
        assertEquals(List.of(), problems.sorted());
    }

    /** SHACL, section 5.2.1: prefixes are declared where sh:prefixes/owl:imports* leads; no other is known. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hohe-pflanzen.ttl        | ?hoehe > 1          | ?hoehe >            | 15 | This is not a SPARQL 1.2 query
            hohe-pflanzen.ttl        | g:hoehe             | h:hoehe             | 14 | Unresolved prefixed name: h:hoehe
            praefixe.ttl             | owl:imports         | owl:sameAs          |  0 | Unresolved prefixed name
            hohe-pflanzen.ttl        | ?ding rdfs:label    | <https://garden.example/id/birke> rdfs:label | 11 | Write IRIs below https://garden.example/ with a prefix
            hohe-pflanzen.ttl        | sh:select           | sh:ask              | 11 | State this query by sh:select, not by sh:ask.
            hohe-pflanzen.ttl        | , sh:SPARQLSelectExecutable ; | ; sh:ask "ASK {}" ; | 0 | This file states 2 queries
            hohe-pflanzen.ttl        | sh:SPARQLExecutable , | | 0 | the class sh:SPARQLExecutable
            hohe-pflanzen.ttl        | b:hohe-pflanzen     | []                  |  0 | Give the example an IRI
            hohe-pflanzen.ttl        | rdfs:label "        | rdfs:seeAlso "      |  0 | Give the example a title
            hohe-pflanzen.ttl        | rdfs:comment        | rdfs:seeAlso        |  0 | Give the example a description
            hohe-pflanzen.ttl        | ?hoehe > 1          | ?hoehe > 20         | 11 | hohe-pflanzen.csv: it lacks "Birke,12.5". Mend
            hohe-pflanzen.csv        | Birke,12.5          | Birke,13            | 11 | it lacks "Birke,13"; it has "Birke,12.5". Mend
            hohe-pflanzen.csv        | pflanze,            | pflanzen,           | 11 | it lacks "pflanzen,hoehe"; it has "pflanze,hoehe". Mend
            namen-die-fort-sind.csv  | unkraut,            | unkraut             | 11 | it lacks "unkraut"; it has "unkraut,". Mend
            ist-die-birke-ein-baum.txt | true              | false               | 11 | it lacks "false"; it has "true". Mend
            erster-eintrag.nt        | id/tagebuch         | id/diarium          | 11 | it lacks "<https://garden.example/id/e1> <http://purl.org/dc/terms/isPartOf>
            hohe-pflanzen.ttl        | FILTER(             | SERVICE <http://localhost:1/> {} FILTER( | 11 | This query cannot be answered
            """)
    void whatIsWrongIsReported(String file, String good, String bad, long line, String says) throws IOException {
        edit(file, good, bad == null ? "" : bad);

        List<Problem> problems = problems();

        String name = file.replaceFirst("\\..*", ".ttl");
        assertTrue(
                problems.stream()
                        .anyMatch(problem -> problem.message().contains(says)
                                && (line == 0 || problem.line() == line)
                                && (file.startsWith("praefixe")
                                        || problem.file().endsWith(name))),
                problems::toString);
    }

    @Test
    void theOrderOfLinesMattersWhereTheQueryOrdersThem() throws IOException {
        edit("namen-die-fort-sind.csv", "unkraut,\nporree,Lauch", "porree,Lauch\nunkraut,");
        edit("erster-eintrag.nt", reversed("erster-eintrag.nt"));

        List<Problem> problems = problems();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().message().contains("its lines are in another order"), problems::toString);
    }

    @Test
    void aMissingAnswerIsReported() throws IOException {
        Files.delete(folder.resolve("examples/hohe-pflanzen.csv"));

        List<Problem> problems = problems();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().message().startsWith("There is no hohe-pflanzen.csv"), problems::toString);
    }

    @Test
    void answersAreWrittenAsTheyAreRead() throws IOException {
        Path answer = folder.resolve("examples/erster-eintrag.nt");
        String good = Files.readString(answer);
        Files.delete(answer);
        edit("hohe-pflanzen.csv", "12.5", "13");

        Problems problems = new Problems();
        Examples.read(Publication.read(folder), problems).writeAnswers(GARDEN, problems);

        assertEquals(List.of(), problems.sorted());
        assertEquals(good, Files.readString(answer));
        assertEquals(List.of(), problems());
    }

    @Test
    void whereOneQueryCannotBeAnsweredNoAnswerIsWritten() throws IOException {
        edit("namen-die-fort-sind.ttl", "OPTIONAL", "SERVICE <http://localhost:1/>");
        edit("hohe-pflanzen.csv", "12.5", "13");

        Problems problems = new Problems();
        Examples.read(Publication.read(folder), problems).writeAnswers(GARDEN, problems);

        assertEquals(1, problems.count());
        assertTrue(read("hohe-pflanzen.csv").contains("Birke,13"));
    }

    @Test
    void windowsLineEndsMakeNoDifference() throws IOException {
        for (String file : List.of("hohe-pflanzen.ttl", "hohe-pflanzen.csv", "namen-die-fort-sind.csv")) {
            edit(file, read(file).replace("\n", "\r\n"));
        }
        assertEquals(List.of(), problems());
    }

    @Test
    void anAnswerThatIsNotUtf8IsReported() throws IOException {
        Path answer = folder.resolve("examples/hohe-pflanzen.csv");
        Files.write(answer, "pflanze,hoehe\nBärke,12.5\n".getBytes(StandardCharsets.ISO_8859_1));

        List<Problem> problems = problems();

        assertTrue(problems.toString().contains("The answer in hohe-pflanzen.csv is not UTF-8"), problems::toString);
    }

    private List<Problem> problems() {
        Problems problems = new Problems();
        Examples.read(Publication.read(folder), problems).check(GARDEN, problems);
        return problems.sorted();
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("examples").resolve(file));
    }

    private String reversed(String file) throws IOException {
        return String.join("\n", read(file).lines().toList().reversed()) + "\n";
    }

    private void edit(String file, String good, String bad) throws IOException {
        String text = read(file);
        assertTrue(text.contains(good), () -> good + " is not in\n" + text);
        edit(file, text.replace(good, bad));
    }

    private void edit(String file, String text) throws IOException {
        Files.writeString(folder.resolve("examples").resolve(file), text);
    }
}
