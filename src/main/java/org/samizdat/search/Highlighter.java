package org.samizdat.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Finds again, in a text, what a query found. */
final class Highlighter {
    private final UnifiedHighlighter highlighter;

    Highlighter(Analyzer analyzer) {
        Supplier<BreakIterator> whole = WholeBreakIterator::new;
        highlighter = UnifiedHighlighter.builderWithoutSearcher(analyzer)
                .withBreakIterator(whole)
                .withFormatter(new Pieces())
                .build();
    }

    /** The whole text, in pieces. */
    List<Hit.Piece> pieces(String field, Query query, String text) throws IOException {
        Object found = text.isEmpty() ? null : highlighter.highlightWithoutSearcher(field, query, text, 1);
        List<Hit.Piece> pieces = new ArrayList<>();
        if (found instanceof List<?> list) {
            list.forEach(piece -> pieces.add((Hit.Piece) piece));
        } else if (!text.isEmpty()) {
            pieces.add(new Hit.Piece(text, false));
        }
        return pieces;
    }

    /** Cuts a text where what was found begins and ends. */
    private static final class Pieces extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Hit.Piece> pieces = new ArrayList<>();
            int at = 0;
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int start = passage.getMatchStarts()[i];
                    int end = passage.getMatchEnds()[i];
                    if (start >= at) {
                        add(content.substring(at, start), false, pieces);
                        add(content.substring(start, end), true, pieces);
                        at = end;
                    }
                }
            }
            add(content.substring(at), false, pieces);
            return pieces;
        }

        private static void add(String text, boolean found, List<Hit.Piece> pieces) {
            if (!text.isEmpty()) {
                pieces.add(new Hit.Piece(text, found));
            }
        }
    }
}
