package org.samizdat.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.diff.Change;
import org.samizdat.publish.Publishing.Outcome;
import org.samizdat.publish.Publishing.Published;
import org.samizdat.release.History;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.Manifest;
import org.samizdat.release.Release;

class PublishingTest {
    private static final String INFERRED = ReleaseFixture.BASE + "graph/inferred";

    @TempDir
    Path temp;

    private Home home;

    @BeforeEach
    void home() {
        home = Home.at(temp.resolve("home"));
    }

    @Test
    void aPublishedReleaseIsServed() {
        Published published = publish(100);
        assertEquals(Outcome.NEW, published.outcome());
        try (Release release = home.openCurrent()) {
            Manifest manifest = release.manifest();
            assertEquals(published.id(), release.id());
            assertEquals(
                    Map.of(Manifest.DEFAULT_GRAPH, 700L, ReleaseFixture.BASE + "graph/rdf12", 100L),
                    manifest.triples());
            assertEquals(
                    Map.of(ReleaseFixture.BASE + "ontology#Thing", 100L, ReleaseFixture.RDF + "Statement", 100L),
                    manifest.classes());
            assertEquals(700, tripleCount(release));
            assertTrue(
                    String.join(", ", manifest.software())
                            .matches("Apache Jena \\d+\\.\\d+\\.\\d+, Samizdat 0\\.1\\.0"),
                    manifest.software()::toString);
            assertTrue(manifest.canaries().size() >= 12, "canaries for each index: " + manifest.canaries());
        }
    }

    @Test
    void theIdIsTheBeginningOfTheHashOfTheQuads() throws IOException {
        ReleaseSource source = things(3);
        String sum = run("sha256sum", source.quads().toString());
        assertEquals(sum.substring(0, 16), ReleaseFixture.publish(home, source).id());
    }

    @Test
    void theDumpsHoldTheLinesAndTheirSumsAgree() throws IOException {
        ReleaseSource source = things(10);
        Path dump =
                home.releaseFolder(ReleaseFixture.publish(home, source).id()).resolve("dump");
        List<String> lines = Files.readAllLines(source.quads());
        assertEquals(lines, ReleaseFixture.lines(dump.resolve("things.nq.gz")));
        List<String> triples =
                lines.stream().filter(line -> !line.contains("graph/rdf12")).toList();
        assertEquals(triples, ReleaseFixture.lines(dump.resolve("things.nt.gz")));
        run("sh", "-c", "cd " + dump + " && sha256sum --check --strict SHA256SUMS");
        run("sh", "-c", "cd " + dump + " && gunzip --keep *.gz && sha256sum --check --strict SHA256SUMS.uncompressed");
    }

    @Test
    void oneDumpLeavesOutWhatWasInferred() throws IOException {
        List<String> stated = List.of(
                "<a:s> <a:p> <" + INFERRED + "> .",
                "<a:s> <a:p> \"1\" .",
                "<a:s> <a:p> \"1\"@en .",
                "<a:z> <a:p> <a:o> .");
        List<String> inferred = List.of("<a:s> <a:p> \"12\" .", "<a:s> <a:p> <a:o> .", "<a:zz> <a:p> <a:o> .");
        List<String> lines = new ArrayList<>(stated);
        for (String triple : inferred) {
            String before = triple.substring(0, triple.length() - 1);
            lines.addAll(List.of(triple, before + "<a:g> .", before + "<" + INFERRED + "> .", before + "<z:g> ."));
        }
        lines.add("<a:z> <a:p> <a:o> <" + INFERRED + "-not> .");

        String id = ReleaseFixture.publish(home, ReleaseFixture.source(temp.resolve("in.nq"), lines))
                .id();

        assertEquals(
                stated.stream().sorted().toList(),
                ReleaseFixture.lines(home.releaseFolder(id).resolve("dump/things.stated.nt.gz")));
    }

    @Test
    void theDumpsAreTheSameBytesInTwoHomes() throws IOException {
        ReleaseSource source = things(10);
        Home other = Home.at(temp.resolve("other"));
        String dump = ReleaseFixture.publish(home, source).id() + "/dump/things.nq.gz";
        ReleaseFixture.publish(other, source);
        assertArrayEquals(
                Files.readAllBytes(home.releasesFolder().resolve(dump)),
                Files.readAllBytes(other.releasesFolder().resolve(dump)));
    }

    @Test
    void theSameResultMakesNoNewRelease() throws IOException {
        Published first = publish(5);
        Path manifest = home.releaseFolder(first.id()).resolve("manifest.ttl");
        Object before = Files.getAttribute(manifest, "unix:ino");
        assertEquals(new Published(first.id(), Outcome.UNCHANGED), publish(5));
        assertEquals(before, Files.getAttribute(manifest, "unix:ino"));
        assertEquals(List.of(first.id()), home.ids());
    }

    @Test
    void theSameResultIsRecognisedWhileTheReleaseIsServed() {
        Published first = publish(5);
        try (Release served = home.openCurrent()) {
            assertEquals(Outcome.UNCHANGED, publish(5).outcome());
            assertEquals(35, tripleCount(served));
        }
        assertEquals(Optional.of(first.id()), home.currentId());
    }

    @Test
    void anOlderResultIsSwitchedBackTo() {
        String first = publish(1).id();
        String second = publish(2).id();
        assertEquals(new Published(first, Outcome.SWITCHED_BACK), publish(1));
        assertEquals(Optional.of(first), home.currentId());
        assertEquals(Optional.of(second), home.previousId());
        assertEquals(List.of(second, first), home.ids());
    }

