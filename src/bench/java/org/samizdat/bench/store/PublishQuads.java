package org.samizdat.bench.store;

import java.nio.file.Path;
import org.samizdat.publish.Publishing;
import org.samizdat.publish.StoreOnly;
import org.samizdat.release.Home;

/** Publishes generated N-Quads as a release, without the gate. */
final class PublishQuads {
    private PublishQuads() {}

    /** Publishes the N-Quads named first in the home named second. */
    public static void main(String[] args) {
        try (Publishing publishing = Publishing.start(Home.at(Path.of(args[1])))) {
            publishing.publish(StoreOnly.source(Path.of(args[0])), 1, (stage, done) -> {});
        }
    }
}
