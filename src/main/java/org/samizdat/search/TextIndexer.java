package org.samizdat.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes the index of what passes on its way into the store. The quads come sorted, so that those of one subject come together, and
 * nothing but these is held in memory.
 */
public final class TextIndexer implements AutoCloseable {
    private static final Set<Node> PREFERRED = Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());
    private static final Set<Node> OTHER = Set.of(SKOS.altLabel.asNode(), SKOS.hiddenLabel.asNode());

    private final String things;
    private final Directory directory;
    private final IndexWriter writer;
    private final List<Triple> triples = new ArrayList<>();
    private Node subject = Node.ANY;

    private TextIndexer(String things, Directory directory, IndexWriter writer) {
        this.things = things;
        this.directory = directory;
        this.writer = writer;
    }

    /**
     * @param base the base IRI of the release; things are what lies below its {@code id/}
     * @param folder where the index is written; does not exist yet
     */
    public static TextIndexer open(String base, Path folder) throws IOException {
        LuceneLog.quiet();
        Directory directory = FSDirectory.open(folder, NoLockFactory.INSTANCE);
        IndexWriterConfig config = new IndexWriterConfig(new WordFolding())
                .setMergeScheduler(new SerialMergeScheduler())
                .setUseCompoundFile(true);
        return new TextIndexer(base + "id/", directory, new IndexWriter(directory, config));
    }

    /** Sees all that goes on to {@code next}. */
    public StreamRDF before(StreamRDF next) {
        return new StreamRDFWrapper(next) {
            @Override
            public void triple(Triple triple) {
                accept(triple);
                super.triple(triple);
            }

            @Override
            public void quad(Quad quad) {
                if (quad.isTriple() || quad.isDefaultGraph()) {
                    accept(quad.asTriple());
                }
                super.quad(quad);
            }
        };
    }

    private void accept(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            finishSubject();
            subject = triple.getSubject();
        }
        triples.add(triple);
    }

    private void finishSubject() {
        if (subject.isURI() && subject.getURI().startsWith(things)) {
            try {
                writer.addDocument(document(subject.getURI().substring(things.length())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        triples.clear();
    }

    private Document document(String thing) {
        String label = label(thing);
        String order = WordFolding.key(label);
        Document document = new Document();
        document.add(new StringField(Fields.THING, thing, Store.YES));
        document.add(new StoredField(Fields.LABEL, label));
        document.add(new StringField(Fields.LETTER, letter(order), Store.NO));
        document.add(new SortedDocValuesField(Fields.ORDER, order(order, thing)));
        document.add(new NumericDocValuesField(Fields.WEIGHT, triples.size()));
        Set<String> properties = new TreeSet<>();
        for (Triple triple : triples) {
            add(triple, document);
            properties.add(triple.getPredicate().toString());
        }
        properties.forEach(property -> document.add(new StringField(Fields.PROPERTY, property, Store.NO)));
        if (isInner()) {
            document.add(new StringField(Fields.INNER, "yes", Store.NO));
        }
        return document;
    }

    private static void add(Triple triple, Document document) {
        Node property = triple.getPredicate();
        Node object = triple.getObject();
        if (property.equals(RDF.type.asNode())) {
            document.add(new StringField(Fields.KIND, object.toString(), Store.NO));
        } else if (object.isLiteral() && (PREFERRED.contains(property) || OTHER.contains(property))) {
            document.add(new TextField(Fields.NAMES, object.getLiteralLexicalForm(), Store.YES));
        } else if (object.isLiteral() && property.equals(DCTerms.description.asNode())) {
            document.add(new TextField(Fields.DESCRIPTION, object.getLiteralLexicalForm(), Store.YES));
        }
    }

    /** The English name before others, as pages show it. */
    private String label(String thing) {
        return triples.stream()
                .filter(triple -> PREFERRED.contains(triple.getPredicate())
                        && triple.getObject().isLiteral())
                .map(Triple::getObject)
                .sorted((a, b) -> Boolean.compare(isEnglish(b), isEnglish(a)))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse(thing);
    }

    private static boolean isEnglish(Node literal) {
        return literal.getLiteralLanguage().toLowerCase(Locale.ROOT).matches("en(-.*)?");
    }

    private static String letter(String order) {
        char first = order.isEmpty() ? '#' : Character.toUpperCase(order.charAt(0));
        return first >= 'A' && first <= 'Z' ? String.valueOf(first) : "#";
    }

    /** Lucene sorts by at most 32,766 bytes; things of the same name have an order too. */
    private static BytesRef order(String name, String thing) {
        String start = name.length() < 200 ? name : name.substring(0, 200);
        String end = thing.length() < 200 ? thing : thing.substring(0, 200);
        return new BytesRef(start + " " + end);
    }

    private boolean isInner() {
        return triples.stream()
                .anyMatch(triple -> triple.getPredicate().equals(DCTerms.isPartOf.asNode())
                        || triple.getPredicate().equals(RDF.predicate.asNode()));
    }

    /** Finishes the index. */
    @Override
    public void close() throws IOException {
        finishSubject();
        writer.close();
        directory.close();
    }
}