    @Test
    void whatEachReleaseChangedIsRemembered() throws IOException {
        String first = publish(1).id();
        String second = publish(2).id();
        publish(2);
        publish(1);
        List<History.Step> steps = home.history(first).steps();
        assertEquals(
                List.of(first, second, first),
                steps.stream().map(History.Step::release).toList());
        assertEquals(
                List.of(false, true, true),
                steps.stream().map(History.Step::compared).toList());
        assertEquals(
                Map.of(
                        ReleaseFixture.BASE + "id/thing-2", new History.Fate(Change.Kind.ADDED, false),
                        ReleaseFixture.BASE + "id/claim-2", new History.Fate(Change.Kind.ADDED, true)),
                steps.get(1).records());
        assertEquals(
                Set.of(new History.Fate(Change.Kind.REMOVED, false), new History.Fate(Change.Kind.REMOVED, true)),
                Set.copyOf(steps.get(2).records().values()));
    }

    /** As when a run is killed between writing the history and switching. */
    @Test
    void aReleaseThatWasNotSwitchedToIsForgotten() throws IOException {
        String first = publish(1).id();
        publish(2);
        home.switchTo(first);
        String third = publish(3).id();
        assertEquals(
                List.of(first, third),
                home.history(third).steps().stream().map(History.Step::release).toList());
    }

    @Test
    void aHistoryThatCannotBeReadStopsPublishingAndSaysWhere() throws IOException {
        String first = publish(1).id();
        Files.writeString(home.folder().resolve("history.tsv"), "nonsense");
        HomeException refused = assertThrows(HomeException.class, () -> publish(2));
        assertTrue(refused.getMessage().contains("history.tsv cannot be understood at line 1"), refused.getMessage());
        assertEquals(Optional.of(first), home.currentId());
    }

    @Test
    void aDamagedReleaseIsBuiltAgain() throws IOException {
        Published first = publish(5);
        Files.delete(home.releaseFolder(first.id()).resolve("store/Data-0001/SPO.dat"));
        assertEquals(new Published(first.id(), Outcome.NEW), publish(5));
        home.openCurrent().close();
        assertEquals(Set.of(first.id()), names(home.releasesFolder()));
    }

    @Test
    void theNewestAreKept() {
        List<String> ids = new ArrayList<>();
        for (int things = 1; things <= 5; things++) {
            ids.add(publish(things).id());
        }
        assertEquals(ids.subList(2, 5), home.ids());
        assertEquals(Set.copyOf(ids.subList(2, 5)), names(home.releasesFolder()));
    }

    @Test
    void whatIsOpenIsNotRemoved() throws IOException {
        String first = publish(1).id();
        try (Release served = home.openCurrent()) {
            for (int things = 2; things <= 5; things++) {
                publish(things);
            }
            assertTrue(home.ids().contains(first));
            assertEquals(7, tripleCount(served));
        }
        publish(6);
        assertFalse(home.ids().contains(first));
    }

    @Test
    void everyStageIsReported() {
        Set<Stage> reported = EnumSet.noneOf(Stage.class);
        try (Publishing publishing = Publishing.start(home)) {
            publishing.publish(things(1), 3, (stage, done) -> reported.add(stage));
        }
        assertEquals(EnumSet.allOf(Stage.class), reported);
    }

    @Test
    void onlyOneMayPublish() {
        try (Publishing first = Publishing.start(home)) {
            HomeException refused = assertThrows(HomeException.class, () -> Publishing.start(home));
            assertEquals(
                    "Another process is publishing to " + home.folder() + "; wait until it has ended.",
                    refused.getMessage());
            first.publish(things(1), 3, (stage, done) -> {});
        }
        publish(2);
    }

    @Test
    void aStoreThatHoldsLessThanItsQuadsIsRefused() throws IOException {
        Published before = publish(1);
        ReleaseSource source = things(2);
        List<String> lines = new ArrayList<>(Files.readAllLines(source.quads()));
        lines.add(1, lines.getFirst());
        ReleaseSource twice = ReleaseFixture.source(source.quads(), lines);
        HomeException refused = assertThrows(HomeException.class, () -> ReleaseFixture.publish(home, twice));
        assertTrue(refused.getMessage().contains("there twice"), refused.getMessage());
        assertEquals(Optional.of(before.id()), home.currentId());
        assertEquals(Set.of(before.id()), names(home.releasesFolder()));
    }

    @Test
    void quadsThatDoNotParseLeaveNothingBehind() {
        Published before = publish(1);
        ReleaseSource broken = ReleaseFixture.source(temp.resolve("broken.nq"), List.of("<https://example.org/a> ."));
        assertThrows(HomeException.class, () -> ReleaseFixture.publish(home, broken));
        assertEquals(Set.of(before.id()), names(home.releasesFolder()));
        home.openCurrent().close();
    }

    @Test
    void anEmptyReleaseIsOneToo() {
        ReleaseFixture.publish(home, ReleaseFixture.source(temp.resolve("empty.nq"), List.of()));
        try (Release release = home.openCurrent()) {
            assertEquals(Map.of(), release.manifest().triples());
            assertEquals(0, tripleCount(release));
        }
    }

    private Published publish(int things) {
        return ReleaseFixture.publish(home, things(things));
    }

    private ReleaseSource things(int count) {
        return ReleaseFixture.things(temp.resolve(count + ".nq"), count);
    }

    private static int tripleCount(Release release) {
        return Txn.calculateRead(
                release.dataset(),
                () -> release.dataset()
                        .getDefaultGraph()
                        .find(Node.ANY, Node.ANY, Node.ANY)
                        .toList()
                        .size());
    }

    private static Set<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return Set.copyOf(all.map(path -> path.getFileName().toString()).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.onExit().join().exitValue(), output);
        return output;
    }
}
