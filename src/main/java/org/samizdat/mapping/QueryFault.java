package org.samizdat.mapping;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/**
 * Why a text is no SPARQL query, and where in it.
 *
 * @param line counted from 1; 0 where the parser does not tell
 * @param column counted from 1; empty where the parser does not tell
 * @param reason one line, without the list of all that might have stood there instead
 */
public record QueryFault(long line, String column, String reason) {
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

    /** Takes the place from the message: that of the exception is the word before. */
    public static QueryFault of(QueryParseException e) {
        String message = oneLine(e.getMessage());
        Matcher place = PLACE.matcher(message);
        boolean found = place.find();
        int expectations = message.indexOf(" Was expecting");
        return new QueryFault(
                found ? Long.parseLong(place.group(1)) : Math.max(0, e.getLine()),
                found ? place.group(2) : "",
                expectations < 0 ? message : message.substring(0, expectations));
    }

    static String oneLine(String message) {
        return message.strip().replaceAll("\\s+", " ");
    }
}
