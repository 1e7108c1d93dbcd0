package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;
import org.samizdat.publication.RdfFile;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;

/** Runs the small publications under {@code cases}; each has a line that says why it is there. */
class ConversionTest {
    @TempDir
    private Path work;

    static Stream<String> cases() throws Exception {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(ConversionTest.class.getResource("cases").toURI());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void convertsAsExpected(String name) throws Exception {
        Path folder = folder().resolve(name);
        Problems problems = new Problems();
        Conversion.Result result = convert(folder, 1, problems);
        assertEquals(
                expected(folder, "expected-problems.txt"),
                lines(problems, folder),
                folder.resolve("why.txt")::toString);
        if (problems.isEmpty()) {
            assertEquals(expected(folder, "expected.nt"), triples(result));
            assertEquals(expected(folder, "expected-reifiers.nt"), Files.readString(result.reifiers()));
        }
    }

    private Conversion.Result convert(Path folder, int threads, Problems problems) throws IOException {
        Path out = Files.createTempDirectory(work, "out");
        Publication publication = Case.publication(folder);
        return new Conversion(publication, ontology(publication, problems), threads, Progress.SILENT)
                .run(out, problems);
    }

    private static Graph ontology(Publication publication, Problems problems) {
        return RdfFile.readAll(publication.ontology(), problems);
    }

    /** All triples, each source's after the name of the source. */
    private static String triples(Conversion.Result result) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Conversion.Source source : result.sources()) {
            all.append("# ").append(source.name()).append('\n').append(Files.readString(source.triples()));
            assertEquals(source.count(), Files.readAllLines(source.triples()).size());
        }
        return all.toString();
    }

    private static String lines(Problems problems, Path folder) {
        return problems.sorted().stream()
                .map(problem -> problem.toString().replace(folder + "/", "") + "\n")
                .collect(Collectors.joining());
    }

    private static String expected(Path folder, String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    /** Same input, same bytes. */
    @Test
    void dependsNeitherOnThreadsNorOnLocaleAndTimeZone() throws Exception {
        Path folder = work.resolve("generated");
        generate(folder, 3_000);
        Path once = turtle(folder, 1, "once");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertSameFiles(once, turtle(folder, 4, "again"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static void generate(Path folder, int rows) throws Exception {
        Files.createDirectories(folder);
        Path claims = folder().resolve("claims");
        for (String file :
                List.of("claims.csv-metadata.json", "claims.rq", "claims-asserted.rq", "ontology.ttl", "extra.ttl")) {
            Files.copy(claims.resolve(file), folder.resolve(file));
        }
        StringBuilder csv = new StringBuilder("id,subject,property,object,value,lang,standing\n");
        for (int i = 0; i < rows; i++) {
            csv.append(
                    i % 2 == 0
                            ? "c" + i + ",maria,knows,yannis,,,stated\n"
                            : "c" + i + ",yannis,motto,,İĞ-" + i % 7 + ",tr,said\n");
        }
        Files.writeString(folder.resolve("claims.csv"), csv);
    }

    private Path turtle(Path folder, int threads, String name) throws IOException {
        Problems problems = new Problems();
        Conversion.Result result = convert(folder, threads, problems);
        problems.throwIfAny();
        Path turtle = work.resolve(name);
        TurtleFolder.update(turtle, result, Files.createDirectory(work.resolve(name + "-work")), new TreeMap<>());
        Files.copy(result.reifiers(), turtle.resolve("reifiers.nt"));
        return turtle;
    }

    private static void assertSameFiles(Path one, Path other) throws IOException {
        List<String> names = names(one);
        assertEquals(names, names(other));
        assertTrue(names.contains("claims.ttl"));
        for (String name : names) {
            assertEquals(-1, Files.mismatch(one.resolve(name), other.resolve(name)), name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void findsTheRowThatASubjectComesFrom() throws Exception {
        Path folder = folder().resolve("claims");
        var claim = org.apache.jena.graph.NodeFactory.createURI(Case.BASE + "id/claim-c3");
        var person = org.apache.jena.graph.NodeFactory.createURI(Case.BASE + "id/yannis");
        var nobody = org.apache.jena.graph.NodeFactory.createURI(Case.BASE + "id/nobody");
        Publication publication = Case.publication(folder);
        var found = new Origins(publication, ontology(publication, new Problems())).of(List.of(claim, person, nobody));
        Problem problem = found.get(claim).problem("No.");
        assertEquals(folder.resolve("claims.csv") + ":4: No.", problem.toString());
        // claims.csv says something of the person first, but not what it is
        assertEquals(folder.resolve("extra.ttl"), found.get(person).file());
        assertEquals(2, found.size());
    }
}
