package org.samizdat.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** The index of a release, for any number of threads. */
public final class TextIndex implements AutoCloseable {
    private static final Sort BY_NAME = new Sort(new SortField(Fields.ORDER, SortField.Type.STRING));
    private static final Sort BEST = new Sort(
            SortField.FIELD_SCORE,
            new SortField(Fields.WEIGHT, SortField.Type.LONG, true),
            new SortField(Fields.ORDER, SortField.Type.STRING));

    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = new WordFolding();

    private TextIndex(Directory directory, DirectoryReader reader) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
    }

    /** Opens what {@link TextIndexer} wrote. */
    public static TextIndex open(Path folder) throws IOException {
        LuceneLog.quiet();
        Directory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        try {
            return new TextIndex(directory, DirectoryReader.open(directory));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * What a list shows.
     *
     * @param kind IRI of a class; without it, all but claims and parts of sources
     * @param property IRI of a property that the things are the subject of
     * @param letter the first of their names, from A to Z, or {@code #}
     */
    public record Selection(Optional<String> kind, Optional<String> property, Optional<String> letter) {
        private Query query() {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
            kind.ifPresentOrElse(
                    iri -> all.add(term(Fields.KIND, iri), Occur.FILTER),
                    () -> all.add(term(Fields.INNER, "yes"), Occur.MUST_NOT));
            property.ifPresent(iri -> all.add(term(Fields.PROPERTY, iri), Occur.FILTER));
            letter.ifPresent(first -> all.add(term(Fields.LETTER, first), Occur.FILTER));
            return all.build();
        }

        private static Query term(String field, String value) {
            return new TermQuery(new Term(field, value));
        }
    }

    /** Things by what stands after {@code id/} in their IRIs, in order of their names. */
    public Found<String> list(Selection selection, int from, int most) {
        return find(selection.query(), BY_NAME, from, most, hit -> document(hit).get(Fields.THING));
    }

    /** How many of the selection begin with each letter, whatever letter it has itself. */
    public SortedMap<String, Integer> letters(Selection selection) {
        SortedMap<String, Integer> letters = new TreeMap<>();
        for (String letter : "# A B C D E F G H I J K L M N O P Q R S T U V W X Y Z".split(" ")) {
            int count = count(new Selection(selection.kind(), selection.property(), Optional.of(letter)));
            if (count > 0) {
                letters.put(letter, count);
            }
        }
        return letters;
    }

    public int count(Selection selection) {
        try {
            return searcher.count(selection.query());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Things that have all these words in their names or description, the best first. */
    public Found<Hit> search(String text, int from, int most) {
        Query words = WordQuery.search(analyzer, text);
        Highlighter highlighter = new Highlighter(analyzer);
        return find(outer(words), BEST, from, most, found -> hit(found, words, highlighter));
    }

    /** Things that may be meant, by what was typed of a name so far. */
    public List<Suggestion> suggest(String text, int most) {
        Query words = outer(WordQuery.suggest(analyzer, text));
        return find(words, BEST, 0, most, this::suggestion).shown();
    }

    private Suggestion suggestion(ScoreDoc found) throws IOException {
        Document document = document(found);
        return new Suggestion(document.get(Fields.THING), document.get(Fields.LABEL));
    }

    private static Query outer(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(Fields.INNER, "yes")), Occur.MUST_NOT)
                .build();
    }

    /** How a document becomes what is shown. */
    private interface Reading<T> {
        T of(ScoreDoc found) throws IOException;
    }

    private <T> Found<T> find(Query query, Sort sort, int from, int most, Reading<T> reading) {
        try {
            TopDocs top = searcher.search(query, Math.addExact(from, most), sort);
            List<T> shown = new ArrayList<>();
            for (int i = from; i < top.scoreDocs.length; i++) {
                shown.add(reading.of(top.scoreDocs[i]));
            }
            return new Found<>(searcher.count(query), List.copyOf(shown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(ScoreDoc found) throws IOException {
        return searcher.storedFields().document(found.doc);
    }

    private Hit hit(ScoreDoc found, Query words, Highlighter highlighter) throws IOException {
        Document document = document(found);
        String label = document.get(Fields.LABEL);
        List<Hit.Piece> name = highlighter.pieces(Fields.NAMES, words, label);
        List<Hit.Piece> other = List.of();
        for (String text : document.getValues(Fields.NAMES)) {
            List<Hit.Piece> pieces = highlighter.pieces(Fields.NAMES, words, text);
            if (!text.equals(label) && other.isEmpty() && pieces.stream().anyMatch(Hit.Piece::found)) {
                other = pieces;
            }
        }
        String description =
                Optional.ofNullable(document.get(Fields.DESCRIPTION)).orElse("");
        return new Hit(
                document.get(Fields.THING), name, other, highlighter.pieces(Fields.DESCRIPTION, words, description));
    }

    @Override
    public void close() {
        try (directory) {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
