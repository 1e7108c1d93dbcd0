package org.samizdat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** What was given to a command: options in any order, and operands. */
final class Arguments {
    private final CommandLine line;

    private Arguments(CommandLine line) {
        this.line = line;
    }

    /** @throws UsageException if there is an option that the command does not have, or one without its value */
    static Arguments of(Command command, List<String> words) {
        Options options = new Options().addOption(Help.OPTION);
        command.settings().stream().map(Setting::option).forEach(options::addOption);
        try {
            CommandLine line = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(options, words.toArray(String[]::new));
            return new Arguments(line);
        } catch (MissingArgumentException missing) {
            throw new UsageException("--" + missing.getOption().getLongOpt() + " takes a value: "
                    + missing.getOption().getArgName() + ".");
        } catch (UnrecognizedOptionException unknown) {
            throw new UsageException(command.name() + " has no option " + unknown.getOption() + ".");
        } catch (ParseException e) {
            throw new UsageException(e.getMessage());
        }
    }

    boolean has(Setting setting) {
        return line.hasOption(setting.name());
    }

    boolean asksForHelp() {
        return line.hasOption(Help.OPTION);
    }

    /** What follows the options. */
    List<String> operands() {
        return line.getArgList();
    }

    Optional<String> given(Setting setting) {
        return Optional.ofNullable(line.getOptionValue(setting.name()));
    }

    /** The values of an option that may be repeated. */
    List<String> all(Setting setting) {
        return Optional.ofNullable(line.getOptionValues(setting.name()))
                .map(List::of)
                .orElse(List.of());
    }

    /** The value given, or the one that stands for it. */
    String text(Setting setting) {
        return given(setting).orElse(setting.standard());
    }

    Path path(Setting setting) {
        return Path.of(text(setting));
    }

    /** @throws UsageException if it is no whole number, or too small or too large */
    int number(Setting setting, int least, int most) {
        String text = text(setting);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same complaint.
        }
        throw new UsageException(
                "--" + setting.name() + " takes a number from " + least + " to " + most + ", not " + text + ".");
    }
}
