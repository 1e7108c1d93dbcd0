package org.samizdat;

import java.util.List;

/** A subcommand: how it is asked for, and what it does. */
interface Command {
    String name();

    /** What it does, in a sentence for its help. */
    String purpose();

    List<Setting> settings();

    /** The names of what follows the options, all of which must be given. */
    default List<String> operands() {
        return List.of();
    }

    /**
     * Does it.
     *
     * @return the exit code
     * @throws UsageException if a value that was given makes no sense
     * @throws Exception for whatever else stands in the way; it becomes a message and an exit code
     */
    int run(Arguments given) throws Exception;
}
