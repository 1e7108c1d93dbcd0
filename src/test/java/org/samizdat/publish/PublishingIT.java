package org.samizdat.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samizdat.Tmpfs;
import org.samizdat.publish.Publishing.Published;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.Release;

/** Publishing that is killed, that runs out of disk, that may not write, that meets another process. */
class PublishingIT {
    /** Enough that the loader reports how far it is. */
    private static final int MANY = 300;

    @TempDir
    Path temp;

    private Home home;
    private Published before;

    @BeforeEach
    void publishOne() {
        home = Home.at(temp.resolve("home"));
        before = ReleaseFixture.publish(home, ReleaseFixture.things(temp.resolve("before.nq"), 10));
    }

    static Stream<Arguments> stages() {
        return Stream.concat(
                Stream.of(Stage.values()).map(stage -> arguments(stage, 0L)),
                Stream.of(arguments(Stage.LOADING, 1_000L)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("stages")
    void aKilledPublishingLeavesWhatIsServedAndNothingToCleanByHand(Stage stage, long done) throws Exception {
        ReleaseSource source = ReleaseFixture.things(temp.resolve("next.nq"), MANY);
        try (ChildProcess child = ChildProcess.publishing(home, source, MANY, stage, done)) {
            child.awaitLine("waiting");
            assertEquals("Another process is publishing to", refusal().substring(0, 32));
            child.kill();
        }
        String expected = stage == Stage.PRUNING ? ReleaseBuilder.id(source.quads()) : before.id();
        try (Release served = home.openCurrent()) {
            assertEquals(expected, served.id());
        }
        Published next = ReleaseFixture.publish(home, source);
        assertEquals(Optional.of(next.id()), home.currentId());
        home.openCurrent().close();
        assertEquals(List.of(before.id(), next.id()), home.ids());
        assertEquals(List.of(), leftovers());
    }

    private String refusal() {
        return assertThrows(HomeException.class, () -> Publishing.start(home)).getMessage();
    }

    @Test
    void aStoreInUseByAnotherProcessIsSaidToBe() throws Exception {
        try (ChildProcess child = ChildProcess.serving(home)) {
            child.awaitLine("waiting");
            HomeException refused = assertThrows(HomeException.class, home::openCurrent);
            assertTrue(refused.getMessage().contains("is in use by another process"), refused.getMessage());
            assertTrue(refused.getMessage().contains("held by process " + child.pid()), refused.getMessage());
            assertIsNotVerifiedWhileInUse();
            publish(11);
            publish(12);
            publish(13);
            assertTrue(home.ids().contains(before.id()), "a release that a process has open is not pruned");
        }
        publish(14);
        assertEquals(3, home.ids().size());
    }

    /** Who waits for it asks again each second. */
    private void assertIsNotVerifiedWhileInUse() throws IOException {
        Path folder = home.releaseFolder(before.id());
        Path dump = folder.resolve("dump/things.nq.gz");
        Files.move(dump, temp.resolve("dump"));
        assertThrows(HomeException.class, () -> Release.open(folder));
        Files.move(temp.resolve("dump"), dump);
    }

    /** When the store is made, and half-way through loading it. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000})
    void aFullDiskEndsTheBuildAtOnceAndHarmsNothing(long loaded) throws Exception {
        try (Tmpfs disk = Tmpfs.mount(temp.resolve("disk"), "64m")) {
            Home small = Home.at(disk.folder().resolve("home"));
            Published first = ReleaseFixture.publish(small, ReleaseFixture.things(temp.resolve("1.nq"), 10));
            ReleaseSource source = ReleaseFixture.things(temp.resolve("2.nq"), MANY);
            Path filler = disk.folder().resolve("filler");
            try (Publishing publishing = Publishing.start(small)) {
                HomeException failed = assertThrows(
                        HomeException.class,
                        () -> publishing.publish(source, 3, (stage, done) -> {
                            if (stage == Stage.LOADING && done == loaded) {
                                Tmpfs.fill(filler);
                            }
                        }));
                assertTrue(failed.getMessage().contains("The disk is full"), failed.getMessage());
            }
            try (Release served = small.openCurrent()) {
                assertEquals(first.id(), served.id());
            }
            Files.delete(filler);
            ReleaseFixture.publish(small, source);
            small.openCurrent().close();
        }
    }

    @Test
    void aDiskWithTooLittleRoomIsNotBegunWith() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(temp.resolve("disk"), "16m")) {
            Home small = Home.at(disk.folder().resolve("home"));
            ReleaseSource source = ReleaseFixture.things(temp.resolve("1.nq"), 10);
            HomeException refused = assertThrows(HomeException.class, () -> ReleaseFixture.publish(small, source));
            assertTrue(refused.getMessage().startsWith("There is not enough room in"), refused.getMessage());
        }
    }

    @Test
    void aReadOnlyHomeIsSaidToBe() throws Exception {
        try (Tmpfs disk = Tmpfs.mount(temp.resolve("disk"), "64m")) {
            Home locked = Home.at(disk.folder().resolve("home"));
            ReleaseSource source = ReleaseFixture.things(temp.resolve("1.nq"), 10);
            ReleaseFixture.publish(locked, source);
            disk.makeReadOnly();
            HomeException notOpened = assertThrows(HomeException.class, locked::openCurrent);
            assertTrue(notOpened.getMessage().contains("read-only"), notOpened.getMessage());
            HomeException notPublished =
                    assertThrows(HomeException.class, () -> ReleaseFixture.publish(locked, source));
            assertTrue(notPublished.getMessage().startsWith("Cannot write in"), notPublished.getMessage());
        }
    }

    private void publish(int things) {
        ReleaseFixture.publish(home, ReleaseFixture.things(temp.resolve(things + ".nq"), things));
    }

    private List<String> leftovers() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path folder : List.of(home.folder(), home.releasesFolder())) {
            try (Stream<Path> all = Files.list(folder)) {
                all.map(path -> path.getFileName().toString())
                        .filter(name -> name.startsWith("."))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
