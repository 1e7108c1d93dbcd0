package org.samizdat;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.samizdat.query.ArqSettings;
import org.samizdat.query.CannotServeException;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.table.BadInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 all is well, 1 the input has problems, 2 wrong usage, 3 it cannot be done here and now. */
@Command(
        name = "samizdat",
        description = "Publishes curated, cited facts as Linked Data.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            PublishCommand.class,
            ServeCommand.class,
            DiffCommand.class,
            QueryCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 all is well, 1 the input has problems, 2 wrong usage, 3 it cannot be done here and now."
        })
public final class Samizdat implements Runnable {
    static final int BAD_INPUT = 1;
    static final int CANNOT = 3;

    @Spec
    private CommandSpec spec;

    private Samizdat() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command as from the shell. Gives its exit code. */
    static int run(String... args) {
        return commandLine()
                .setExecutionStrategy(Samizdat::execute)
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        report(failure, new PrintStream(System.err, true, StandardCharsets.UTF_8)))
                .execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Samizdat());
    }

    private static int execute(ParseResult parsed) {
        return Optional.ofNullable(CommandLine.executeHelpRequest(parsed)).orElseGet(() -> {
            if (parsed.hasSubcommand()) {
                ArqSettings.apply();
            }
            return new CommandLine.RunLast().execute(parsed);
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    private static int report(Exception failure, PrintStream err) {
        if (failure instanceof BadInputException bad) {
            bad.problems().forEach(err::println);
            err.println((bad.count() == 1 ? "One problem." : bad.count() + " problems.") + " Nothing was changed.");
            return BAD_INPUT;
        }
        err.println("samizdat: " + (isClear(failure) ? failure.getMessage() : plain(failure)));
        return CANNOT;
    }

    /** Whether the message was written for the person at the command line. */
    private static boolean isClear(Exception failure) {
        return failure instanceof HomeException
                || failure instanceof InvalidReleaseException
                || failure instanceof CannotServeException;
    }

    /** One line for what nobody foresaw: a full or read-only disk, most of the time. */
    private static String plain(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return "It cannot be done: " + cause.getClass().getSimpleName() + ": " + message;
    }
}
