package org.samizdat.bench;

import java.io.IOException;

/** One thing that is measured. */
public interface Part {
    /** The name by which the command line calls it, and its results file. */
    String name();

    /** @throws CannotMeasureException if a tool is missing, a side fails, or the sides' answers differ */
    Report run(BenchOptions options) throws IOException, InterruptedException;
}
