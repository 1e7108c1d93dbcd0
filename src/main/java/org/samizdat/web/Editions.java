package org.samizdat.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.samizdat.http.Build;
import org.samizdat.http.Version;
import org.samizdat.query.CannotServeException;
import org.samizdat.query.FusekiConfiguration;
import org.samizdat.query.KnownAnswers;
import org.samizdat.query.Limits;
import org.samizdat.query.QueryData;
import org.samizdat.query.SavedQueries;
import org.samizdat.query.ServiceDescription;
import org.samizdat.release.History;
import org.samizdat.release.Home;
import org.samizdat.release.HomeException;
import org.samizdat.release.InvalidReleaseException;
import org.samizdat.release.Manifest;
import org.samizdat.release.Release;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The release that is being served, and the change to another one without a failed or mixed answer. */
final class Editions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Editions.class);

    private final Home home;
    private final SavedQueries saved;
    private final FusekiConfiguration fuseki;
    private final Limits limits;
    private final Build build;
    private final Supplier<URI> address;
    private final AtomicReference<Edition> current = new AtomicReference<>();
    private final PastEditions past;

    private Candidate refused = new Candidate("", Optional.empty());
    private String reported = "";

    /** Which release, and when its manifest was written: one that is built again has the same id. */
    private record Candidate(String id, Optional<FileTime> written) {}

    /**
     * @param limits of queries, which the endpoint's description tells
     * @param address under which the server is reached, once it listens
     */
    Editions(Home home, FusekiConfiguration fuseki, Limits limits, Supplier<URI> address) {
        this.home = home;
        this.saved = SavedQueries.in(home.queriesFolder());
        this.fuseki = fuseki;
        this.limits = limits;
        this.build = Build.running();
        this.address = address;
        this.past = new PastEditions(home, this::edition);
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
     * The edition of any release that is kept, held for the caller, who must release it; empty if it is not kept.
     *
     * @throws org.samizdat.http.HttpProblem if it cannot be opened just now
     */
    Optional<Edition> hold(String id) {
        Edition now = hold();
        if (now.id().equals(id)) {
            return Optional.of(now);
        }
        now.release();
        return past.hold(id);
    }

    /** The queries that readers saved, which belong to no release. */
    SavedQueries saved() {
        return saved;
    }

    /** The ids of the releases that are kept, the newest first. */
    List<String> kept() {
        return home.ids().reversed();
    }

    /**
     * Takes up the home's current release if it is another than the one that is served. One that is not sound is not
     * taken up until it has been built again; one that cannot be opened just now is tried again each time. Each reason is
     * logged once.
     *
     * @return whether another release is served now
     */
    synchronized boolean follow() {
        Edition before = current.get();
        past.closeIdle();
        Optional<Candidate> next = home.currentId()
                .filter(id -> !id.equals(current.get().id()))
                .map(id -> new Candidate(id, home.written(id)))
                .filter(candidate -> !candidate.equals(refused));
        next.ifPresent(this::takeUp);
        return current.get() != before;
    }

    private void takeUp(Candidate next) {
        try {
            replace(edition(Release.open(home.releaseFolder(next.id()))));
        } catch (HomeException passing) {
            report(next, passing);
        } catch (InvalidReleaseException | CannotServeException e) {
            refused = next;
            report(next, e);
        }
    }

    private void report(Candidate next, Exception reason) {
        String line = "Release " + next.id() + " is not taken up; release "
                + current.get().id() + " stays. " + reason.getMessage();
        if (!line.equals(reported)) {
            LOG.error(line);
        }
        reported = line;
    }

    private void replace(Edition next) {
        Edition old = current.getAndSet(next);
        reported = "";
        LOG.info("Serving release {} instead of {}.", next.id(), old.id());
        old.release();
    }

    private Edition edition(Release release) {
        try {
            Version version = new Version(release.id(), build, since());
            Site site = new Site(release, version, address.get().toString(), history(release), saved, this::kept);
            return new Edition(
                    release,
                    site,
                    queryData(release, version, site),
                    new ServiceDescription(release.dataset(), release.manifest(), limits, version));
        } catch (RuntimeException e) {
            release.close();
            throw e;
        }
    }

    private QueryData queryData(Release release, Version version, Site site) {
        Manifest manifest = release.manifest();
        return new QueryData(
                release.dataset(),
                fuseki.settings(release.dataset()),
                manifest.base(),
                manifest.prefixes(),
                new KnownAnswers(version),
                site.results());
    }

    /** Without it all but the history can be shown. */
    private History history(Release release) {
        try {
            return home.history(release.id());
        } catch (IOException e) {
            LOG.warn("What release {} changed cannot be told. {}", release.id(), e.getMessage());
            return History.NONE;
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
        past.close();
        Edition last = current.get();
        if (last != null) {
            last.release();
        }
    }
}
