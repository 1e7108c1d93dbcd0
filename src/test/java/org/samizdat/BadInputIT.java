package org.samizdat;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One wrong thing at a time in a good publication that has been published already: the command must say where it is and
 * what to do, and leave everything as it was.
 */
class BadInputIT {
    private static final Path GOOD = Path.of("src/test/publications/garden");
    private static final String CLAIMS = "tables/aussagen.csv";
    private static final String PLANTS = "tables/pflanzen.csv";
    private static final String SCHEMA = "tables/aussagen.csv-metadata.json";
    private static final String MAPPING = "tables/aussagen.rq";
    private static final String TURTLE = "tables/garten.ttl";
    private static final String EXAMPLE = "examples/hohe-pflanzen";

    /** Published to once, before anything is spoilt. */
    @TempDir
    private static Path published;

    @TempDir
    private Path folder;

    private Path publication;

    /** Something done to a file of the publication, and the beginning and a part of the line that must report it. */
    private record Fault(String file, Edit edit, String where, String says) {}

    private interface Edit {
        byte[] apply(byte[] good) throws IOException;
    }

    @BeforeAll
    static void publishWhatIsGood() {
        assertEquals("", publish(GOOD));
    }

    @BeforeEach
    void copyWhatIsGood() throws IOException {
        publication = folder.resolve("publication");
        FileUtils.copyDirectory(GOOD.toFile(), publication.toFile());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                        fault(
                                "missing column",
                                CLAIMS,
                                replace(",was,", ",").and(replace(",gepflanztIn,", ",")),
                                CLAIMS + ":1",
                                "was"),
                        fault(
                                "extra column",
                                CLAIMS,
                                replace("eintraege\n", "eintraege,mehr\n"),
                                CLAIMS + ":1",
                                "mehr"),
                        fault(
                                "short row",
                                CLAIMS,
                                replace("a3,lauch,waechstIn,vorn,,e2", "a3,lauch,waechstIn,vorn"),
                                CLAIMS + ":4",
                                "6"),
                        fault("long row", CLAIMS, replace(",,e2\n", ",,e2,zuviel\n"), CLAIMS + ":4", "6"),
                        fault("quote inside a cell", PLANTS, replace("Birke,", "Bir\"ke,"), PLANTS + ":2", "quot"),
                        fault("unclosed quote", PLANTS, replace(",Lauch,", ",\"Lauch,"), PLANTS + ":4", "quot"),
                        fault("not UTF-8", PLANTS, BadInputIT::inLatin1, PLANTS + ":2", "UTF-8"),
                        fault("duplicate id", CLAIMS, replace("a3,", "a1,"), CLAIMS + ":4, column nr", "2"),
                        fault("illegal slug", PLANTS, replace("lauch,", "lau ch,"), PLANTS + ":4, column id", "lau ch"),
                        fault(
                                "empty required cell",
                                CLAIMS,
                                replace("a3,lauch,waechstIn", "a3,lauch,"),
                                CLAIMS + ":4, column was",
                                "empty"),
                        fault(
                                "impossible date",
                                CLAIMS,
                                replace("1987-04", "1987-02-30"),
                                CLAIMS + ":2, column am",
                                "1987-02-30"),
                        fault(
                                "end before start",
                                CLAIMS,
                                replace("1987-04", "1987/1986"),
                                CLAIMS + ":2, column am",
                                "after the end 1986"),
                        fault("bad EDTF", CLAIMS, replace("1987-04", "um 1987"), CLAIMS + ":2, column am", "um 1987"),
                        fault("not a number", PLANTS, replace("12.50", "hoch"), PLANTS + ":2, column hoehe", "hoch"),
                        fault(
                                "unknown thing by foreign key",
                                CLAIMS,
                                replace("a1,birke", "a1,brike"),
                                CLAIMS + ":2, column pflanze",
                                "birke"),
                        fault(
                                "unknown thing",
                                CLAIMS,
                                replace("hinten", "hintne"),
                                CLAIMS + ":2, column beet",
                                "hinten"),
                        fault(
                                "unknown property",
                                CLAIMS,
                                replace("gepflanztIn", "gepflantztIn"),
                                CLAIMS + ":2",
                                "gepflantztIn"),
                        fault("range does not fit", CLAIMS, replace("vorn,,e2", "e1,,e2"), CLAIMS + ":4", "Beet"),
                        fault(
                                "claim without citation",
                                CLAIMS,
                                replace(",,e2\n", ",,\n"),
                                CLAIMS + ":4, column eintraege",
                                "empty"),
                        fault(
                                "citation of what does not exist",
                                CLAIMS,
                                replace("e1|e2", "e1|e9"),
                                CLAIMS + ":3, column eintraege",
                                "e9"),
                        fault(
                                "violated shape",
                                PLANTS,
                                replace("12.50", "125.0"),
                                PLANTS + ":2",
                                "So hoch wird hier nichts."),
                        fault(
                                "empty table",
                                PLANTS,
                                good -> "id,art,name,namen,hoehe,blueht\n".getBytes(StandardCharsets.UTF_8),
                                PLANTS,
                                "no rows"),
                        fault("empty file", PLANTS, good -> new byte[0], PLANTS, "empty"),
                        fault("a cell of 100 MB", PLANTS, BadInputIT::withHugeCell, PLANTS + ":5", "million"),
                        fault(
                                "bad language tag",
                                "tables/pflanzen.csv-metadata.json",
                                replace("\"de\"", "\"d e\""),
                                "tables/pflanzen.csv-metadata.json",
                                "d e"),
                        fault(
                                "unknown CSVW property",
                                SCHEMA,
                                replace("\"url\"", "\"nonsense\": 1, \"url\""),
                                SCHEMA,
                                "nonsense"),
                        fault("schema that is no JSON", SCHEMA, replace("{", ""), SCHEMA, ""),
                        fault(
                                "mapping with an unknown column",
                                MAPPING,
                                replace("?was)", "?wass)"),
                                MAPPING + ":11",
                                "wass"),
                        fault(
                                "mapping with SERVICE",
                                MAPPING,
                                replace("?p a owl", "SERVICE <http://localhost/> { ?x ?y ?z } ?p a owl"),
                                MAPPING,
                                "SERVICE"),
                        fault(
                                "mapping with a Java function",
                                MAPPING,
                                replace("f:date(?am)", "<java:java.lang.Math>(?am)"),
                                MAPPING,
                                "java:"),
                        fault("mapping with RAND", MAPPING, replace("f:date(?am)", "RAND()"), MAPPING, "RAND"),
                        fault(
                                "mapping that asserts by annotation",
                                MAPPING,
                                replace(
                                        "<< ?pflanzeIri ?p ?beetIri ~ ?aussage >> g:am ?datum",
                                        "?pflanzeIri ?p ?beetIri ~ ?aussage {| g:am ?datum |}"),
                                MAPPING,
                                "asserts"),
                        fault(
                                "mapping with a blank node",
                                MAPPING,
                                replace("g:am ?datum", "g:am [ g:am ?datum ]"),
                                MAPPING,
                                "blank"),
                        fault("mapping that does not parse", MAPPING, replace("WHERE {", "WERE {"), MAPPING + ":9", ""),
                        fault(
                                "ontology that does not parse",
                                "ontology.ttl",
                                replace("g:Beet a", "g:Beet aa"),
                                "ontology.ttl:12",
                                ""),
                        fault(
                                "publication without a licence",
                                "publication.ttl",
                                replace("dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/> ;", ""),
                                "publication.ttl",
                                "license"),
                        fault(
                                "Turtle that does not parse",
                                TURTLE,
                                replace("id:vorn a", "id:vorn b a"),
                                TURTLE + ":8",
                                ""),
                        fault("blank node", TURTLE, append("id:vorn g:am [ g:am '1' ] ."), TURTLE + ":13", "lank"),
                        fault(
                                "IRI with a space",
                                TURTLE,
                                append("id:vorn rdfs:seeAlso <http://e.org/a b> ."),
                                TURTLE + ":13",
                                ""),
                        fault(
                                "IRI with a quote",
                                TURTLE,
                                append("id:vorn rdfs:seeAlso <http://e.org/\\u0022> ."),
                                TURTLE + ":13",
                                ""),
                        fault(
                                "IRI with a tag",
                                TURTLE,
                                append("id:vorn rdfs:seeAlso <http://e.org/\\u003Cscript\\u003E> ."),
                                TURTLE + ":13",
                                ""),
                        fault(
                                "IRI with line breaks",
                                TURTLE,
                                append("id:vorn rdfs:seeAlso <http://e.org/\\u000D\\u000A> ."),
                                TURTLE + ":13",
                                ""),
                        fault(
                                "IRI that is a script",
                                TURTLE,
                                append("id:vorn rdfs:seeAlso <javascript:alert(1)> ."),
                                TURTLE + ":13",
                                "javascript"),
                        fault(
                                "impossible date in Turtle",
                                TURTLE,
                                append("id:vorn g:am '1987-02-30'^^<http://www.w3.org/2001/XMLSchema#date> ."),
                                TURTLE + ":13",
                                "1987-02-30"),
                        fault(
                                "bad language tag in Turtle",
                                TURTLE,
                                append("id:vorn rdfs:label 'x'@abcdefghijkl ."),
                                TURTLE + ":13",
                                ""),
                        fault(
                                "JSON-LD with a remote context",
                                "tables/mehr.jsonld",
                                good ->
                                        "{\"@context\": \"http://localhost:9/context\", \"@id\": \"https://garden.example/id/vorn\"}"
                                                .getBytes(StandardCharsets.UTF_8),
                                "tables/mehr.jsonld",
                                "context"),
                        fault(
                                "RDF/XML",
                                "tables/mehr.rdf",
                                good -> "<rdf:RDF/>".getBytes(StandardCharsets.UTF_8),
                                "tables/mehr.rdf",
                                "Turtle"),
                        fault(
                                "example query with an unknown prefix",
                                EXAMPLE + ".ttl",
                                replace("g:hoehe", "h:hoehe"),
                                EXAMPLE + ".ttl:14",
                                "Unresolved prefixed name: h:hoehe"),
                        fault(
                                "example query with another answer",
                                EXAMPLE + ".csv",
                                replace("12.5", "13"),
                                EXAMPLE + ".ttl:11",
                                "it lacks \"Birke,13\""))
                .map(Arguments.class::cast);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void isReportedAndChangesNothing(String name, Fault fault) throws IOException {
        Path file = publication.resolve(fault.file());
        Map<String, String> before = contents();
        Files.write(file, fault.edit().apply(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]));

