package org.samizdat.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.samizdat.check.Finding;
import org.samizdat.check.Survey;

/** What the page of a survey shows. */
public record ReportPage(Survey survey) {
    /** More than anyone looks through; beyond it cases are only counted. */
    private static final int SHOWN = 1_000;

    /** The style sheet of this page, beside that of all pages. */
    public String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Finding.Case> shown(Finding finding) {
        return finding.cases().subList(0, Math.min(SHOWN, finding.cases().size()));
    }

    public int hidden(Finding finding) {
        return finding.cases().size() - shown(finding).size();
    }

    /** {@code 1,632} */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
