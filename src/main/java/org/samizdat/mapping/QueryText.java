package org.samizdat.mapping;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.sparql.lang.sparql_12.javacc.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;

/**
 * A query as the words it is made of, each with its line: what Jena's syntax tree no longer tells. Comments are gone, and
 * strings and IRIs are single words.
 */
final class QueryText {
    private final List<Token> words;

    private QueryText(List<Token> words) {
        this.words = words;
    }

    /** @param text a query that parses */
    static QueryText of(String text) {
        var lexer = new SPARQLParser12TokenManager(new JavaCharStream(new StringReader(text)));
        List<Token> words = new ArrayList<>();
        for (Token word = lexer.getNextToken(); word.kind != SPARQLParser12Constants.EOF; word = lexer.getNextToken()) {
            words.add(word);
        }
        return new QueryText(words);
    }

    List<Token> words() {
        return words;
    }

    /** The words between the braces after CONSTRUCT; of the short form CONSTRUCT WHERE, those of the pattern. */
    List<Token> template() {
        int start = index(0, word -> word.kind == SPARQLParser12Constants.CONSTRUCT);
        int open = index(Math.max(start, 0), word -> word.kind == SPARQLParser12Constants.LBRACE);
        int depth = 0;
        for (int i = Math.max(open, 0); i < words.size(); i++) {
            int kind = words.get(i).kind;
            depth += kind == SPARQLParser12Constants.LBRACE ? 1 : kind == SPARQLParser12Constants.RBRACE ? -1 : 0;
            if (depth == 0) {
                return words.subList(open + 1, i);
            }
        }
        return List.of();
    }

    /** The line of the first word of that kind; 1 if there is none. */
    long line(Predicate<Token> which) {
        int index = index(0, which);
        return index < 0 ? 1 : words.get(index).beginLine;
    }

    long lineOfVariable(String name) {
        return line(word -> isVariable(word) && word.image.substring(1).equals(name));
    }

    private static boolean isVariable(Token word) {
        return word.kind == SPARQLParser12Constants.VAR1 || word.kind == SPARQLParser12Constants.VAR2;
    }

    private int index(int from, Predicate<Token> which) {
        for (int i = from; i < words.size(); i++) {
            if (which.test(words.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
