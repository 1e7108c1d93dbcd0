package org.samizdat;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.samizdat.query.ArqSettings;
import org.samizdat.query.CannotServeException;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.table.BadInputException;

/** The command line. Exit codes: 0 all is well, 1 the input has problems, 2 wrong usage, 3 it cannot be done here and now. */
public final class Samizdat {
    static final int BAD_INPUT = 1;
    static final int WRONG_USAGE = 2;
    static final int CANNOT = 3;

    private static final List<Command> COMMANDS = List.of(
            BuildCommand.COMMAND,
            CheckCommand.COMMAND,
            PublishCommand.COMMAND,
            ServeCommand.COMMAND,
            DiffCommand.COMMAND,
            QueryCommand.COMMAND);

    private Samizdat() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command as from the shell. Gives its exit code. */
    static int run(String... args) {
        try {
            return dispatch(List.of(args));
        } catch (Exception failure) {
            return report(failure, new PrintStream(System.err, true, StandardCharsets.UTF_8));
        }
    }

    private static int dispatch(List<String> words) throws Exception {
        String first = words.isEmpty() ? "" : words.getFirst();
        return switch (first) {
            case "-h", "--help" -> say(Help.of(COMMANDS));
            case "-V", "--version" -> say("samizdat " + Version.text() + "\n");
            default -> run(command(first), words.subList(Math.min(1, words.size()), words.size()));
        };
    }

    private static int run(Command command, List<String> words) throws Exception {
        Arguments given = Arguments.of(command, words);
        if (given.asksForHelp()) {
            return say(Help.of(command));
        }
        if (given.operands().size() != command.operands().size()) {
            throw new UsageException(command.name() + " takes "
                    + (command.operands().isEmpty() ? "only options" : String.join(" and ", command.operands()))
                    + ", not: " + String.join(" ", given.operands()));
        }
        ArqSettings.apply();
        return command.task().run(given);
    }

    /** @throws UsageException if there is no such command */
    static Command command(String name) {
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        (name.isEmpty() ? "Name a command: " : "There is no command " + name + ", only ")
                                + COMMANDS.stream().map(Command::name).collect(Collectors.joining(", ")) + "."));
    }

    private static int say(String text) {
        System.out.print(text);
        return 0;
    }

    private static int report(Exception failure, PrintStream err) {
        if (failure instanceof BadInputException bad) {
            bad.problems().forEach(err::println);
            err.println((bad.count() == 1 ? "One problem." : bad.count() + " problems.") + " Nothing was changed.");
            return BAD_INPUT;
        }
        if (failure instanceof UsageException) {
            err.println("samizdat: " + failure.getMessage());
            err.println("samizdat --help names the commands, samizdat COMMAND --help the options of one.");
            return WRONG_USAGE;
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
