package org.samizdat.query;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.sparql.expr.NodeValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ARQ keeps the values of 10,000 terms for all queries of a process. Where there are more, keeping these books takes a third
 * to a half of a query's time, and what they save is the making of a small object. Jena has no setting for it: see
 * {@code docs/adr/0007-arq-keeps-no-values.md}.
 */
final class ValueCache {
    private static final Logger LOG = LoggerFactory.getLogger(ValueCache.class);

    private ValueCache() {}

    /** For the whole process. Where it cannot be done, ARQ stays as it is: its answers are the same, but later. */
    static void switchOff() {
        try {
            cache().setVolatile(CacheFactory.createNullCache());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.warn(
                    "ARQ's cache of values cannot be switched off; queries over many terms will take longer. {}",
                    e.toString());
        }
    }

    private static VarHandle cache() throws ReflectiveOperationException {
        return MethodHandles.privateLookupIn(NodeValue.class, MethodHandles.lookup())
                .findStaticVarHandle(NodeValue.class, "nodeValueCache", Cache.class);
    }
}
