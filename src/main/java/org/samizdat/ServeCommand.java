package org.samizdat;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Serves the current release, and each newer one that is published beside it.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private Settings.HomeOptions home;

    @Mixin
    private Settings.AddressOptions address;

    @Mixin
    private Settings.LimitOptions limits;

    @Option(
            names = "--rehearse",
            hidden = true,
            description =
                    "Start on a free port, answer a few requests of one's own, and end: what the class cache is made from.")
    private boolean rehearse;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerOptions options = new ServerOptions(
                address.host(),
                rehearse ? 0 : address.port(),
                Home.at(home.home()),
                Settings.installed("fuseki-config/samizdat.ttl"),
                ServerOptions.WATCH,
                limits.limits());
        Server server = Server.start(options);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        if (rehearse) {
            new Rehearsal(server.address()).run();
            return 0;
        }
        // Without it nobody could stop this process by what they started.
        Settings.launcher().ifPresent(launcher -> launcher.onExit().thenRun(() -> System.exit(0)));
        say(server.address());
        Thread.currentThread().join();
        return 0;
    }

    private static void say(URI at) {
        System.out.printf("""

                Serving. Look at
                  %s        the pages
                  %ssparql  the SPARQL endpoint
                Stop with Ctrl-C.
                """, at, at);
    }
}
