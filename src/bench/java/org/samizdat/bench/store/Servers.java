package org.samizdat.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.FolderTree;
import org.samizdat.bench.Jvm;
import org.samizdat.bench.Run;
import org.samizdat.bench.Server;

/** The packaged Samizdat with a release, and stock Fuseki with a copy of that release's store. */
public final class Servers {
    public static final String SAMIZDAT = "Samizdat";
    public static final String STOCK = "stock Fuseki";

    private final BenchOptions options;
    private final Path folder;
    private final Path launcher;
    private final Jvm stock;

    private Servers(BenchOptions options, Path folder, Path launcher, Jvm stock) {
        this.options = options;
        this.folder = folder;
        this.launcher = launcher;
        this.stock = stock;
    }

    /** Unpacks the distribution, publishes N-Quads and copies the store. */
    public static Servers prepare(BenchOptions options, StoreData.Generated data)
            throws IOException, InterruptedException {
        return prepare(
                options,
                data.quads().getParent().getFileName().toString(),
                (launcher, home) -> Jvm.own(options.heap())
                        .command(PublishQuads.class.getName(), data.quads().toString(), home.toString()));
    }

    /** Unpacks the distribution, publishes the publication that is in it, and copies the store. */
    public static Servers ofPublication(BenchOptions options) throws IOException, InterruptedException {
        return prepare(
                options,
                "publication",
                (launcher, home) -> List.of(launcher.toString(), "publish", "--home", home.toString()));
    }

    private static Servers prepare(BenchOptions options, String name, BiFunction<Path, Path, List<String>> publishing)
            throws IOException, InterruptedException {
        Path folder = options.folder().resolve("servers-" + name).toAbsolutePath();
        Path home = folder.resolve("home");
        Path copy = folder.resolve("copy");
        if (!options.reuse() || !Files.exists(copy)) {
            FolderTree.delete(folder);
        }
        Files.createDirectories(folder);
        Path launcher = unpack(folder);
        if (!Files.exists(copy)) {
            Run.of(publishing.apply(launcher, home), folder.resolve("publish.log"));
            FolderTree.copy(home.resolve("current").toRealPath().resolve("store"), copy);
        }
        Files.deleteIfExists(copy.resolve("tdb.lock"));
        return new Servers(options, folder, launcher, Jvm.peer("fuseki", options.heap(), options));
    }

    /** The launcher of the distribution that {@code mvn package} left. */
    private static Path unpack(Path folder) throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            Path archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new CannotMeasureException("target has no distribution; run mvn package."));
            Run.of(List.of("tar", "-xzf", archive.toString(), "-C", folder.toString()), folder.resolve("tar.log"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.resolve("bin/samizdat"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Without fair use, and as it is otherwise. */
    public Server samizdat() throws IOException {
        return samizdat(options.heap(), "--fair-use", "off");
    }

    /**
     * Samizdat with options of one's own.
     *
     * @param heap as for {@code -Xmx}
     * @param further options of {@code samizdat serve}
     */
    public Server samizdat(String heap, String... further) throws IOException {
        int port = Server.freePort();
        List<String> command = new ArrayList<>(List.of(
                launcher.toString(),
                "serve",
                "--home",
                folder.resolve("home").toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(List.of(further));
        return Server.start(
                SAMIZDAT,
                command,
                Map.of("SAMIZDAT_JAVA_HOME", System.getProperty("java.home"), "SAMIZDAT_JAVA_OPTS", "-Xmx" + heap),
                port,
                folder.resolve("samizdat.log"));
    }

    /** Starts and stops Samizdat once, which makes the cache of classes of this installation. */
    public void startOnce(String query) throws IOException, InterruptedException {
        try (Server first = samizdat()) {
            first.secondsToAnswer(query);
        }
    }

    public Server stock() throws IOException {
        int port = Server.freePort();
        List<String> command = stock.command(
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--loc=" + folder.resolve("copy"),
                "--port=" + port,
                Server.SPARQL);
        return Server.start(STOCK, command, Map.of(), port, folder.resolve("fuseki.log"));
    }
}
