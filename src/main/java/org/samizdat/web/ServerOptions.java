package org.samizdat.web;

import java.nio.file.Path;
import java.time.Duration;
import org.samizdat.query.Limits;
import org.samizdat.release.Home;

/**
 * How to serve.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param fuseki the Fuseki configuration
 * @param watch how often to look for a new release
 * @param limits of queries
 */
public record ServerOptions(String host, int port, Home home, Path fuseki, Duration watch, Limits limits) {
    /** Soon enough for whoever has just published, and no load to speak of. */
    public static final Duration WATCH = Duration.ofSeconds(1);

    /** As {@code samizdat serve} has it unless told otherwise. */
    public static ServerOptions of(String host, int port, Home home) {
        return new ServerOptions(host, port, home, Path.of("fuseki-config", "samizdat.ttl"), WATCH, Limits.standard());
    }
}
