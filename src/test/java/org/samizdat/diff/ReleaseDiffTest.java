package org.samizdat.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.samizdat.publish.ReleaseFixture.BASE;
import static org.samizdat.publish.ReleaseFixture.LABEL;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.publish.ReleaseFixture;
import org.samizdat.release.Home;
import org.samizdat.release.Release;

class ReleaseDiffTest {
    @TempDir
    Path temp;

    @Test
    void theSameIsNoDifference() throws IOException {
        Path file = write("a.nq", things(1));
        ReleaseDiff diff = ReleaseDiff.between(file, file);
        assertTrue(diff.isEmpty());
        assertEquals("No difference.\n", text(diff));
    }

    @Test
    void claimsAndThingsAreToldApartWithTheirLabels() throws IOException {
        List<String> now = new ArrayList<>(things(2));
        now.replaceAll(line -> line.replace("Thing \\\"2\\\" – < > .", "Second"));
        now.addAll(things(3));
        now.add("<" + BASE + "ontology#after> " + LABEL + " \"comes after\"@en .");
        ReleaseDiff diff = ReleaseDiff.between(write("a.nq", things(1, 2)), write("b.nq", now));
        assertEquals("""
                Claims: 1 added, 1 removed, 0 changed.
                Things: 2 added, 1 removed, 1 changed.
                Other graphs: 2 quads differ.

                - id:claim-1: Thing \\"1\\" – < > . – comes after – id:thing-0

                + id:claim-3: Thing \\"3\\" – < > . – comes after – Second

                - id:thing-1: Thing \\"1\\" – < > .

                ~ id:thing-2: Second
                    - rdfs:label "Thing \\"2\\" – < > ."@en
                    + rdfs:label "Second"@en

                + id:thing-3: Thing \\"3\\" – < > .

                + o:after: comes after
                """, text(diff));
    }

    /** As <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a> says; Jena's own reader applies it. */
    @Test
    void thePatchMakesTheSecondReleaseOfTheFirst() throws IOException {
        List<String> now = new ArrayList<>(things(2, 3));
        now.add("<a:s> <a:p> \"x\\n\\u0001\"@en-GB <a:g> .");
        Path before = write("a.nq", things(1, 2, 4));
        Path after = write("b.nq", now);
        ByteArrayOutputStream patch = new ByteArrayOutputStream();
        ReleaseDiff.between(before, after).writePatch("0123456789abcdef", "fedcba9876543210", patch);
        DatasetGraph dataset = read(before);
        RDFPatchOps.applyChange(dataset, RDFPatchOps.read(new ByteArrayInputStream(patch.toByteArray())));
        assertEquals(quads(read(after)), quads(dataset));
        assertEquals(
                List.of(
                        "H id <urn:samizdat:release:fedcba9876543210> .",
                        "H prev <urn:samizdat:release:0123456789abcdef> .",
                        "TX ."),
                patch.toString().lines().limit(3).toList());
    }

    @Test
    void subjectsOfWhichOneBeginsWithTheOtherAreNotMixedUp() throws IOException {
        List<String> before = List.of("<a:x> <a:p> \"1\" .", "<a:x/y> <a:p> \"1\" .", "<a:xy> <a:p> \"1\" .");
        List<String> after = List.of("<a:x> <a:p> \"2\" .", "<a:x/y> <a:p> \"1\" .", "<a:z> <a:p> \"1\" .");
        ReleaseDiff diff = ReleaseDiff.between(write("a.nq", before), write("b.nq", after));
        assertEquals(
                List.of("CHANGED <a:x>", "REMOVED <a:xy>", "ADDED <a:z>"),
                diff.changes().stream()
                        .map(change -> change.kind() + " " + change.subject())
                        .toList());
    }

    @Test
    void whatIsNotSortedIsRefused() throws IOException {
        Path unsorted = temp.resolve("a.nq");
        Files.write(unsorted, List.of("<a:b> <a:p> \"1\" .", "<a:a> <a:p> \"1\" ."));
        IOException refused = assertThrows(IOException.class, () -> ReleaseDiff.between(unsorted, unsorted));
        assertTrue(refused.getMessage().contains("<a:a> <a:p>"), refused.getMessage());
    }

    @Test
    void theDumpsOfReleasesAreCompared() throws Exception {
        Home home = Home.at(temp.resolve("home"));
        ReleaseFixture.publish(home, ReleaseFixture.things(temp.resolve("1.nq"), 1));
        ReleaseFixture.publish(home, ReleaseFixture.things(temp.resolve("2.nq"), 2));
        try (Release previous =
                        Release.open(home.releaseFolder(home.previousId().orElseThrow()));
                Release current = home.openCurrent()) {
            ReleaseDiff diff = ReleaseDiff.between(previous.quads(), current.quads());
            assertEquals(2, diff.changes().size());
            assertEquals(1, diff.otherGraphs());
        }
    }

    private static List<String> things(int... numbers) {
        return IntStream.of(numbers)
                .mapToObj(ReleaseFixture::thing)
                .flatMap(List::stream)
                .toList();
    }

    private Path write(String name, List<String> lines) {
        return ReleaseFixture.source(temp.resolve(name), lines).quads();
    }

    private static String text(ReleaseDiff diff) {
        return diff.text(new TreeMap<>(
                Map.of("id", BASE + "id/", "o", BASE + "ontology#", "rdfs", "http://www.w3.org/2000/01/rdf-schema#")));
    }

    private static DatasetGraph read(Path file) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(dataset, () -> RDFParser.source(file).lang(Lang.NQUADS).parse(dataset));
        return dataset;
    }

    private static Set<Quad> quads(DatasetGraph dataset) {
        return Txn.calculateRead(dataset, () -> dataset.stream().collect(Collectors.toSet()));
    }
}
