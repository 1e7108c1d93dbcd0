package org.samizdat.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.samizdat.query.CannotServeException;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The release that is being served, and the change to another one without a failed or mixed answer. */
final class Editions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

    private final Home home;
    private final FusekiConfiguration fuseki;
    private final Build build;
    private final Server server;
    private final Supplier<URI> address;
    private final AtomicReference<Edition> current = new AtomicReference<>();

    private String refused = "";

    /**
     * @param server where the editions' endpoints live
     * @param address under which the server is reached, once it listens
     */
    Editions(Home home, FusekiConfiguration fuseki, Server server, Supplier<URI> address) {
        this.home = home;
        this.fuseki = fuseki;
        this.build = Build.running();
        this.server = server;
        this.address = address;
    }

    /** Opens the current release, at start. */
    void open() {
        current.set(edition(home.openCurrent()));
    }

    /** The current edition, held for the caller, who must release it. */
    Edition hold() {
        while (true) {
            Edition edition = current.get();
            if (edition.acquire()) {
                return edition;
            }
        }
    }

    /**
     * Takes up the home's current release if it is another than the one that is served. One that is not sound is not
     * taken up; that is logged once.
     */
    synchronized void follow() {
        Optional<String> id = home.currentId();
        if (id.isPresent() && !id.get().equals(current.get().id()) && !id.get().equals(refused)) {
            takeUp(id.get());
        }
    }

    private void takeUp(String id) {
        try {
            replace(edition(Release.open(home.releaseFolder(id))));
        } catch (InvalidReleaseException | HomeException | CannotServeException e) {
            refused = id;
            LOG.error(
                    "Release {} is not taken up; release {} stays. {}",
                    id,
                    current.get().id(),
                    e.getMessage());
        }
    }

    private void replace(Edition next) {
        Edition old = current.getAndSet(next);
        refused = "";
        LOG.info("Serving release {} instead of {}.", next.id(), old.id());
        old.release();
    }

    private Edition edition(Release release) {
        try {
            ServletContextHandler sparql = fuseki.endpoint(release.dataset());
            sparql.setServer(server);
            sparql.start();
            Site site = new Site(
                    About.of(release),
                    release.dataset(),
                    new Version(release.id(), build, since()),
                    address.get().toString());
            return new Edition(release, site, sparql);
        } catch (CannotServeException e) {
            release.close();
            throw e;
        } catch (Exception e) {
            release.close();
            throw new CannotServeException("The endpoint of release " + release.id() + " does not start: " + e, e);
        }
    }

    /** When the release became the current one: unlike the time it was built, that never goes back. */
    private Instant since() {
        try {
            return Files.getLastModifiedTime(home.currentLink(), LinkOption.NOFOLLOW_LINKS)
                    .toInstant();
        } catch (IOException e) {
            return Instant.now();
        }
    }

    @Override
    public synchronized void close() {
        Edition last = current.get();
        if (last != null) {
            last.release();
        }
    }
}
