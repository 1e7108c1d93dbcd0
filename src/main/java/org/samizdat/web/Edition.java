package org.samizdat.web;

import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.samizdat.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is served of one release. Requests hold it while they use it; when it is not current any more and the
 * last of them has let it go, the release is closed.
 */
final class Edition {
    private static final Logger LOG = LoggerFactory.getLogger(Edition.class);

    private final Release release;
    private final Site site;
    private final Handler sparql;
    /** One for being current, and one for each request. Never rises again from 0. */
    private final AtomicInteger holders = new AtomicInteger(1);

    Edition(Release release, Site site, Handler sparql) {
        this.release = release;
        this.site = site;
        this.sparql = sparql;
    }

    String id() {
        return release.id();
    }

    Site site() {
        return site;
    }

    Handler sparql() {
        return sparql;
    }

    /** Whether the caller now holds this; if not, it is being closed. */
    boolean acquire() {
        int before = holders.get();
        while (before > 0 && !holders.compareAndSet(before, before + 1)) {
            before = holders.get();
        }
        return before > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            close();
        }
    }

    private void close() {
        try {
            sparql.stop();
        } catch (Exception e) {
            LOG.warn("The endpoint of release {} did not stop in good order.", id(), e);
        } finally {
            release.close();
        }
    }
}
