package org.samizdat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.samizdat.query.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What the user may set, shared by the commands: the only reader of the environment. Paths that are not given lie below
 * the folder that the launcher names in {@code SAMIZDAT_FOLDER}, or below the working directory.
 */
final class Settings {
    static final class PublicationOptions {
        @Option(
                names = "--publication",
                paramLabel = "FOLDER",
                description = "The publication to read (default: src/main/publication).")
        private Path publication = installed("src/main/publication");

        Path publication() {
            return publication;
        }
    }

    static final class HomeOptions {
        @Option(
                names = "--home",
                paramLabel = "FOLDER",
                description = "Where releases are kept (default: ${DEFAULT-VALUE}).",
                defaultValue = "samizdat-home")
        private Path home;

        Path home() {
            return home;
        }
    }

    static final class AddressOptions {
        @Option(
                names = "--host",
                paramLabel = "NAME",
                description = "The address to listen on or to ask (default: ${DEFAULT-VALUE}).",
                defaultValue = "localhost")
        private String host;

        private int port;

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command;

        @Option(
                names = "--port",
                paramLabel = "NUMBER",
                description = "The port to listen on or to ask; 0 takes a free one (default: ${DEFAULT-VALUE}).",
                defaultValue = "3030")
        private void setPort(int number) {
            port = within(command, "--port", number, 0, 65_535);
        }

        String host() {
            return host;
        }

        int port() {
            return port;
        }
    }

    static final class LimitOptions {
        private Duration time;
        private int slots;

        @Spec(Spec.Target.MIXEE)
        private CommandSpec command;

        @Option(
                names = "--timeout",
                paramLabel = "SECONDS",
                description = "How long a query may take (default: ${DEFAULT-VALUE}).",
                defaultValue = "30")
        private void setTime(int seconds) {
            time = Duration.ofSeconds(within(command, "--timeout", seconds, 1, 3_600));
        }

        @Option(
                names = "--query-slots",
                paramLabel = "NUMBER",
                description = "How many queries run at the same time; 0 for one on each processor, two at least"
                        + " (default: ${DEFAULT-VALUE}).",
                defaultValue = "0")
        private void setSlots(int number) {
            slots = within(command, "--query-slots", number, 0, 1_000);
        }

        @Option(
                names = "--fair-use",
                paramLabel = "on|off",
                description = "Whether each client has a share of query time and errors a minute. Off is for benchmarks"
                        + " and conformance tests (default: ${DEFAULT-VALUE}).",
                defaultValue = "on")
        private Switch fairUse;

        @Option(
                names = "--service",
                paramLabel = "URL",
                description = "An endpoint that queries may ask with SERVICE; may be repeated. None unless named.")
        private List<String> services = List.of();

        @Option(
                names = "--trusted-proxy",
                paramLabel = "ADDRESS",
                description = "The IP address of a proxy whose X-Forwarded-For names the client; may be repeated.")
        private List<String> proxies = List.of();

        Limits limits() {
            Limits standard = Limits.standard();
            return standard.withTime(time)
                    .withSlots(slots == 0 ? standard.slots() : slots, standard.queue())
                    .withFairUse(fairUse == Switch.on ? standard.fairUse() : Optional.empty())
                    .withServices(services.stream().map(this::service).toList())
                    .withProxies(proxies);
        }

        /** Compared with what stands in a query, it stays as it is. */
        private String service(String address) {
            if (!isOnTheWeb(address)) {
                throw new ParameterException(
                        command.commandLine(), "--service takes an address with http or https, not " + address + ".");
            }
            return address;
        }

        private static boolean isOnTheWeb(String address) {
            try {
                URI parsed = new URI(address);
                return parsed.getHost() != null
                        && ("https".equals(parsed.getScheme()) || "http".equals(parsed.getScheme()));
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }

    private enum Switch {
        on,
        off
    }

    private Settings() {}

    /** @throws ParameterException if a number that the user gave is too small or too large */
    static int within(CommandSpec command, String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " takes a number from " + least + " to " + most + ", not " + number + ".");
        }
        return number;
    }

    /** The launcher that watches over this process, and does nothing else. */
    static Optional<ProcessHandle> launcher() {
        return Optional.ofNullable(System.getenv("SAMIZDAT_LAUNCHER"))
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)));
    }

    /** A path of the installation: beside the launcher, or in the project's folder when run from Maven. */
    static Path installed(String path) {
        return Optional.ofNullable(System.getenv("SAMIZDAT_FOLDER"))
                .map(folder -> Path.of(folder, path))
                .orElseGet(() -> Path.of(path));
    }
}
