package org.samizdat.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.table.BadInputException;

class PublicationTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheGarden() throws IOException {
        FileUtils.copyDirectory(Path.of("src/test/publications/garden").toFile(), folder.toFile());
    }

    @Test
    void saysWhatItIsAndWhereItsPartsLie() {
        Publication garden = Publication.read(folder);

        assertEquals("https://garden.example/", garden.base());
        assertEquals("garden", garden.text(Publication.Statement.PREFIX));
        assertEquals("2020-05-01", garden.text(Publication.Statement.MODIFIED));
        assertEquals("https://garden.example/ontology#", garden.prefixes().get("g"));
        assertEquals("https://garden.example/id/", garden.prefixes().get("id"));
        assertEquals(List.of(folder.resolve("ontology-2.ttl"), folder.resolve("ontology.ttl")), garden.ontology());
        assertEquals(List.of(folder.resolve("shapes.ttl")), garden.shapes());
        assertEquals(List.of(folder.resolve("tables/garten.ttl")), garden.rdfFiles());
        assertEquals(6, garden.examples().size());
        assertEquals(
                folder.resolve("examples/baeume-und-ihre-namen.ttl"),
                garden.examples().getFirst());
        assertEquals(Optional.of("lauch"), garden.retired().get("porree").into());
        assertEquals(Optional.empty(), garden.retired().get("unkraut").into());
    }

    @Test
    void aMappingBelongsToTheTableWithTheLongestNameThatBeginsIt() throws IOException {
        Files.copy(folder.resolve("tables/pflanzen.csv"), folder.resolve("tables/pflanzen-namen.csv"));
        Files.copy(
                folder.resolve("tables/pflanzen.csv-metadata.json"),
                folder.resolve("tables/pflanzen-namen.csv-metadata.json"));

        List<TableSource> tables = Publication.read(folder).tables();

        assertEquals(List.of("aussagen", "pflanzen", "pflanzen-namen"), names(tables));
        assertEquals(
                List.of(folder.resolve("tables/pflanzen.rq")), tables.get(1).mappings());
        assertEquals(
                List.of(folder.resolve("tables/pflanzen-namen.rq")),
                tables.get(2).mappings());
    }

    @Test
    void filesAreNamedRelativeToThePublicationOrByTheirOwnName() {
        Publication garden = Publication.read(folder);

        assertEquals("tables/pflanzen.csv", garden.nameOf(folder.resolve("tables/pflanzen.csv")));
        assertEquals("other.ttl", garden.nameOf(folder.resolveSibling("other.ttl")));
        assertTrue(garden.files().contains(folder.resolve("tables/aussagen-eintraege.rq")));
        assertTrue(garden.files().contains(folder.resolve("examples/praefixe.ttl")));
    }

    @Test
    void aPublicationCanDoWithoutExamples() throws IOException {
        Path description = folder.resolve("publication.ttl");
        Files.writeString(description, Files.readString(description).replace("vann:example <examples/> ;", ""));

        assertEquals(List.of(), Publication.read(folder).examples());
    }

    @Test
    void whatIsPublishedDependsOnRetiredNamesOnceThereAreSome() throws IOException {
        List<Path> retired = List.of(folder.resolve("retired.csv"), folder.resolve("retired.csv-metadata.json"));
        List<Path> with = Publication.read(folder).files();
        assertTrue(with.containsAll(retired), with.toString());
        for (Path file : retired) {
            Files.delete(file);
        }

        List<Path> without = Publication.read(folder).files();

        assertEquals(with.stream().filter(file -> !retired.contains(file)).toList(), without);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tables/aussagen.csv-metadata.json | aussagen.csv: This table has no schema
            tables/pflanzen.csv               | There is no pflanzen.csv that this schema belongs to
            examples/hohe-pflanzen.ttl        | hohe-pflanzen.csv: There is no hohe-pflanzen.ttl that this answer belongs to.
            ontology.ttl                      |
            publication.ttl                   | publication.ttl: This file is missing, or is not a file.
            """)
    void aMissingPartIsReported(String missing, String message) throws IOException {
        Files.delete(folder.resolve(missing));

        if (message == null) {
            assertEquals(2, Publication.read(folder).ontology().size(), "the ontology is opened later");
        } else {
            BadInputException bad = assertThrows(BadInputException.class, () -> Publication.read(folder));
            assertTrue(bad.getMessage().contains(message), bad.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "https://garden.example/"    | "https://garden.example"    | must be an http or https IRI that ends in "/"
            <> a void:Dataset ;          | <> a void:Linkset ;         | must describe one void:Dataset; it describes 0
            void:vocabulary <ontology    | void:vocabulary <http://e.org/ontology | must name a file by a relative IRI
            dcterms:modified             | dcterms:created             | There must be one http://purl.org/dc/terms/modified; there are 0
            vann:example <examples/      | vann:example <beispiele/    | beispiele: This folder is missing; it holds the example queries.
            vann:example <examples/      | vann:example <urn:          | http://purl.org/vocab/vann/example must name a file by a relative IRI
            pav:version "3" ;            | pav:version "3             | publication.ttl:
            """)
    void whatPublicationTtlLacksIsReported(String good, String bad, String message) throws IOException {
        Path file = folder.resolve("publication.ttl");
        String text = Files.readString(file);
        assertTrue(text.contains(good));
        Files.writeString(file, text.replace(good, bad));

        BadInputException problem = assertThrows(BadInputException.class, () -> Publication.read(folder));

        assertTrue(problem.getMessage().contains(message), problem.getMessage());
    }

    private static List<String> names(List<TableSource> tables) {
        return tables.stream().map(TableSource::name).toList();
    }
}
