package org.samizdat;

import org.apache.commons.cli.Option;

/**
 * An option of a command.
 *
 * @param name what is written behind {@code --}
 * @param value what its value is, in a word; empty if it takes none
 * @param meaning what it says, in a sentence for the help
 * @param standard the value when it is not given; empty if there is none
 */
record Setting(String name, String value, String meaning, String standard) {
    static Setting flag(String name, String meaning) {
        return new Setting(name, "", meaning, "");
    }

    static Setting of(String name, String value, String meaning) {
        return new Setting(name, value, meaning, "");
    }

    Setting orElse(String other) {
        return new Setting(name, value, meaning, other);
    }

    /** This setting as a parser of command lines knows it. */
    Option option() {
        return Option.builder()
                .longOpt(name)
                .hasArg(!value.isEmpty())
                .argName(value)
                .desc(standard.isEmpty() ? meaning : meaning.replaceFirst("\\.$", "") + " (default: " + standard + ").")
                .get();
    }
}
