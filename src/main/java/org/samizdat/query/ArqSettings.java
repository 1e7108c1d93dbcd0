package org.samizdat.query;

import java.lang.reflect.Field;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.expr.NodeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What holds for every query of this process, whoever runs it. */
public final class ArqSettings {
    private static final Logger LOG = LoggerFactory.getLogger(ArqSettings.class);

    private ArqSettings() {}

    /** Called once, before any dataset is opened: each dataset copies these settings. */
    public static void apply() {
        // No query may make this process call another host.
        ARQ.getContext().set(ARQ.httpServiceAllowed, false);
        switchOffValueCache();
    }

    /**
     * ARQ keeps the values of 10,000 terms for all queries of a process. Where there are more, keeping these books takes a third
     * to a half of a query's time, and what they save is the making of a small object. Jena has no setting for it.
     */
    private static void switchOffValueCache() {
        try {
            Field cache = NodeValue.class.getDeclaredField("nodeValueCache");
            cache.setAccessible(true);
            cache.set(null, CacheFactory.createNullCache());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "ARQ's cache of values cannot be switched off; queries over many terms will take longer. {}",
                    e.toString());
        }
    }
}
