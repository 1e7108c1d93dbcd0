package org.samizdat;

import java.util.List;

/**
 * A subcommand: how it is asked for, and what it does.
 *
 * @param purpose what it does, in a sentence for its help
 * @param operands the names of what follows the options, all of which must be given
 */
record Command(String name, String purpose, List<Setting> settings, List<String> operands, Task task) {
    /** What a command does. */
    @FunctionalInterface
    interface Task {
        /**
         * Does it.
         *
         * @return the exit code
         * @throws UsageException if a value that was given makes no sense
         * @throws Exception for whatever else stands in the way; it becomes a message and an exit code
         */
        int run(Arguments given) throws Exception;
    }
}
