package org.samizdat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;
import org.samizdat.release.Home;
import org.samizdat.release.Publishing;
import org.samizdat.release.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "publish",
        description = "Builds a release of a publication, verifies it and makes it the current one.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @Mixin
    private Settings.PublicationOptions options;

    @Mixin
    private Settings.HomeOptions home;

    @Option(
            names = "--data-ttl",
            paramLabel = "FOLDER",
            description = "Also bring the Turtle files in this folder up to date.")
    private Path turtle;

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = "How many releases to keep, the current one among them (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private int keep;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.to(System.out);
        Home releases = Home.at(home.home());
        try (Publishing publishing = Publishing.start(releases);
                Work work = Work.in(releases.folder())) {
            Publication publication = Publication.read(options.publication());
            Draft draft = Draft.of(publication, work.folder(), progress);
            progress.begin("Sorting", 0);
            Publishing.Published published = publishing.publish(
                    draft.source(options.base().orElse(publication.base()), "Samizdat " + Version.text()),
                    keep,
                    (stage, done) -> show(progress, stage, done));
            if (turtle != null) {
                draft.writeTurtle(turtle);
            }
            progress.end();
            System.out.println(sentence(published));
        }
        return 0;
    }

    private static void show(ConsoleProgress progress, Stage stage, long done) {
        if (done == 0) {
            progress.begin(stage.label(), 0);
        }
    }

    private static String sentence(Publishing.Published published) {
        return switch (published.outcome()) {
            case NEW -> "Release " + published.id() + " is current.";
            case UNCHANGED -> "Nothing has changed: release " + published.id() + " stays current.";
            case SWITCHED_BACK -> "The result equals release " + published.id() + ", which is current again.";
        };
    }
}
