package org.samizdat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "build",
        description =
                "Converts and checks a publication, and brings the Turtle files that show what it says up to date.",
        mixinStandardHelpOptions = true)
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private Settings.PublicationOptions options;

    @Option(
            names = "--data-ttl",
            paramLabel = "FOLDER",
            description = "Where the Turtle files lie (default: ${DEFAULT-VALUE}).",
            defaultValue = "data-ttl")
    private Path turtle;

    @Option(
            names = "--answers",
            description = "Take for right what the example queries answer now, and write it beside them.")
    private boolean answers;

    @Override
    public Integer call() {
        ConsoleProgress progress = ConsoleProgress.to(System.out);
        try (Work work = Work.elsewhere()) {
            Publication publication = Publication.read(options.publication());
            Draft draft = answers
                    ? Draft.withNewAnswers(publication, work.folder(), progress)
                    : Draft.of(publication, work.folder(), progress);
            progress.begin("Writing Turtle", 0);
            writeTurtle(draft, turtle);
            progress.end();
            System.out.printf(Locale.ROOT, "%,d triples in %s%n", draft.statedTriples(), turtle);
        }
        return 0;
    }

    static void writeTurtle(Draft draft, Path folder) {
        try (Work beside = Work.in(folder)) {
            draft.writeTurtle(folder, beside.folder());
        }
    }
}
