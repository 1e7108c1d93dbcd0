package org.samizdat.search;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

/**
 * Makes words comparable across scripts and spellings: without case and accents, in Latin letters. Cyrillic is read as Russian, in
 * the transliteration of the U.S. Board on Geographic Names, which comes nearest to how English writes Russian names.
 */
final class WordFolding extends Analyzer {
    private static final String LATIN = "Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower; ";
    private static final Transliterator WORDS = Transliterator.getInstance(LATIN + "[^\\p{L}\\p{N}] Remove");
    private static final Transliterator NAMES = Transliterator.getInstance(LATIN + "[^\\p{L}\\p{N}\\ ] Remove");

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new ICUTokenizer();
        TokenStream bare = new EnglishPossessiveFilter(words);
        TokenStream latin = new ICUTransformFilter(bare, WORDS);
        return new TokenStreamComponents(words, new ICUFoldingFilter(latin));
    }

    /** A whole name as it is sorted by. */
    static String key(String name) {
        return NAMES.transliterate(name).strip();
    }
}
