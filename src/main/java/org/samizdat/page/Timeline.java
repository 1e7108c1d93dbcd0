package org.samizdat.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars in time, one below the other, as they are drawn.
 *
 * @param firstYear where the axis begins
 * @param lastYear where it ends
 */
record Timeline(int firstYear, int lastYear, List<Row> rows) {
    /** Along the axis, positions are percentages, so that letters keep their size on any screen. */
    private static final double WIDTH = 100;

    /** Pixels from one row to the next. */
    static final int ROW = 36;

    private static final int HEAD = 24;

    /** Something with a date. */
    record Entry(Link link, String when, Span span, boolean said) {}

    /** An entry with its place, in pixels from the top. */
    record Row(Link link, String when, boolean said, Bar bar, int y) {
        /** @param room for so many letters, those of the date among them */
        String label(int room) {
            int most = Math.max(12, room - when.length());
            String text = link.text();
            return text.length() <= most ? text : text.substring(0, most - 1) + "…";
        }
    }

    /**
     * Faint where the thing may have been, full where it was in any case; an open end fades out.
     *
     * @param from where it may begin
     * @param sure where it has begun in any case
     * @param until where it may have ended
     * @param to where it has ended in any case
     */
    record Bar(double from, double sure, double until, double to, boolean openStart, boolean openEnd) {
        /** What makes an open end fade; nothing where both ends are known. */
        String mask() {
            return openStart ? "url(#fade-in)" : openEnd ? "url(#fade-out)" : null;
        }

        /** What is short on the axis is seen all the same. */
        double width() {
            return Math.max(to - from, 1.5);
        }

        boolean hasCore() {
            return until > sure;
        }
    }

    /** A year on the axis. */
    record Tick(int year, double x) {}

    /** On an axis that holds all of them, with some room at both ends. */
    static Timeline of(List<Entry> entries) {
        int first = entries.stream()
                .mapToInt(entry -> entry.span().first().getYear())
                .min()
                .orElse(0);
        int last = entries.stream()
                .mapToInt(entry -> entry.span().last().getYear())
                .max()
                .orElse(0);
        int room = Math.max(5, (last - first) / 10);
        return of(entries, Math.floorDiv(first - room, 10) * 10, Math.ceilDiv(last + room, 10) * 10);
    }

    static Timeline of(List<Entry> entries, int firstYear, int lastYear) {
        Timeline axis = new Timeline(firstYear, lastYear, List.of());
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            rows.add(new Row(
                    entry.link(), entry.when(), entry.said(), axis.bar(entry.span()), HEAD + rows.size() * ROW));
        }
        return new Timeline(firstYear, lastYear, List.copyOf(rows));
    }

    private Bar bar(Span span) {
        double from = span.date().earliestStart().map(this::x).orElse(0.0);
        double to = span.date().latestEnd().map(day -> x(day.plusDays(1))).orElse(WIDTH);
        double sure = span.date().latestStart().map(this::x).orElse(from);
        double until = span.date().earliestEnd().map(this::x).orElse(to);
        return new Bar(
                from,
                span.date().earliestStart().isEmpty() ? until : sure,
                span.date().earliestEnd().isEmpty() ? sure : until,
                to,
                span.date().earliestStart().isEmpty(),
                span.date().latestEnd().isEmpty());
    }

    private double x(LocalDate day) {
        LocalDate start = LocalDate.of(firstYear, 1, 1);
        double days = ChronoUnit.DAYS.between(start, LocalDate.of(lastYear, 1, 1));
        return Math.clamp(ChronoUnit.DAYS.between(start, day) / days * WIDTH, 0, WIDTH);
    }

    /** About six of them, at round years. */
    List<Tick> ticks() {
        int span = lastYear - firstYear;
        int step = span <= 30 ? 5 : span <= 60 ? 10 : span <= 150 ? 20 : span <= 400 ? 50 : 100 * (span / 600 + 1);
        List<Tick> ticks = new ArrayList<>();
        for (int year = Math.ceilDiv(firstYear + 1, step) * step; year < lastYear; year += step) {
            ticks.add(new Tick(year, x(LocalDate.of(year, 1, 1))));
        }
        return ticks;
    }

    int height() {
        return HEAD + rows.size() * ROW + 4;
    }
}
