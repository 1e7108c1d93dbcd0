package org.samizdat.query;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.irix.IRIException;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;
import org.samizdat.guard.Cancellation;
import org.samizdat.http.HttpProblem;

/**
 * The text of a query, and what is wrong with it. Jena's parser of SPARQL 1.2 reads it; it is called without Jena's own
 * wrapping, which turns what it knows of an error into a text.
 */
record QueryText(String text) {
    private static final int MOST_EXPECTED = 12;
    /** Characters before and after an error that are shown of its line. */
    private static final int AROUND = 70;

    private static final Pattern REPEATED_POSITION = Pattern.compile("^Line \\d+, column \\d+: ");
    private static final Pattern UNKNOWN_PREFIX = Pattern.compile("Unresolved prefixed name: ([^:]*):.*");

    /** What people read instead of the names of tokens in Jena's grammar. */
    private static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("<EOF>", "the end of the query"),
            Map.entry("<IRIref>", "an IRI in <>"),
            Map.entry("<PNAME_NS>", "a prefixed name"),
            Map.entry("<PNAME_LN>", "a prefixed name"),
            Map.entry("<BLANK_NODE_LABEL>", "a blank node"),
            Map.entry("<ANON>", "a blank node"),
            Map.entry("<NIL>", "()"),
            Map.entry("<VAR1>", "a variable"),
            Map.entry("<VAR2>", "a variable"),
            Map.entry("<LANG_DIR>", "a language tag"));

    /**
     * @param base against which relative IRIs are resolved
     * @param prefixes to be offered to whoever forgot one
     * @throws HttpProblem if it is not a query of SPARQL 1.2
     */
    Query parse(String base, Map<String, String> prefixes, Cancellation cancellation) {
        Query query = new Query();
        query.setBaseURI(base);
        query.setSyntax(Syntax.syntaxSPARQL_12);
        query.setStrict(true);
        SPARQLParser12 parser = new BoundedParser(new QueryCharacters(text, cancellation::check));
        try {
            parser.setQuery(query);
            parser.QueryUnit();
            SyntaxVarScope.check(query);
            query.ensureResultVars();
            return query;
        } catch (ParseException e) {
            // The parser takes every exception for the end of the query.
            cancellation.check();
            throw unexpected(e);
        } catch (TokenMgrError e) {
            throw notAToken(parser.token);
        } catch (QueryParseException e) {
            throw wrong(e, prefixes);
        } catch (StackOverflowError e) {
            throw Admission.tooDeep();
        } catch (QueryException | IRIException e) {
            throw problem("The query is not correct: " + firstLine(e.getMessage()), 0, 0);
        } catch (JenaException e) {
            throw problem("The query is not correct.", 0, 0);
        }
    }

    private HttpProblem unexpected(ParseException e) {
        Token last = e.currentToken;
        boolean ends = last.next.kind == SPARQLParser12Constants.EOF;
        int line = ends ? last.endLine : last.next.beginLine;
        int column = ends ? last.endColumn + 1 : last.next.beginColumn;
        String found = ends ? "the query ends" : "there is " + quoted(last.next.image);
        return problem(place(line, column) + found + ", but expected is " + expected(e) + ".", line, column);
    }

    private static String place(int line, int column) {
        return line > 0 ? "Line " + line + ", column " + column + ": " : "";
    }

    private static String expected(ParseException e) {
        List<String> expected = Stream.of(e.expectedTokenSequences)
                .map(sequence -> name(e.tokenImage[sequence[0]]))
                .distinct()
                .sorted(Comparator.comparing((String name) -> !Character.isLetter(name.charAt(0)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        String first = expected.stream().limit(MOST_EXPECTED).collect(Collectors.joining(", "));
        int comma = first.lastIndexOf(", ");
        return expected.size() > MOST_EXPECTED
                ? first + " or the like"
                : comma < 0 ? first : first.substring(0, comma) + " or" + first.substring(comma + 1);
    }

    private static String name(String image) {
        if (image.startsWith("\"")) {
            String word = image.substring(1, image.length() - 1);
            return word.length() > 1 ? word.toUpperCase(Locale.ROOT) : word;
        }
        if (image.startsWith("<STRING_LITERAL")) {
            return "a text in quotes";
        }
        boolean number = Stream.of("<INTEGER", "<DECIMAL", "<DOUBLE").anyMatch(image::startsWith);
        return number ? "a number" : TOKENS.getOrDefault(image, image);
    }

    /** What is wrong begins after the last token that the parser has seen. */
    private HttpProblem notAToken(Token consumed) {
        Token last = consumed;
        while (last.next != null) {
            last = last.next;
        }
        int line = Math.max(1, last.endLine);
        int column = last.endColumn + 1;
        List<String> lines = text.lines().toList();
        while (line < lines.size() && lines.get(line - 1).substring(column - 1).isBlank()) {
            line++;
            column = 1;
        }
        while (column < lines.get(line - 1).length()
                && Character.isWhitespace(lines.get(line - 1).charAt(column - 1))) {
            column++;
        }
        return problem(place(line, column) + "what begins here is nothing that SPARQL knows.", line, column)
                .advising("Look for a quote or bracket that is not closed, or a character that needs an escape.");
    }

    private HttpProblem wrong(QueryParseException e, Map<String, String> prefixes) {
        String reason = REPEATED_POSITION.matcher(firstLine(e.getMessage())).replaceFirst("");
        int line = Math.max(0, e.getLine());
        int column = Math.max(0, e.getColumn());
        String where = place(line, column);
        Matcher unknown = UNKNOWN_PREFIX.matcher(reason);
        if (!unknown.matches()) {
            return problem(where + reason + ".", line, column);
        }
        String prefix = unknown.group(1);
        String namespace = Optional.ofNullable(prefixes.get(prefix)).orElse("…");
        return problem(where + "the prefix " + prefix + ": is not declared.", line, column)
                .advising("Add this line to the top of the query: PREFIX " + prefix + ": <" + namespace + ">");
    }

    private HttpProblem problem(String detail, int line, int column) {
        HttpProblem problem = HttpProblem.of(400, "Not a SPARQL query", detail);
        return line == 0
                ? problem
                : problem.with("line", line).with("column", column).quoting(excerpt(line, column));
    }

    /** The line, as much of it as is near the column, and below it a mark at the column. */
    private String excerpt(int line, int column) {
        List<String> lines = text.lines().limit(line).toList();
        if (lines.size() < line) {
            return "";
        }
        String whole = lines.getLast();
        int at = Math.min(column - 1, whole.length());
        int start = Math.max(0, at - AROUND);
        String part =
                whole.substring(start, Math.min(whole.length(), at + AROUND)).replace('\t', ' ');
        return part + "\n" + " ".repeat(at - start) + "^";
    }

    private static String quoted(String image) {
        return image.length() > AROUND ? image.substring(0, AROUND) + "…" : image;
    }

    private static String firstLine(String message) {
        return Optional.ofNullable(message)
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }

    /** Knows how many variables there are: Jena looks through all of them for each, and cannot be stopped meanwhile. */
    private static final class BoundedParser extends SPARQLParser12 {
        private static final int MOST_VARIABLES = 2_000;

        private final Set<String> variables = new HashSet<>();

        BoundedParser(QueryCharacters text) {
            super(new SPARQLParser12TokenManager(text));
        }

        @Override
        protected Var createVariable(String name, int line, int column) {
            variables.add(name);
            if (variables.size() > MOST_VARIABLES) {
                throw Admission.tooLarge("more than " + MOST_VARIABLES + " variables", MOST_VARIABLES);
            }
            return super.createVariable(name, line, column);
        }
    }
}
