package org.samizdat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.samizdat.release.Home;
import org.samizdat.web.Server;
import org.samizdat.web.ServerOptions;

final class ServeCommand {
    /** Start on a free port, answer a few requests of one's own, and end: what the class cache is made from. */
    private static final Setting REHEARSE = Setting.flag("rehearse", "");

    static final Command COMMAND = new Command(
            "serve",
            "Serves the current release, and each newer one that is published beside it.",
            Stream.of(List.of(Settings.HOME, Settings.HOST, Settings.PORT), Settings.LIMITS, List.of(REHEARSE))
                    .flatMap(List::stream)
                    .toList(),
            List.of(),
            ServeCommand::run);

    private ServeCommand() {}

    private static int run(Arguments given) throws IOException, InterruptedException {
        boolean rehearse = given.has(REHEARSE);
        ServerOptions options = new ServerOptions(
                given.text(Settings.HOST),
                rehearse ? 0 : Settings.port(given),
                Home.at(given.path(Settings.HOME)),
                Settings.installed("fuseki-config/samizdat.ttl"),
                ServerOptions.WATCH,
                Settings.limits(given));
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
