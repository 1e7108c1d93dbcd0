package org.samizdat.bench.store;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.CannotMeasureException;
import org.samizdat.bench.FolderTree;
import org.samizdat.bench.Jvm;
import org.samizdat.bench.Run;
import org.samizdat.bench.Server;

/** The packaged Samizdat with a release, and stock Fuseki with a copy of that release's store. */
final class Servers {
    static final String SAMIZDAT = "Samizdat";
    static final String STOCK = "stock Fuseki";

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

    /** Unpacks the distribution, publishes the data and copies the store. */
    static Servers prepare(BenchOptions options, StoreData.Generated data) throws IOException, InterruptedException {
        Path folder = options.folder().resolve("servers").toAbsolutePath();
        FolderTree.delete(folder);
        Files.createDirectories(folder);
        Path home = folder.resolve("home");
        Run.of(
                Jvm.own(options.heap())
                        .command(PublishQuads.class.getName(), data.quads().toString(), home.toString()),
                folder.resolve("publish.log"));
        FolderTree.copy(home.resolve("current").toRealPath().resolve("store"), folder.resolve("copy"));
        Files.deleteIfExists(folder.resolve("copy/tdb.lock"));
        return new Servers(options, folder, unpack(folder), Jvm.peer("fuseki", options.heap(), options));
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

    Server samizdat() throws IOException {
        int port = Server.freePort();
        return Server.start(
                SAMIZDAT,
                List.of(
                        launcher.toString(),
                        "serve",
                        "--home",
                        folder.resolve("home").toString(),
                        "--port",
                        Integer.toString(port),
                        "--fair-use",
                        "off"),
                Map.of(
                        "SAMIZDAT_JAVA_HOME",
                        System.getProperty("java.home"),
                        "SAMIZDAT_JAVA_OPTS",
                        "-Xmx" + options.heap()),
                endpoint(port),
                folder.resolve("samizdat.log"));
    }

    Server stock() throws IOException {
        int port = Server.freePort();
        List<String> command = stock.command(
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--loc=" + folder.resolve("copy"),
                "--port=" + port,
                "/sparql");
        return Server.start(STOCK, command, Map.of(), endpoint(port), folder.resolve("fuseki.log"));
    }

    private static URI endpoint(int port) {
        return URI.create("http://localhost:" + port + "/sparql");
    }
}
