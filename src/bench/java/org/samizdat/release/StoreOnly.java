package org.samizdat.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeMap;

/** Loads a store as every release has it, with its census and statistics, and nothing around it. */
public final class StoreOnly {
    private StoreOnly() {}

    /** Loads the N-Quads named first into a new folder named second. */
    public static void main(String[] args) throws IOException {
        StoreLoader.load(source(Path.of(args[0])), Path.of(args[1]), (stage, done) -> {});
    }

    /** Generated N-Quads, as what a release is made of. */
    public static ReleaseSource source(Path quads) {
        return new ReleaseSource(
                quads,
                "https://w3id.org/anti-stalinist-left/",
                "https://w3id.org/anti-stalinist-left/graph/inferred",
                "generated",
                "Generated for a benchmark",
                "",
                LocalDate.EPOCH,
                "Samizdat",
                new TreeMap<>(),
                new TreeMap<>());
    }
}
