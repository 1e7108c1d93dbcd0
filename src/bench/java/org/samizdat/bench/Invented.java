package org.samizdat.bench;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Invents names, sentences and dates that look like those of a history. The same seed gives the same ones everywhere. */
public final class Invented {
    private static final List<String> ONSETS =
            List.of("b", "br", "d", "f", "g", "gr", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ei", "ou", "ia");
    private static final List<String> CODAS = List.of("", "", "n", "r", "s", "l", "m", "sk", "nd", "v");
    private static final List<String> WORDS = List.of(
            ("the of and in a against for with workers council party congress press opposition strike movement letter"
                            + " editor journal city province winter revolution assembly union delegate pamphlet exile"
                            + " prison debate majority minority programme thesis resolution federation committee printed"
                            + " signed wrote refused demanded joined left founded published translated answered")
                    .split(" "));
    private static final List<String> BODIES =
            List.of("League", "Union", "Committee", "Circle", "Federation", "Council", "Society", "Group", "Party");
    private static final List<String> MEETINGS =
            List.of("Congress", "Conference", "Strike", "Uprising", "Trial", "Meeting", "Assembly", "Election");
    private static final int FIRST_YEAR = 1880;
    private static final int YEARS = 100;

    private final Random random;

    public Invented(long seed) {
        random = new Random(seed);
    }

    /** Zero to just below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True so many times in a hundred. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Zero to just below the bound, low numbers far more often than high ones: few are well connected. */
    public int skewed(int bound) {
        double x = random.nextDouble();
        return (int) (bound * x * x * x);
    }

    public String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 1 + random.nextInt(2); i >= 0; i--) {
            word.append(oneOf(ONSETS)).append(oneOf(VOWELS)).append(oneOf(CODAS));
        }
        return word.toString();
    }

    public String name() {
        String word = word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    public String person() {
        return name() + " " + name() + (chance(20) ? "-" + name() : "");
    }

    public String organisation() {
        return name() + " " + oneOf(BODIES) + (chance(50) ? " of " + name() : "");
    }

    public String event() {
        return name() + " " + oneOf(MEETINGS) + " of " + year();
    }

    public String work() {
        return "On the " + phrase(2 + below(3)) + " in " + name();
    }

    /** So many words in lower case. */
    public String phrase(int words) {
        StringBuilder phrase = new StringBuilder(oneOf(WORDS));
        for (int i = 1; i < words; i++) {
            phrase.append(' ').append(chance(25) ? word() : oneOf(WORDS));
        }
        return phrase.toString();
    }

    /** A sentence of some words, now and then with a comma or with a quotation. */
    public String sentence() {
        String text = "The " + phrase(4 + below(6));
        if (chance(30)) {
            text += ", " + phrase(3);
        }
        return text + (chance(10) ? " \"" + phrase(2) + "\"." : ".");
    }

    private int year() {
        return FIRST_YEAR + below(YEARS);
    }

    /** A date in EDTF: half of them years, the others months, days, intervals and dates with doubt. */
    public String date() {
        int year = year();
        return switch (below(20)) {
            case 0, 1, 2 -> "%d-%02d".formatted(year, 1 + below(12));
            case 3, 4, 5 -> "%d-%02d-%02d".formatted(year, 1 + below(12), 1 + below(28));
            case 6, 7 -> year + "/" + (year + 1 + below(9));
            case 8 -> year + "~";
            case 9 -> year / 10 + "X";
            case 10 -> year + "-" + (21 + below(4));
            case 11 -> chance(50) ? year + "/" : year + "-" + (37 + below(3)) + "/" + (year + 2) + "~";
            default -> Integer.toString(year);
        };
    }
}
