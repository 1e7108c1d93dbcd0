package org.samizdat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One figure over the rounds, in their order. */
public record Series(List<Double> values) {
    public Series {
        values = List.copyOf(values);
    }

    public static Series of(List<Double> values) {
        return new Series(values);
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double min() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    public double max() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** This divided by another, round by round: both have met the same noise. */
    public Series over(Series other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return new Series(ratios);
    }

    /** With three digits that count. */
    public String text() {
        double median = median();
        return text(median >= 100 ? 0 : median >= 10 ? 1 : median >= 1 ? 2 : 3);
    }

    /** The median, and the range where there was more than one round. */
    public String text(int decimals) {
        String one = "%." + decimals + "f";
        return values.size() == 1
                ? String.format(Locale.ROOT, one, median())
                : String.format(Locale.ROOT, one + " (" + one + "–" + one + ")", median(), min(), max());
    }
}
