package org.samizdat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.samizdat.draft.Draft;
import org.samizdat.mapping.LineSorter;
import org.samizdat.publication.Publication;
import org.samizdat.publish.Publishing;
import org.samizdat.publish.ReleaseSource;
import org.samizdat.publish.Stage;
import org.samizdat.release.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec command;

    private int keep;
    private Optional<String> base = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "NUMBER",
            description = "How many releases to keep, the current one among them (default: ${DEFAULT-VALUE}).",
            defaultValue = "3")
    private void setKeep(int number) {
        keep = Settings.within(command, "--keep", number, 1, 1_000);
    }

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "Publish under this base IRI instead of the publication's own; it ends in \"/\".")
    private void setBase(String iri) {
        if (!Publication.isBase(iri)) {
            throw new ParameterException(
                    command.commandLine(), "--base takes an http or https IRI that ends in \"/\", not " + iri + ".");
        }
        base = Optional.of(iri);
    }

    @Override
    public Integer call() throws IOException {
        Home releases = Home.at(home.home());
        try (Publishing publishing = Publishing.start(releases)) {
            System.out.println(sentence(Work.in(releases.folder(), folder -> publish(publishing, folder))));
        }
        return 0;
    }

    private Publishing.Published publish(Publishing publishing, Path folder) throws IOException {
        ConsoleProgress progress = ConsoleProgress.to(System.out);
        Publication publication = Publication.read(options.publication());
        Draft draft = Draft.of(publication, folder, progress);
        progress.begin("Sorting", 0);
        ReleaseSource source = draft.source(base.orElse(publication.base()), "Samizdat " + Version.text());
        if (turtle != null) {
            progress.begin("Writing Turtle", 0);
            BuildCommand.writeTurtle(draft, turtle);
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
