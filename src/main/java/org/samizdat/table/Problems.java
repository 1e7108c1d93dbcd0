package org.samizdat.table;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The problems of one run, collected so that they are all reported together. Safe for use by several threads. */
public final class Problems {
    /** More than anyone mends in one sitting; beyond it problems are only counted. */
    private static final int KEPT = 1_000;

    private final TreeSet<Problem> kept = new TreeSet<>();
    private long count;

    public synchronized void add(Problem problem) {
        count += kept.add(problem) ? 1 : 0;
        if (kept.size() > KEPT) {
            kept.removeLast();
        }
    }

    public void addAll(Collection<Problem> problems) {
        problems.forEach(this::add);
    }

    public synchronized boolean isEmpty() {
        return count == 0;
    }

    /** The problems in order of file, row and column: the first {@value #KEPT} of them. */
    public synchronized List<Problem> sorted() {
        return List.copyOf(kept);
    }

    public synchronized long count() {
        return count;
    }

    /** @throws BadInputException with all problems, if there is any */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new BadInputException(sorted(), count());
        }
    }
}
