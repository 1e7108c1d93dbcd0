package org.samizdat.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.samizdat.Captured;
import org.samizdat.publish.ReleaseFixture;

/** What TDB2 does not notice by itself: a store that lost a file, or half of one, or a single bit. */
class ReleaseTest {
    private static Home published;
    private static String sound;
    private static String newer;

    @TempDir
    Path temp;

    private Home home;
    private Path damaged;

    @FunctionalInterface
    interface Damage {
        void to(Path release) throws IOException;
    }

    @BeforeAll
    static void publishTwo(@TempDir Path folder) {
        published = Home.at(folder.resolve("home"));
        sound = ReleaseFixture.publish(published, ReleaseFixture.things(folder.resolve("1.nq"), 20))
                .id();
        newer = ReleaseFixture.publish(published, ReleaseFixture.things(folder.resolve("2.nq"), 30))
                .id();
    }

    /** By cp, which keeps the holes in the store's files. */
    @BeforeEach
    void copyTheHome() throws IOException {
        Path copy = temp.resolve("home");
        Process cp = new ProcessBuilder(
                        "cp", "-a", "--sparse=always", published.folder().toString(), copy.toString())
                .inheritIO()
                .start();
        assertEquals(0, cp.onExit().join().exitValue());
        home = Home.at(copy);
        damaged = home.releaseFolder(newer);
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("a bit in an index", "store/Data-0001/POS.dat has other bytes", flipBit("POS.dat", 100)),
                damage("a bit in a hole", "store/Data-0001/GSPO.dat has other bytes", flipBit("GSPO.dat", 4_000_000)),
                damage(
                        "a bit in the nodes",
                        "store/Data-0001/nodes-data.obj has other bytes",
                        flipBit("nodes-data.obj", 500)),
                damage("half the nodes", "store/Data-0001/nodes-data.obj has", ReleaseTest::halveNodes),
                damage("an index gone", "store/Data-0001/OSP.idn is missing", delete("store/Data-0001/OSP.idn")),
                damage("no statistics", "store/Data-0001/stats.opt is missing", delete("store/Data-0001/stats.opt")),
                damage("a file too many", "a file that was not built with it: store/tdb.cfg", add("store/tdb.cfg")),
                damage("a dump gone", "dump/things.nq.gz is missing", delete("dump/things.nq.gz")),
                damage("an empty store", "store/Data-0001/", ReleaseTest::emptyStore),
                damage("no store", "is missing", ReleaseTest::noStore),
                damage("no manifest", "holds no complete release", delete("manifest.ttl")),
                damage("half a manifest", "manifest.ttl is cut off", ReleaseTest::halveManifest),
                damage("a changed manifest", "manifest.ttl is cut off or changed", ReleaseTest::changeManifest),
                damage("another answer", "answers otherwise than when it was built", ReleaseTest::changeAnswer));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void whatIsDamagedIsNotServedAndTheLastGoodOneIs(String name, String message, Damage damage) throws IOException {
        damage.to(damaged);
        InvalidReleaseException refused = assertThrows(InvalidReleaseException.class, () -> Release.open(damaged));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(refused.getMessage().contains(damaged.toString()), refused.getMessage());
        assertEquals(
                1,
                Captured.errors(() -> {
                            try (Release served = home.openCurrent()) {
                                assertEquals(sound, served.id());
                            }
                        })
                        .lines()
                        .filter(line -> line.contains("Serving release " + sound + " instead. " + refused.getMessage()))
                        .count());
    }

    @Test
    void withNoneSoundTheReasonsAreGiven() throws IOException {
        Files.delete(damaged.resolve("manifest.ttl"));
        Files.delete(home.releaseFolder(sound).resolve("manifest.ttl"));
        NoReleaseException refused = assertThrows(NoReleaseException.class, home::openCurrent);
        assertTrue(
                refused.getMessage().startsWith("No release in " + home.folder() + " is sound"), refused.getMessage());
        assertTrue(refused.getMessage().contains(sound), refused.getMessage());
    }

