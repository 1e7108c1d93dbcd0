package org.samizdat.query;

import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.sparql.lang.sparql_12.javacc.JavaCharStream;

/**
 * The characters of a query for Jena's parser. The stream that comes with the parser replaces escapes by number, of four digits, before
 * the grammar sees them, so that a quote made in this way ends its text. In SPARQL 1.2 Query, section 19.2, they are part of an IRI or a
 * text, and stand nowhere else. That is how the parser treats those of eight digits; so it gets these.
 */
final class QueryCharacters extends JavaCharStream {
    /** Halves of pairs in UTF-16, which are no characters. */
    private static final Pattern SURROGATE = Pattern.compile("(?:u|U0000)[Dd][89A-Fa-f]");

    private final StringBuilder characters = new StringBuilder();
    /** Where in the query each character comes from. */
    private final IntStream.Builder places = IntStream.builder();

    private final Runnable watch;
    private final int[] origins;
    /** Where in the query each line starts. */
    private final int[] lines;

    private int next;
    private int start;

    QueryCharacters(String text) {
        this(text, () -> {});
    }

    /** @param watch run before each token */
    QueryCharacters(String text, Runnable watch) {
        super(Reader.nullReader());
        this.watch = watch;
        Matcher surrogate = SURROGATE.matcher(text);
        for (int place = 0; place < text.length(); place++) {
            add(text.charAt(place), place);
            if (text.charAt(place) == '\\' && place + 1 < text.length()) {
                place++;
                boolean character = !surrogate.region(place, text.length()).lookingAt();
                addEscape(text.charAt(place), character, place);
            }
        }
        this.origins = places.add(text.length()).build().toArray();
        this.lines = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(1, text.length() + 1).filter(place -> endsLine(text, place - 1)))
                .toArray();
    }

    /** The parser refuses escapes of four digits, and so what must not be there. */
    private void addEscape(char kind, boolean character, int place) {
        if (kind == 'u' && character) {
            "U0000".chars().forEach(part -> add((char) part, place));
        } else {
            add(character ? kind : 'u', place);
        }
    }

    private void add(char character, int place) {
        characters.append(character);
        places.add(place);
    }

    /** A line ends in CR, LF or both. */
    private static boolean endsLine(String text, int place) {
        boolean pair = text.startsWith("\r\n", place);
        return text.charAt(place) == '\n' || text.charAt(place) == '\r' && !pair;
    }

    @Override
    public char BeginToken() throws IOException {
        watch.run();
        start = next;
        return readChar();
    }

    @Override
    public char readChar() throws IOException {
        if (next == characters.length()) {
            throw new EOFException();
        }
        return characters.charAt(next++);
    }

    @Override
    public void backup(int amount) {
        next -= amount;
    }

    @Override
    public String GetImage() {
        return characters.substring(start, next);
    }

    @Override
    public int getBeginLine() {
        return line(origins[start]);
    }

    @Override
    public int getBeginColumn() {
        return column(origins[start]);
    }

    @Override
    public int getEndLine() {
        return line(last());
    }

    @Override
    public int getEndColumn() {
        return column(last());
    }

    private int last() {
        return origins[Math.max(0, next - 1)];
    }

    private int line(int place) {
        int found = Arrays.binarySearch(lines, place);
        return found < 0 ? -found - 1 : found + 1;
    }

    private int column(int place) {
        return place - lines[line(place) - 1] + 1;
    }
}
