package org.samizdat;

import java.nio.file.Path;
import java.util.Optional;
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

    /** A path of the installation: beside the launcher, or in the project's folder when run from Maven. */
    static Path installed(String path) {
        return Optional.ofNullable(System.getenv("SAMIZDAT_FOLDER"))
                .map(folder -> Path.of(folder, path))
                .orElseGet(() -> Path.of(path));
    }
}
