package org.samizdat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.io.FileUtils;
import org.samizdat.check.Survey;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;
import org.samizdat.report.ReportPage;
import org.samizdat.report.ReportText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Converts and checks a publication without changing anything, and reports what its sources support and what deserves a look.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    /** Where there is no terminal to ask. */
    private static final int WIDTH = 100;

    @Mixin
    private Settings.PublicationOptions options;

    @Option(
            names = "--all",
            description = "List every case, and each part of the sources with the claims that cite it.")
    private boolean all;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write the full report as a page.")
    private Path html;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        ConsoleProgress progress = ConsoleProgress.to(System.err);
        try (Work work = Work.elsewhere()) {
            Draft draft = Draft.of(Publication.read(options.publication()), work.folder(), progress);
            progress.begin("Looking it over", 0);
            Survey survey = draft.survey();
            progress.end();
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            new ReportText(out, width(), Ansi.AUTO, all).print(survey);
            if (html != null) {
                FileUtils.writeStringToFile(html.toFile(), new ReportPage(survey).html(), StandardCharsets.UTF_8);
            }
            where().ifPresent(sentence -> out.println("\n" + sentence));
        }
        return 0;
    }

    private Optional<String> where() {
        if (html != null) {
            return Optional.of("All of it is in " + html + ".");
        }
        return all ? Optional.empty() : Optional.of("--all lists everything, --html FILE writes it as a page.");
    }

    private int width() {
        return command.usageMessage().width(WIDTH).autoWidth(true).width();
    }
}
