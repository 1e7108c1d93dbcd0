package org.samizdat;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description =
                "Converts and checks a publication without changing anything, and reports what its sources support.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Settings.PublicationOptions options;

    @Override
    public Integer call() throws IOException {
        ConsoleProgress progress = ConsoleProgress.to(System.err);
        return Work.elsewhere(folder -> {
            Draft draft = Draft.of(Publication.read(options.publication()), folder, progress);
            progress.end();
            draft.coverage().print(System.out);
            draft.warnings().forEach(System.out::println);
            return 0;
        });
    }
}
