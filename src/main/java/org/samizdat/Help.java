package org.samizdat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.text.WordUtils;

/** What {@code --help} says. */
final class Help {
    static final Option OPTION =
            Option.builder("h").longOpt("help").desc("Show this help.").get();

    private static final Option VERSION =
            Option.builder("V").longOpt("version").desc("Show the version.").get();

    private static final String EXIT_CODES =
            "Exit codes: 0 all is well, 1 the input has problems, 2 wrong usage, 3 it cannot be done here and now.";

    private static final int WIDTH = 100;
    private static final int INDENT = 13;

    private Help() {}

    static String of(List<Command> commands) {
        String names = commands.stream()
                .map(command -> "  %-10s %s%n".formatted(command.name(), hanging(command.purpose())))
                .collect(Collectors.joining());
        return page(
                        "samizdat COMMAND",
                        "Publishes curated, cited facts as Linked Data.",
                        Stream.of(OPTION, VERSION),
                        "")
                + "\n" + names + "\n" + EXIT_CODES + "\n";
    }

    private static String hanging(String text) {
        return WordUtils.wrap(text, WIDTH - INDENT, "\n" + " ".repeat(INDENT), false);
    }

    static String of(Command command) {
        String operands = command.operands().stream().map(" "::concat).collect(Collectors.joining());
        return page(
                "samizdat " + command.name() + " [options]" + operands,
                command.purpose(),
                Stream.concat(
                        Stream.of(OPTION),
                        command.settings().stream()
                                .filter(setting -> !setting.meaning().isEmpty())
                                .map(Setting::option)),
                EXIT_CODES);
    }

    private static String page(String syntax, String purpose, Stream<Option> options, String footer) {
        StringBuilder page = new StringBuilder();
        TextHelpAppendable text = new TextHelpAppendable(page);
        text.setMaxWidth(WIDTH);
        text.setLeftPad(0);
        text.setIndent(0);
        HelpFormatter formatter = HelpFormatter.builder()
                .setShowSince(false)
                .setHelpAppendable(text)
                .get();
        formatter.setSyntaxPrefix("Usage:");
        try {
            formatter.printHelp(syntax, purpose, options.toList(), footer, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString().strip() + "\n";
    }
}
