package org.samizdat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.samizdat.draft.Draft;
import org.samizdat.mapping.LineSorter;
import org.samizdat.publication.Publication;
import org.samizdat.publish.Publishing;
import org.samizdat.publish.ReleaseSource;
import org.samizdat.publish.Stage;
import org.samizdat.release.Home;

final class PublishCommand {
    private static final Setting TURTLE =
            Setting.of("data-ttl", "FOLDER", "Also bring the Turtle files in this folder up to date.");

    private static final Setting KEEP = Setting.of(
                    "keep", "NUMBER", "How many releases to keep, the current one among them.")
            .orElse("3");

    private static final Setting BASE = Setting.of(
            "base", "IRI", "Publish under this base IRI instead of the publication's own; it ends in \"/\".");

    static final Command COMMAND = new Command(
            "publish",
            "Builds a release of a publication, verifies it and makes it the current one.",
            List.of(Settings.PUBLICATION, Settings.HOME, TURTLE, KEEP, BASE),
            List.of(),
            PublishCommand::run);

    private PublishCommand() {}

    private static int run(Arguments given) throws IOException {
        given.given(BASE).ifPresent(PublishCommand::requireBase);
        int keep = given.number(KEEP, 1, 1_000);
        Home releases = Home.at(given.path(Settings.HOME));
        try (Publishing publishing = Publishing.start(releases)) {
            System.out.println(
                    sentence(Work.in(releases.folder(), folder -> publish(given, keep, publishing, folder))));
        }
        return 0;
    }

    private static void requireBase(String iri) {
        if (!Publication.isBase(iri)) {
            throw new UsageException("--base takes an http or https IRI that ends in \"/\", not " + iri + ".");
        }
    }

    private static Publishing.Published publish(Arguments given, int keep, Publishing publishing, Path folder)
            throws IOException {
        ConsoleProgress progress = ConsoleProgress.to(System.out);
        Publication publication = Publication.read(Settings.publication(given));
        Draft draft = Draft.of(publication, folder, progress);
        progress.begin("Sorting", 0);
        ReleaseSource source = draft.source(given.given(BASE).orElse(publication.base()), "Samizdat " + Version.text());
        if (given.has(TURTLE)) {
            progress.begin("Writing Turtle", 0);
            BuildCommand.writeTurtle(draft, given.path(TURTLE));
        }
        Publishing.Published published =
                publishing.publish(source, keep, stages(progress, LineSorter.count(source.quads())));
        progress.end();
        return published;
    }

    /** Shows stages as steps; only loading the store tells how far it has come. */
    private static Stage.Progress stages(ConsoleProgress progress, long quads) {
        long[] loaded = {0};
        return (stage, done) -> {
            if (done == 0) {
                progress.begin(stage.label(), stage == Stage.LOADING ? quads : 0);
            } else {
                progress.advance(done - loaded[0]);
                loaded[0] = done;
            }
        };
    }

    private static String sentence(Publishing.Published published) {
        return switch (published.outcome()) {
            case NEW -> "Release " + published.id() + " is current.";
            case UNCHANGED -> "Nothing has changed: release " + published.id() + " stays current.";
            case SWITCHED_BACK -> "The result equals release " + published.id() + ", which is current again.";
        };
    }
}
