package org.samizdat.table;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date with doubt, in the subset of <a href="https://www.loc.gov/standards/datetime/">EDTF</a> (ISO 8601-2) that
 * {@code docs/dates.md} describes: levels 0 and 1 without times, and the parts of a year of level 2.
 */
public final class Edtf {
    private final String text;
    private final Optional<String> exact;
    private final Optional<LocalDate> earliestStart;
    private final Optional<LocalDate> latestStart;
    private final Optional<LocalDate> earliestEnd;
    private final Optional<LocalDate> latestEnd;

    private Edtf(String text, EdtfDate date) {
        this.text = text;
        exact = date.exact();
        earliestStart = Optional.of(date.first());
        latestStart = Optional.of(date.last());
        earliestEnd = earliestStart;
        latestEnd = latestStart;
    }

    /** An interval; an end is absent where it is open or unknown. Nothing ends before it begins, which makes bounds tighter. */
    private Edtf(String text, Optional<EdtfDate> start, Optional<EdtfDate> end) {
        this.text = text;
        exact = Optional.empty();
        earliestStart = start.map(EdtfDate::first);
        latestEnd = end.map(EdtfDate::last);
        latestStart = start.map(
                a -> end.isEmpty() ? a.last() : earlier(a.last(), end.get().last()));
        earliestEnd = end.map(
                b -> start.isEmpty() ? b.first() : later(b.first(), start.get().first()));
    }

    /**
     * Reads a date or an interval.
     *
     * @throws IllegalArgumentException if it is none; the message is a sentence that says why, with an example
     */
    public static Edtf parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new Edtf(text, EdtfDate.parse(text, text))
                : interval(text, text.substring(0, slash), text.substring(slash + 1));
    }

    /** What is wrong with a text as a date, as a sentence; nothing if it is good. */
    public static Optional<String> error(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Edtf interval(String text, String from, String to) {
        Optional<EdtfDate> start = end(from, text);
        Optional<EdtfDate> end = end(to, text);
        if (start.isEmpty() && end.isEmpty()) {
            throw new IllegalArgumentException(
                    Text.quote(text)
                            + " has no date at either end; write at least one, such as 1936/ or ../1940, or leave the cell empty.");
        }
        if (start.isPresent() && end.isPresent() && start.get().startsAfter(end.get())) {
            throw new IllegalArgumentException("The start " + from + " is after the end " + to
                    + "; write the earlier date first, such as 1936/1938.");
        }
        return new Edtf(text, start, end);
    }

    private static Optional<EdtfDate> end(String text, String whole) {
        return text.isEmpty() || text.equals("..") ? Optional.empty() : Optional.of(EdtfDate.parse(text, whole));
    }

    /** The XSD datatype of which the text is a value: {@code date}, {@code gYearMonth} or {@code gYear}, if it is of one. */
    public Optional<String> exact() {
        return exact;
    }

    /** The first day on which it may have begun; absent where the start is open or unknown. */
    public Optional<LocalDate> earliestStart() {
        return earliestStart;
    }

    /** The last day on which it may have begun; absent where the start is open or unknown. */
    public Optional<LocalDate> latestStart() {
        return latestStart;
    }

    /** The first day on which it may have ended; absent where the end is open or unknown. */
    public Optional<LocalDate> earliestEnd() {
        return earliestEnd;
    }

    /** The last day on which it may have ended; absent where the end is open or unknown. */
    public Optional<LocalDate> latestEnd() {
        return latestEnd;
    }

    /** The text that was parsed. */
    @Override
    public String toString() {
        return text;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
