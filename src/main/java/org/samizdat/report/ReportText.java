package org.samizdat.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.samizdat.check.Coverage;
import org.samizdat.check.Finding;
import org.samizdat.check.Rule;
import org.samizdat.check.Survey;

/**
 * A survey as text.
 *
 * @param width of the terminal, in characters
 * @param colour whether headings are set off as terminals do it
 * @param full whether all cases are listed and each part of the sources with the claims that cite it, or a few cases and sums
 */
public record ReportText(PrintStream out, int width, boolean colour, boolean full) {
    private static final int FEW = 5;
    private static final int LEAST_WIDTH = 24;
    private static final String COVERAGE = "%7s %7s %7s  ";

    public void print(Survey survey) {
        print(survey.coverage());
        out.println();
        heading("Cases that deserve a look: " + number(survey.cases()) + ". None stops a release.");
        survey.findings().forEach(this::print);
        if (!survey.silent().isEmpty()) {
            out.println();
            hanging(
                    "",
                    "Nothing found: ",
                    survey.silent().stream().map(Rule::id).collect(Collectors.joining(", ")));
        }
    }

    private void print(Coverage coverage) {
        List<Coverage.Part> parts = coverage.parts();
        heading("Parts of the sources that are cited: " + number(coverage.cited()) + " of " + number(parts.size())
                + ". Claims that cite them: " + number(coverage.claims()) + ".");
        out.println(String.format(COVERAGE, "parts", "cited", "claims").stripTrailing());
        for (Coverage.Whole whole : coverage.wholes()) {
            hanging(
                    "",
                    String.format(
                            COVERAGE, number(whole.parts().size()), number(whole.cited()), number(whole.claims())),
                    whole.label());
            if (full) {
                whole.parts().forEach(this::print);
            }
        }
        if (!full) {
            parts.stream().filter(part -> !part.reason().isEmpty()).forEach(this::print);
        }
    }

    private void print(Coverage.Part part) {
        hanging("  ", part.name() + "  ", part.label() + (part.reason().isEmpty() ? "" : ": " + part.reason()));
        part.claims().forEach(claim -> hanging("      ", claim.name() + "  ", claim.statement()));
    }

    private void print(Finding finding) {
        out.println();
        out.println(styled(finding.rule().id(), AttributedStyle.BOLD.foreground(AttributedStyle.GREEN)) + "  "
                + number(finding.cases().size()));
        hanging("  ", "", finding.rule().meaning() + " " + finding.rule().advice());
        shown(finding.cases()).forEach(this::print);
        more("    ", finding.cases().size());
    }

    private void print(Finding.Case found) {
        if (found.items().size() == 1) {
            Finding.Item item = found.items().getFirst();
            hanging("    ", place(item), item.name() + (found.detail().isEmpty() ? "" : " (" + found.detail() + ")"));
            return;
        }
        hanging("    ", "", found.detail());
        shown(found.items()).forEach(item -> hanging("      ", place(item), item.name()));
        more("      ", found.items().size());
    }

    private <T> List<T> shown(List<T> all) {
        return full ? all : all.subList(0, Math.min(FEW, all.size()));
    }

    private void more(String indent, int all) {
        if (!full && all > FEW) {
            out.println(indent + "and " + number(all - FEW) + " more");
        }
    }

    private static String place(Finding.Item item) {
        return item.place().map(place -> place + "  ").orElse("");
    }

    private void heading(String text) {
        WordUtils.wrap(text, width).lines().forEach(line -> out.println(styled(line, AttributedStyle.BOLD)));
    }

    private String styled(String text, AttributedStyle style) {
        return colour ? new AttributedString(text, style).toAnsi() : text;
    }

    /** Writes a text behind an indent and what is put first; its further lines are set below its beginning. */
    private void hanging(String indent, String first, String text) {
        int begin = indent.length() + first.length();
        boolean below = width - begin < LEAST_WIDTH;
        String margin = " ".repeat(below ? indent.length() + 2 : begin);
        String wrapped = WordUtils.wrap(text, Math.max(LEAST_WIDTH, width - margin.length()), "\n" + margin, false);
        out.println(indent + first + (below ? "\n" + margin : "") + wrapped);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
