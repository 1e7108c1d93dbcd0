package org.samizdat.table;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * One date of {@code docs/dates.md}: what may stand alone or at an end of an interval.
 *
 * @param exactFirst the first day before widening
 * @param exactLast the last day before widening
 * @param first the first day on which the date may lie
 * @param last the last day on which the date may lie
 * @param exact the XSD datatype that says the same; absent where there is doubt
 */
record EdtfDate(LocalDate exactFirst, LocalDate exactLast, LocalDate first, LocalDate last, Optional<String> exact) {
    private static final Optional<String> YEAR = Optional.of("gYear");
    private static final Optional<String> MONTH = Optional.of("gYearMonth");
    private static final Optional<String> DAY = Optional.of("date");
    private static final int MAX_YEAR = 9999;
    /** First month and number of months of the codes 21 to 41; winters and the southern summer run into the next year. */
    private static final int[][] PARTS = {
        {3, 3},
        {6, 3},
        {9, 3},
        {12, 3}, // 21-24 seasons, read as northern
        {3, 3},
        {6, 3},
        {9, 3},
        {12, 3}, // 25-28 northern
        {9, 3},
        {12, 3},
        {3, 3},
        {6, 3}, // 29-32 southern
        {1, 3},
        {4, 3},
        {7, 3},
        {10, 3}, // 33-36 quarters
        {1, 4},
        {5, 4},
        {9, 4}, // 37-39 four months each
        {1, 6},
        {7, 6} // 40-41 halves
    };

    /**
     * Reads a date.
     *
     * @param whole the cell that it stands in, for the message
     * @throws IllegalArgumentException if it is none
     */
    static EdtfDate parse(String text, String whole) {
        return new Parser(text, whole).date();
    }

    /** Whether this, as a start, lies wholly after an end. Widening does not count: it would hide swapped ends. */
    boolean startsAfter(EdtfDate end) {
        return exactFirst.isAfter(end.exactLast);
    }

    /** Takes a date apart from left to right. */
    private static final class Parser {
        private final String text;
        private final String whole;
        /** Behind the date, before the qualifier. */
        private final int end;
        /** Where the four characters of the year start. */
        private final int year;

        Parser(String text, String whole) {
            this.text = text;
            this.whole = whole;
            this.end = isQualified(text) ? text.length() - 1 : text.length();
            this.year = text.startsWith("-") ? 1 : 0;
        }

        private static boolean isQualified(String text) {
            return text.endsWith("?") || text.endsWith("~") || text.endsWith("%");
        }

        EdtfDate date() {
            return switch (end - year) {
                case 4 -> year();
                case 7 -> partOfYear();
                case 10 -> day();
                default -> throw bad();
            };
        }

        private EdtfDate year() {
            int unknown = isUnknown(year + 2) ? 2 : isUnknown(year + 3, 1) ? 1 : 0;
            int span = unknown == 2 ? 100 : unknown == 1 ? 10 : 1;
            int known = number(year, 4 - unknown) * span;
            int from = year == 0 ? known : -(known + span - 1);
            if (year == 1 && known == 0 && span == 1) {
                throw because("There is no year -0000; write 0000 for the year before 0001.");
            }
            return between(
                    from, span, unknown == 0 ? YEAR : Optional.empty(), span == 1 ? 1 : span / 2, ChronoUnit.YEARS);
        }

        private EdtfDate between(int from, int years, Optional<String> exact, int widening, ChronoUnit unit) {
            return widened(LocalDate.of(from, 1, 1), LocalDate.of(from + years - 1, 12, 31), exact, widening, unit);
        }

        private EdtfDate partOfYear() {
            expectHyphen(year + 4);
            if (isUnknown(year + 5)) {
                return between(exactYear(), 1, Optional.empty(), 1, ChronoUnit.YEARS);
            }
            int code = number(year + 5, 2);
            if (code >= 21 && code <= 41) {
                int[] part = PARTS[code - 21];
                return months(YearMonth.of(exactYear(), part[0]), part[1], Optional.empty());
            }
            return months(YearMonth.of(exactYear(), month(code)), 1, MONTH);
        }

        private EdtfDate months(YearMonth from, int count, Optional<String> exact) {
            LocalDate last = from.plusMonths(count - 1L).atEndOfMonth();
            return widened(from.atDay(1), last, exact, 1, ChronoUnit.MONTHS);
        }

        private EdtfDate day() {
            expectHyphen(year + 4);
            expectHyphen(year + 7);
            boolean dayUnknown = isUnknown(year + 8);
            if (dayUnknown && isUnknown(year + 5)) {
                return between(exactYear(), 1, Optional.empty(), 1, ChronoUnit.YEARS);
            }
            YearMonth month = YearMonth.of(exactYear(), month(number(year + 5, 2)));
            if (dayUnknown) {
                return months(month, 1, Optional.empty());
            }
            int day = number(year + 8, 2);
            if (!month.isValidDay(day)) {
                throw because("There is no day " + text.substring(year + 8, end) + " in "
                        + month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear()
                        + ", which has " + month.lengthOfMonth() + " days; correct the date.");
            }
            return widened(month.atDay(day), month.atDay(day), DAY, 3, ChronoUnit.DAYS);
        }

        private EdtfDate widened(LocalDate from, LocalDate to, Optional<String> exact, int by, ChronoUnit unit) {
            boolean isApproximate = end < text.length() && text.charAt(end) != '?';
            LocalDate first = isApproximate ? from.minus(by, unit) : from;
            LocalDate last = isApproximate ? widenedEnd(to, by, unit) : to;
            if (first.getYear() < -MAX_YEAR || last.getYear() > MAX_YEAR) {
                throw because("It reaches beyond the years -9999 to 9999, which is more than dates can say here.");
            }
            return new EdtfDate(from, to, first, last, end < text.length() ? Optional.empty() : exact);
        }

        /** The last day of a month stays the last day, whatever the length of the months. */
        private static LocalDate widenedEnd(LocalDate to, int by, ChronoUnit unit) {
            return unit == ChronoUnit.MONTHS ? to.plusDays(1).plusMonths(by).minusDays(1) : to.plus(by, unit);
        }

        private int exactYear() {
            int number = number(year, 4);
            return year == 0 ? number : -number;
        }

        private int month(int number) {
            if (number < 1 || number > 12) {
                throw because("There is no month " + text.substring(year + 5, year + 7)
                        + "; months are 01 to 12, and parts of a year 21 to 41, as in 1928-23 for its autumn.");
            }
            return number;
        }

        private int number(int start, int digits) {
            int number = 0;
            for (int i = start; i < start + digits; i++) {
                char c = text.charAt(i);
                if (c < '0' || c > '9') {
                    throw bad();
                }
                number = number * 10 + c - '0';
            }
            return number;
        }

        private boolean isUnknown(int start) {
            return isUnknown(start, 2);
        }

        private boolean isUnknown(int start, int digits) {
            return text.startsWith(digits == 2 ? "XX" : "X", start);
        }

        private void expectHyphen(int position) {
            if (text.charAt(position) != '-') {
                throw bad();
            }
        }

        private IllegalArgumentException bad() {
            return because(EdtfAdvice.on(whole.indexOf('/') == whole.lastIndexOf('/') ? text : whole));
        }

        private IllegalArgumentException because(String reason) {
            return new IllegalArgumentException(Text.quote(whole) + " is not a date. " + reason);
        }
    }
}
