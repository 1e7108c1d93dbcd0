package org.samizdat.query;

import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12Constants;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.Token;

/**
 * What is left of a query's text when neither white space, comments, prefixes nor the case of keywords matter: its tokens,
 * with IRIs in place of prefixed names. Texts with equal tokens are equal queries, if their relative IRIs have equal bases.
 */
final class QueryTokens {
    /** Tokens that may have white space in them: () and []. */
    private static final Set<Integer> SPACED = Set.of(SPARQLParser12Constants.NIL, SPARQLParser12Constants.ANON);

    private final SPARQLParser12TokenManager tokens;
    private final Query parsed;

    private QueryTokens(String text, Query parsed) {
        this.tokens = new SPARQLParser12TokenManager(new QueryCharacters(text));
        this.parsed = parsed;
    }

    /**
     * @param parsed what the text has been parsed to, which knows the prefixes
     * @param taker is given each token in turn
     */
    static void read(String text, Query parsed, Consumer<String> taker) {
        new QueryTokens(text, parsed).read(taker);
    }

    private void read(Consumer<String> taker) {
        Token token = tokens.getNextToken();
        while (token.kind != SPARQLParser12Constants.EOF) {
            if (token.kind == SPARQLParser12Constants.PREFIX) {
                tokens.getNextToken();
                tokens.getNextToken();
            } else if (token.kind == SPARQLParser12Constants.BASE) {
                tokens.getNextToken();
            } else {
                taker.accept(normal(token));
            }
            token = tokens.getNextToken();
        }
    }

    private String normal(Token token) {
        if (token.kind == SPARQLParser12Constants.PNAME_LN || token.kind == SPARQLParser12Constants.PNAME_NS) {
            return '<' + expanded(token.image) + '>';
        }
        String image = SPARQLParser12Constants.tokenImage[token.kind];
        boolean fixed = image.charAt(0) == '"' || SPACED.contains(token.kind);
        return fixed ? image : token.image;
    }

    /** SPARQL 1.1 Query, section 4.1.1: escapes in a local name stand for the character after the backslash. */
    private String expanded(String name) {
        int colon = name.indexOf(':');
        String local = name.substring(colon + 1);
        return parsed.getPrefix(name.substring(0, colon))
                + (local.indexOf('\\') < 0 ? local : local.replaceAll("\\\\(.)", "$1"));
    }
}
