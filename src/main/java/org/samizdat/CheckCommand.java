package org.samizdat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.samizdat.check.Survey;
import org.samizdat.draft.Draft;
import org.samizdat.publication.Publication;
import org.samizdat.report.ReportPage;
import org.samizdat.report.ReportText;

final class CheckCommand {
    /** Where there is no terminal to ask. */
    private static final int WIDTH = 100;

    private static final Setting ALL =
            Setting.flag("all", "List every case, and each part of the sources with the claims that cite it.");

    private static final Setting HTML = Setting.of("html", "FILE", "Also write the full report as a page.");

    static final Command COMMAND = new Command(
            "check",
            "Converts and checks a publication without changing anything, and reports what its sources support and what deserves a look.",
            List.of(Settings.PUBLICATION, ALL, HTML),
            List.of(),
            CheckCommand::run);

    private CheckCommand() {}

    private static int run(Arguments given) throws IOException {
        ConsoleProgress progress = ConsoleProgress.to(System.err);
        return Work.elsewhere(folder -> {
            Draft draft = Draft.of(Publication.read(Settings.publication(given)), folder, progress);
            progress.begin("Looking it over", 0);
            Survey survey = draft.survey();
            progress.end();
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            boolean terminal = ConsoleProgress.isTerminal();
            new ReportText(out, terminal ? terminalWidth() : WIDTH, terminal, given.has(ALL)).print(survey);
            Optional<Path> page = given.given(HTML).map(Path::of);
            if (page.isPresent()) {
                FileUtils.writeStringToFile(page.get().toFile(), new ReportPage(survey).html(), StandardCharsets.UTF_8);
                out.println("\nAll of it is in " + page.get() + ".");
            } else if (!given.has(ALL)) {
                out.println("\n--all lists everything, --html FILE writes it as a page.");
            }
            return 0;
        });
    }

    private static int terminalWidth() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().dumb(true).build()) {
            return terminal.getWidth() > 0 ? terminal.getWidth() : WIDTH;
        }
    }
}
