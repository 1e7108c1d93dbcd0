package org.samizdat.table;

import java.util.List;
import java.util.regex.Pattern;

/** What to write instead of the ways in which people and spreadsheets commonly write dates. The first that fits is given. */
record EdtfAdvice(Pattern pattern, String advice) {
    private static final List<EdtfAdvice> ALL = List.of(
            of("", "Write a year, month or day, such as 1936, 1936-06 or 1936-06-28."),
            of(
                    "\\.\\.",
                    "An open end needs a date at the other, such as 1968/..; leave the cell empty where no date is known."),
            of("[0-9]{1,2}([-./])[0-9]{1,2}\\1[0-9]{2,4}", "Write the year first, such as 1956-06-28."),
            of(".*/.*", "An interval has one slash between two dates, such as 1936/1938."),
            of(
                    ".*\\s.*",
                    "A date has no spaces; write such as 1956-06-28, 1924~ for about 1924, 1936/1938 from 1936 to 1938."),
            of(
                    ".*[\\u2010-\\u2015\\u2212].*",
                    "Write a plain hyphen between the parts, and a slash between two dates, such as"
                            + " 1936-06/1938."),
            of("[0-9]{4}-[0-9]{4}[?~%]?", "Write a slash between the years of an interval, such as 1936/1938."),
            of(".*T.*:.*", "Leave the time of day away and write the day, such as 1956-06-28."),
            of(
                    "[0-9]{3}0['\\u2019]?s",
                    "Write X for a digit that is not known, such as 195X for some time in the 1950s."),
            of("[0-9x-]*x[0-9x-]*[?~%]?", "Write X for an unknown digit as a capital letter, such as 195X."),
            of("[0-9]{4}(-[0-9]{1,2}){1,2}[?~%]?", "Months and days have two digits, such as 1956-06-28."),
            of("(ca?\\.?|about|circa)[0-9].*", "Write ~ behind a date that is approximate, such as 1924~."),
            of(
                    "[?~%].*|.*[?~%].+",
                    "One of ? (uncertain), ~ (approximate) or % (both) stands at the end only, such as 1924~."),
            of(
                    "-?[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?",
                    "X stands only for the last or the last two digits of a year, a whole"
                            + " month or a whole day, such as 195X, 19XX, 1936-XX or 1936-06-XX."),
            of("[+]?-?[0-9]{5,}|Y.*", "A year has four digits, such as 1936 or -0044."),
            of(".*", "Write such as 1936, 1936-06, 1936-06-28, 195X, 1924~, 1968/.. or 1936/1938."));

    private static EdtfAdvice of(String regex, String advice) {
        return new EdtfAdvice(Pattern.compile(regex, Pattern.DOTALL), advice);
    }

    static String on(String text) {
        return ALL.stream()
                .filter(a -> a.pattern.matcher(text).matches())
                .findFirst()
                .orElseThrow()
                .advice;
    }
}
