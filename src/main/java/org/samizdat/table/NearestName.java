package org.samizdat.table;

import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Looks among names for the one that was probably meant by a name that does not exist. */
public final class NearestName {
    private static final JaroWinklerSimilarity ALIKE = new JaroWinklerSimilarity();

    /** Below this, two names are rather two names than one and its misspelling. */
    private static final double ENOUGH = 0.9;

    private final String wrong;
    private double likeness = ENOUGH;
    private String best;

    public NearestName(String wrong) {
        this.wrong = wrong.toLowerCase(Locale.ROOT);
    }

    /** A name that exists. */
    public void offer(String name) {
        double its = ALIKE.apply(wrong, name.toLowerCase(Locale.ROOT));
        if (its > likeness) {
            likeness = its;
            best = name;
        }
    }

    /** The name most like the wrong one, the first offered of several; none where no name is like it. */
    public Optional<String> best() {
        return Optional.ofNullable(best);
    }
}