    @Test
    void anEmptyHomeSaysWhatToDo() {
        Home empty = Home.at(temp.resolve("empty"));
        assertEquals(
                "There is no release in " + empty.folder() + "; publish one first (samizdat publish).",
                assertThrows(NoReleaseException.class, empty::openCurrent).getMessage());
    }

    @Test
    void servingChangesNoFile() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Release release = Release.open(damaged)) {
                Txn.executeRead(release.dataset(), () -> assertEquals(240, count(release)));
            }
        }
        assertEquals(ManifestFile.read(damaged).files(), StoredFile.list(damaged));
    }

    @Test
    void twoOpeningsDoNotTakeTheStoreFromEachOther() throws Exception {
        try (Release first = Release.open(home.currentLink())) {
            Release.open(damaged).close();
            Txn.executeRead(first.dataset(), () -> assertEquals(240, count(first)));
        }
        try (Release again = Release.open(damaged)) {
            Txn.executeRead(again.dataset(), () -> assertEquals(240, count(again)));
        }
    }

    @Test
    void anOpenReleaseStaysWhatItIsWhenAnotherIsSwitchedTo() throws Exception {
        try (Release opened = home.openCurrent()) {
            home.switchTo(sound);
            assertEquals(damaged.toRealPath(), opened.folder());
            Txn.executeRead(opened.dataset(), () -> assertEquals(240, count(opened)));
        }
    }

    @Test
    void theStoreHasStatistics() throws IOException {
        List<String> statistics = Files.readAllLines(damaged.resolve("store/Data-0001/stats.opt"));
        assertTrue(
                statistics.stream().anyMatch(line -> line.strip().equals("(" + ReleaseFixture.LABEL + " 30)")),
                statistics.toString());
    }

    private static long count(Release release) {
        String query = "SELECT * WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
        try (QueryExec execution =
                QueryExec.dataset(release.dataset()).query(query).build()) {
            return execution.select().stream().count();
        }
    }

    private static Arguments damage(String name, String message, Damage damage) {
        return arguments(name, message, damage);
    }

    private static Damage flipBit(String file, long at) {
        return release -> {
            Path path = release.resolve("store/Data-0001").resolve(file);
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer one = ByteBuffer.allocate(1);
                channel.read(one, at);
                one.put(0, (byte) (one.get(0) ^ 0x10)).rewind();
                channel.write(one, at);
            }
        };
    }

    private static Damage delete(String file) {
        return release -> Files.delete(release.resolve(file));
    }

    private static Damage add(String file) {
        return release -> Files.writeString(release.resolve(file), "{}");
    }

    private static void halveNodes(Path release) throws IOException {
        Path nodes = release.resolve("store/Data-0001/nodes-data.obj");
        try (FileChannel channel = FileChannel.open(nodes, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
    }

    private static void noStore(Path release) throws IOException {
        Disk.delete(release.resolve("store"));
    }

    /** As after a load that was killed: TDB2 opens it, and answers with nothing. */
    private static void emptyStore(Path release) throws IOException {
        noStore(release);
        Files.createDirectory(release.resolve("store"));
        TDBInternal.expel(DatabaseMgr.connectDatasetGraph(Store.location(release.resolve("store"))));
    }

    private static void halveManifest(Path release) throws IOException {
        Path manifest = release.resolve("manifest.ttl");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.substring(0, text.length() / 2));
    }

    private static void changeManifest(Path release) throws IOException {
        Path manifest = release.resolve("manifest.ttl");
        Files.writeString(manifest, Files.readString(manifest).replace("Things", "Thongs"));
    }

    private static void changeAnswer(Path release) throws IOException {
        try {
            Manifest manifest = ManifestFile.read(release);
            List<Canary> canaries = new ArrayList<>(manifest.canaries());
            canaries.set(0, new Canary(canaries.getFirst().query(), "?p\t?o\n"));
            ManifestFile.write(release, ManifestFileTest.with(manifest, canaries));
        } catch (InvalidReleaseException e) {
            throw new AssertionError(e);
        }
    }
}
