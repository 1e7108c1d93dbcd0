package org.samizdat.web;

import java.util.concurrent.atomic.AtomicInteger;
import org.samizdat.query.QueryData;
import org.samizdat.query.ServiceDescription;
import org.samizdat.release.Release;

/**
 * Everything that is served of one release. Requests hold it while they use it; when it is not current any more and the
 * last of them has let it go, the release is closed.
 */
final class Edition {
    private final Release release;
    private final Site site;
    private final QueryData queryData;
    private final ServiceDescription description;
    /** One for being current, and one for each request. Never rises again from 0. */
    private final AtomicInteger holders = new AtomicInteger(1);

    Edition(Release release, Site site, QueryData queryData, ServiceDescription description) {
        this.release = release;
        this.site = site;
        this.queryData = queryData;
        this.description = description;
    }

    String id() {
        return release.id();
    }

    Site site() {
        return site;
    }

    QueryData queryData() {
        return queryData;
    }

    ServiceDescription description() {
        return description;
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
            release.close();
        }
    }
}
