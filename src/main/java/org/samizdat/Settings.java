package org.samizdat;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.samizdat.query.Limits;

/**
 * What the user may set, shared by the commands: the only reader of the environment. Paths that are not given lie below
 * the folder that the launcher names in {@code SAMIZDAT_FOLDER}, or below the working directory.
 */
final class Settings {
    static final Setting PUBLICATION =
            Setting.of("publication", "FOLDER", "The publication to read (default: src/main/publication).");

    static final Setting HOME =
            Setting.of("home", "FOLDER", "Where releases are kept.").orElse("samizdat-home");

    static final Setting HOST =
            Setting.of("host", "NAME", "The address to listen on or to ask.").orElse("localhost");

    static final Setting PORT = Setting.of("port", "NUMBER", "The port to listen on or to ask; 0 takes a free one.")
            .orElse("3030");

    private static final Setting TIMEOUT =
            Setting.of("timeout", "SECONDS", "How long a query may take.").orElse("30");

    private static final Setting SLOTS = Setting.of(
                    "query-slots",
                    "NUMBER",
                    "How many queries run at the same time; 0 for one on each processor, two at least.")
            .orElse("0");

    private static final Setting FAIR_USE = Setting.of(
                    "fair-use",
                    "on|off",
                    "Whether each client has a share of query time and errors a minute. Off is for benchmarks and conformance tests.")
            .orElse("on");

    private static final Setting SERVICE = Setting.of(
            "service", "URL", "An endpoint that queries may ask with SERVICE; may be repeated. None unless named.");

    private static final Setting PROXY = Setting.of(
            "trusted-proxy",
            "ADDRESS",
            "The IP address of a proxy whose X-Forwarded-For names the client; may be repeated.");

    /** What {@link #limits} reads. */
    static final List<Setting> LIMITS = List.of(TIMEOUT, SLOTS, FAIR_USE, SERVICE, PROXY);

    private static final int HIGHEST_PORT = 65_535;

    private Settings() {}

    static Path publication(Arguments given) {
        return given.given(PUBLICATION).map(Path::of).orElseGet(() -> installed("src/main/publication"));
    }

    static int port(Arguments given) {
        return given.number(PORT, 0, HIGHEST_PORT);
    }

    /** @throws UsageException if a limit is none */
    static Limits limits(Arguments given) {
        Limits standard = Limits.standard();
        int slots = given.number(SLOTS, 0, 1_000);
        return standard.withTime(Duration.ofSeconds(given.number(TIMEOUT, 1, 3_600)))
                .withSlots(slots == 0 ? standard.slots() : slots, standard.queue())
                .withFairUse(isFair(given.text(FAIR_USE)) ? standard.fairUse() : Optional.empty())
                .withServices(given.all(SERVICE).stream().map(Settings::service).toList())
                .withProxies(given.all(PROXY));
    }

    private static boolean isFair(String word) {
        return switch (word) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new UsageException("--fair-use takes on or off, not " + word + ".");
        };
    }

    private static String service(String address) {
        try {
            URI service = new URI(address);
            boolean web = "http".equals(service.getScheme()) || "https".equals(service.getScheme());
            if (web && service.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Falls through to the same complaint.
        }
        throw new UsageException("--service takes an address with http or https, not " + address + ".");
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
