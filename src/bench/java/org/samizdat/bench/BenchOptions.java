package org.samizdat.bench;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What may be set, with the values that the published figures are measured with. */
public final class BenchOptions {
    @Option(names = "--folder", description = "Where data and results go (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("target/bench");

    @Option(names = "--maven", description = "The mvn to resolve peers with (default: ${DEFAULT-VALUE}).")
    private Path maven = Path.of("mvn");

    @Option(names = "--seed", description = "Of all generated data (default: ${DEFAULT-VALUE}).")
    private long seed = 1917;

    @Option(names = "--rounds", description = "How often each side has its turn (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--slow-rounds", description = "The same for the slowest peers (default: ${DEFAULT-VALUE}).")
    private int slowRounds = 1;

    @Option(names = "--rows", description = "Rows of the table that is converted (default: ${DEFAULT-VALUE}).")
    private int rows = 1_000_000;

    @Option(names = "--conversion-heap", description = "Heap of each converter (default: ${DEFAULT-VALUE}).")
    private String conversionHeap = "256m";

    @Option(names = "--things", description = "Things in the store, 20 triples each (default: ${DEFAULT-VALUE}).")
    private int things = 50_000;

    @Option(names = "--heap", description = "Heap of loaders and servers (default: ${DEFAULT-VALUE}).")
    private String heap = "3g";

    @Option(names = "--seconds", description = "Length of a window of load (default: ${DEFAULT-VALUE}).")
    private int seconds = 3;

    @Option(names = "--warm-up", description = "Seconds of load before measuring (default: ${DEFAULT-VALUE}).")
    private int warmUp = 30;

    @Option(names = "--many", description = "Things of the part million, 10 triples each (default: ${DEFAULT-VALUE}).")
    private int many = 1_000_000;

    @Option(names = "--pages", description = "Things of the part pages, 100 claims each (default: ${DEFAULT-VALUE}).")
    private int pages = 400;

    @Option(
            names = "--limits",
            split = ",",
            description = "Seconds that a query may take in the part hostile (default: ${DEFAULT-VALUE}).")
    private List<Integer> limits = List.of(2, 30);

    @Option(names = "--reuse", description = "Take data and stores that a run with the same options has left.")
    private boolean reuse;

    public Path folder() {
        return folder;
    }

    public Path maven() {
        return maven;
    }

    public long seed() {
        return seed;
    }

    public int rounds() {
        return rounds;
    }

    public int slowRounds() {
        return Math.min(slowRounds, rounds);
    }

    public int rows() {
        return rows;
    }

    public String conversionHeap() {
        return conversionHeap;
    }

    public int things() {
        return things;
    }

    public String heap() {
        return heap;
    }

    public int seconds() {
        return seconds;
    }

    public int warmUp() {
        return warmUp;
    }

    public int many() {
        return many;
    }

    public int pages() {
        return pages;
    }

    public List<Integer> limits() {
        return limits;
    }

    public boolean reuse() {
        return reuse;
    }
}
