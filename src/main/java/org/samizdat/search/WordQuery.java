package org.samizdat.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What people type, as a query: every word must be found, in a name or else in the description. */
final class WordQuery {
    /** More than anybody types, and little enough to answer at once. */
    private static final int MOST_WORDS = 12;

    /** Shorter words would be taken for too many others. */
    private static final int LONG_ENOUGH = 5;

    private WordQuery() {}

    /** Names and descriptions; a word may be spelled a little differently, or be only begun. */
    static Query search(Analyzer analyzer, String text) {
        return all(words(analyzer, text).stream().map(WordQuery::anywhere).toList());
    }

    /** Names that have words beginning like these. */
    static Query suggest(Analyzer analyzer, String text) {
        return all(words(analyzer, text).stream()
                .map(word -> any(List.of(name(word, 4), begun(word, 1))))
                .toList());
    }

    private static Query anywhere(String word) {
        List<Query> ways = new ArrayList<>(
                List.of(name(word, 8), begun(word, 3), new TermQuery(new Term(Fields.DESCRIPTION, word))));
        if (word.length() >= LONG_ENOUGH) {
            ways.add(new BoostQuery(new PrefixQuery(new Term(Fields.DESCRIPTION, word)), 0.5F));
            ways.add(new BoostQuery(new FuzzyQuery(new Term(Fields.NAMES, word), 1, 1), 2));
        }
        return any(ways);
    }

    private static Query name(String word, float boost) {
        return new BoostQuery(new TermQuery(new Term(Fields.NAMES, word)), boost);
    }

    private static Query begun(String word, float boost) {
        return new BoostQuery(new PrefixQuery(new Term(Fields.NAMES, word)), boost);
    }

    private static Query all(List<Query> queries) {
        if (queries.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(query -> all.add(query, Occur.MUST));
        return all.build();
    }

    private static Query any(List<Query> queries) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }

    private static List<String> words(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(Fields.NAMES, text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && words.size() < MOST_WORDS) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
