package org.samizdat.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the text of a query stands in the file that states it. A Turtle parser does not tell; but a text of several lines is
 * written as it is, in long quotes.
 *
 * @param begin the line, counted from 1, on which the text begins; 0, the file as a whole, where it is written with escapes
 * @param blank how many blank lines the text begins with
 */
record QueryPlace(long begin, long blank) {
    static QueryPlace of(Path file, String text) {
        try {
            String turtle = Files.readString(file);
            int begin = turtle.indexOf(text);
            String head = text.substring(0, text.length() - text.stripLeading().length());
            return new QueryPlace(begin < 0 ? 0 : 1 + lines(turtle.substring(0, begin)), lines(head));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    /** The line of the query's first word. */
    long firstWord() {
        return line(1 + blank);
    }

    /** @param ofText a line of the text, counted from 1; 0 where that is not known */
    long line(long ofText) {
        return begin == 0 ? 0 : begin + Math.max(0, ofText - 1);
    }
}
