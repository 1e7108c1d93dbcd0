package org.samizdat;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

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

        @Option(
                names = "--base",
                paramLabel = "IRI",
                description = "Publish under this base IRI instead of the publication's own.")
        private String base;

        Path publication() {
            return publication;
        }

        Optional<String> base() {
            return Optional.ofNullable(base);
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

        @Option(
                names = "--port",
                paramLabel = "NUMBER",
                description = "The port to listen on or to ask; 0 takes a free one (default: ${DEFAULT-VALUE}).",
                defaultValue = "3030")
        private int port;

        String host() {
            return host;
        }

        int port() {
            return port;
        }
    }

    private Settings() {}

    /** A path of the installation: beside the launcher, or in the project's folder when run from Maven. */
    static Path installed(String path) {
        return Optional.ofNullable(System.getenv("SAMIZDAT_FOLDER"))
                .map(folder -> Path.of(folder, path))
                .orElseGet(() -> Path.of(path));
    }
}
