package org.samizdat.query;

import org.apache.jena.query.ARQ;

/** What holds for every query of this process, whoever runs it. */
public final class ArqSettings {
    private ArqSettings() {}

    /** Called once, before any dataset is opened: each dataset copies these settings. */
    public static void apply() {
        // No query may make this process call another host.
        ARQ.getContext().set(ARQ.httpServiceAllowed, false);
        ValueCache.switchOff();
    }
}
