package org.samizdat.page;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates of {@code docs/dates.md} in words. */
final class DateWords {
    private static final String[] PARTS = {
        "spring of",
        "summer of",
        "autumn of",
        "winter of",
        "spring of",
        "summer of",
        "autumn of",
        "winter of",
        "southern spring of",
        "southern summer of",
        "southern autumn of",
        "southern winter of",
        "first quarter of",
        "second quarter of",
        "third quarter of",
        "last quarter of",
        "first four months of",
        "middle four months of",
        "last four months of",
        "first half of",
        "second half of"
    };

    private DateWords() {}

    /** @param edtf a valid date or interval */
    static String of(String edtf) {
        int slash = edtf.indexOf('/');
        return slash < 0 ? date(edtf) : interval(edtf.substring(0, slash), edtf.substring(slash + 1));
    }

    private static String interval(String from, String to) {
        if (to.isEmpty()) {
            return "from " + date(from) + ", end unknown";
        }
        if (from.isEmpty()) {
            return "until " + date(to) + ", start unknown";
        }
        if (to.equals("..")) {
            return "from " + date(from) + " on";
        }
        return from.equals("..") ? "until " + date(to) : date(from) + " to " + date(to);
    }

    private static String date(String text) {
        String plain = text.replaceAll("[?~%]$", "");
        String doubt =
                switch (text.charAt(text.length() - 1)) {
                    case '?' -> "perhaps ";
                    case '~' -> "about ";
                    case '%' -> "perhaps about ";
                    default -> "";
                };
        return doubt + certain(plain);
    }

    private static String certain(String text) {
        int sign = text.startsWith("-") ? 1 : 0;
        String year = text.substring(sign, sign + 4);
        String era = sign == 1 ? " BCE" : "";
        String rest = text.length() > sign + 4 ? text.substring(sign + 5) : "";
        String named = year(year) + era;
        if (rest.isEmpty() || rest.startsWith("XX")) {
            return named;
        }
        int code = Integer.parseInt(rest.substring(0, 2));
        if (code > 12) {
            return PARTS[code - 21] + " " + named;
        }
        String month = Month.of(code).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + named;
        boolean day = rest.length() == 5 && !rest.endsWith("XX");
        return day ? Integer.parseInt(rest.substring(3)) + " " + month : month;
    }

    private static String year(String digits) {
        if (digits.endsWith("XX")) {
            return digits.substring(0, 2) + "00 to " + digits.substring(0, 2) + "99";
        }
        return digits.endsWith("X") ? digits.substring(0, 3) + "0s" : String.valueOf(Integer.parseInt(digits));
    }
}
