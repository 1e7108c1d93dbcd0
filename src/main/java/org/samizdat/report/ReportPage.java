package org.samizdat.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.samizdat.check.Finding;
import org.samizdat.check.Survey;

/** A survey as a page that needs nothing beside it. */
public record ReportPage(Survey survey) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, ReportPage.class.getPackageName());

    /** More than anyone looks through; beyond it cases are only counted. */
    private static final int SHOWN = 1_000;

    /** The page as HTML. */
    public String html() {
        StringOutput out = new StringOutput();
        TEMPLATES.render("report.jte", this, out);
        return out.toString();
    }

    /** The page's style sheet. */
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
