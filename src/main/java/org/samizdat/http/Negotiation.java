package org.samizdat.http;

import java.util.List;
import java.util.Optional;

/** Which variant of a document an {@code Accept} field asks for: proactive negotiation of RFC 9110 section 12.5.1. */
public final class Negotiation {
    private Negotiation() {}

    /**
     * The variant of the highest weight; of equal ones the first. A variant's weight is that of the narrowest range
     * that matches it.
     *
     * @param accept the field's value, several lines joined by commas; absent or blank accepts all
     * @param offered the variants there are, the preferred one first
     * @return empty where none is acceptable, or all are excluded by {@code q=0}
     */
    public static Optional<Variant> choose(Optional<String> accept, List<Variant> offered) {
        if (accept.filter(value -> !value.isBlank()).isEmpty()) {
            return offered.stream().findFirst();
        }
        List<MediaRange> ranges = MediaRange.parse(accept.get());
        Variant best = null;
        int highest = 0;
        for (Variant variant : offered) {
            int weight = weight(variant, ranges);
            if (weight > highest) {
                highest = weight;
                best = variant;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int weight(Variant variant, List<MediaRange> ranges) {
        int narrowest = -1;
        int weight = 0;
        for (MediaRange range : ranges) {
            int specificity = range.specificity(variant).orElse(-1);
            if (specificity > narrowest) {
                narrowest = specificity;
                weight = range.thousandths();
            } else if (specificity >= 0 && specificity == narrowest) {
                weight = Math.max(weight, range.thousandths());
            }
        }
        return weight;
    }
}
