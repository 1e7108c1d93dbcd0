package org.samizdat.bench.load;

/**
 * What a while of load came to.
 *
 * @param requestsPerSecond answered requests
 * @param cpuMillis user and system time of the server for each
 */
public record Window(double requestsPerSecond, double cpuMillis) {
    static Window of(long requests, double seconds, double cpuSeconds) {
        return new Window(requests / seconds, cpuSeconds * 1e3 / requests);
    }
}
