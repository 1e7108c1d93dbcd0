package org.samizdat.bench.load;

import java.util.List;

/**
 * How long single requests took.
 *
 * @param millis in increasing order
 */
public record Latencies(List<Double> millis) {
    public Latencies {
        millis = millis.stream().sorted().toList();
    }

    public double p99() {
        return below(0.99);
    }

    public double median() {
        return below(0.5);
    }

    private double below(double share) {
        return millis.get((int) (millis.size() * share));
    }
}