        String report = publish(publication);

        String where = publication.resolve(fault.where()).toString();
        assertAll(
                () -> assertTrue(
                        report.lines().anyMatch(line -> line.startsWith(where) && line.contains(fault.says())),
                        () -> "expected " + where + " … " + fault.says() + "\nbut got\n" + report),
                () -> assertTrue(report.contains("Nothing was changed."), report),
                () -> assertEquals(before, contents()));
    }

    @Test
    void allProblemsOfARunAreReportedTogether() throws IOException {
        edit(CLAIMS, replace("1987-04", "1987-02-30").and(replace("hinten", "")));
        edit(PLANTS, replace("12.50", "hoch"));

        String report = publish(publication);

        assertTrue(report.contains("3 problems. Nothing was changed."), report);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreAccepted() throws IOException {
        edit(
                CLAIMS,
                good -> ("\uFEFF" + new String(good, StandardCharsets.UTF_8).replace("\n", "\r\n"))
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, String> before = contents();

        assertEquals("", publish(publication));

        assertEquals(before, contents());
    }

    private void edit(String file, Edit edit) throws IOException {
        Path path = publication.resolve(file);
        Files.write(path, edit.apply(Files.readAllBytes(path)));
    }

    /** Publishes and gives what was written to standard error, which is nothing if all went well. */
    private static String publish(Path publication) {
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        PrintStream err = System.err;
        PrintStream out = System.out;
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            int exit = Samizdat.run(
                    "publish",
                    "--publication",
                    publication.toString(),
                    "--home",
                    published.resolve("home").toString(),
                    "--data-ttl",
                    published.resolve("data-ttl").toString());
            String text = captured.toString(StandardCharsets.UTF_8);
            assertEquals(text.isEmpty() ? 0 : Samizdat.BAD_INPUT, exit, text);
            return text;
        } finally {
            System.setErr(err);
            System.setOut(out);
        }
    }

    /** What is published: each file of data-ttl, and the id of the current release. */
    private static Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(published.resolve("data-ttl"))) {
            files.forEach(file -> contents.put(file.toString(), read(file)));
        }
        contents.put(
                "current",
                Files.readSymbolicLink(published.resolve("home/current")).toString());
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments fault(String name, String file, Edit edit, String where, String says) {
        return Arguments.of(name, new Fault(file, edit, where, says));
    }

    private static Replacement replace(String what, String with) {
        return new Replacement(what, with);
    }

    /** A replacement of the first occurrence, which must be there: a test that changes nothing would prove nothing. */
    private record Replacement(String what, String with) implements Edit {
        @Override
        public byte[] apply(byte[] good) {
            String text = new String(good, StandardCharsets.UTF_8);
            assertTrue(text.contains(what), () -> what + " is not in\n" + text);
            int at = text.indexOf(what);
            return (text.substring(0, at) + with + text.substring(at + what.length())).getBytes(StandardCharsets.UTF_8);
        }

        Edit and(Edit next) {
            return good -> next.apply(apply(good));
        }
    }

    private static Edit append(String line) {
        return good -> (new String(good, StandardCharsets.UTF_8) + line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] inLatin1(byte[] good) {
        return new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withHugeCell(byte[] good) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(good);
        out.write("riese,Pflanze,".getBytes(StandardCharsets.UTF_8));
        out.write("x".repeat(100_000_000).getBytes(StandardCharsets.UTF_8));
        out.write(",,,\n".getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
