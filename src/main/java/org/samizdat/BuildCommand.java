package org.samizdat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;

final class BuildCommand {
    private static final Setting TURTLE =
            Setting.of("data-ttl", "FOLDER", "Where the Turtle files lie.").orElse("data-ttl");

    private static final Setting ANSWERS =
            Setting.flag("answers", "Take for right what the example queries answer now, and write it beside them.");

    static final Command COMMAND = new Command(
            "build",
            "Converts and checks a publication, and brings the Turtle files that show what it says up to date.",
            List.of(Settings.PUBLICATION, TURTLE, ANSWERS),
            List.of(),
            BuildCommand::run);

    private BuildCommand() {}

    private static int run(Arguments given) throws IOException {
        Path turtle = given.path(TURTLE);
        ConsoleProgress progress = ConsoleProgress.to(System.out);
        return Work.elsewhere(folder -> {
            Publication publication = Publication.read(Settings.publication(given));
            Draft draft = given.has(ANSWERS)
                    ? Draft.withNewAnswers(publication, folder, progress)
                    : Draft.of(publication, folder, progress);
            progress.begin("Writing Turtle", 0);
            writeTurtle(draft, turtle);
            progress.end();
            System.out.printf(Locale.ROOT, "%,d triples in %s%n", draft.statedTriples(), turtle);
            return 0;
        });
    }

    static void writeTurtle(Draft draft, Path folder) throws IOException {
        Work.in(folder, beside -> {
            draft.writeTurtle(folder, beside);
            return folder;
        });
    }
}
