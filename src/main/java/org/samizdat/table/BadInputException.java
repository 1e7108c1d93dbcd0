package org.samizdat.table;

import java.util.List;
import java.util.stream.Collectors;

/** The input cannot be published. Carries every problem found, not just the first. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final long count;

    BadInputException(List<Problem> problems, long count) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.count = count;
    }

    public BadInputException(Problem problem) {
        this(List.of(problem), 1);
    }

    public List<Problem> problems() {
        return problems;
    }

    /** How many there are; may be more than {@link #problems()} lists. */
    public long count() {
        return count;
    }
}
