package org.samizdat.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of results with what one must know to read it. */
public final class Report {
    private final String title;
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final double loadBefore = load();

    /** To be made when the measuring starts, since it notes how busy the machine is. */
    public Report(String title, String... columns) {
        this.title = title;
        this.columns = List.of(columns);
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    public void note(String sentence) {
        notes.add(sentence);
    }

    /** A note on whether a goal was reached: at least so much. */
    public void goalAtLeast(String what, double goal, Series series) {
        goal(what, "at least", goal, series, series.median() >= goal);
    }

    /** A note on whether a goal was reached: at most so much. */
    public void goalAtMost(String what, double goal, Series series) {
        goal(what, "at most", goal, series, series.median() <= goal);
    }

    private void goal(String what, String bound, double goal, Series series, boolean met) {
        notes.add(
                "Goal: %s %s %s ×: %s (%s).".formatted(what, bound, goal, met ? "met" : "**not met**", series.text(2)));
    }

    public String toMarkdown() {
        StringBuilder text = new StringBuilder("## " + title + "\n\n");
        line(text, columns);
        line(
                text,
                columns.stream()
                        .map(c -> c.equals(columns.getFirst()) ? "---" : "--:")
                        .toList());
        rows.forEach(row -> line(text, row));
        text.append('\n');
        notes.forEach(note -> text.append("- ").append(note).append('\n'));
        return text.append("- ").append(machine()).append('\n').toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String machine() {
        return String.format(
                Locale.ROOT,
                "%s, Java %s, %d processors; load average %.1f at the start, %.1f at the end.",
                LocalDate.now(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                loadBefore,
                load());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
