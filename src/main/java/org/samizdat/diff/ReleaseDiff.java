package org.samizdat.diff;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;

/**
 * What differs between two releases, found by reading the sorted N-Quads of both side by side. Only what differs is held in
 * memory.
 */
public final class ReleaseDiff {
    static {
        // Whoever touches a vocabulary class of Jena before this gets half of Jena.
        JenaSystem.init();
    }

    private static final String TYPE = written(RDF.type.asNode());
    private static final String STATEMENT = written(RDF.Statement.asNode());
    private static final List<String> PARTS =
            List.of(written(RDF.subject.asNode()), written(RDF.predicate.asNode()), written(RDF.object.asNode()));

    private final List<Change> changes = new ArrayList<>();
    private final List<QuadLine> removed = new ArrayList<>();
    private final List<QuadLine> added = new ArrayList<>();
    private Labels labels = Labels.NONE;

    private ReleaseDiff() {}

    /**
     * Compares two files of sorted N-Quads, each plain or, with a name ending in {@code .gz}, compressed.
     *
     * @throws IOException if a file cannot be read, or is not sorted by bytes
     */
    public static ReleaseDiff between(Path before, Path after) throws IOException {
        ReleaseDiff diff = new ReleaseDiff();
        try (SubjectGroups old = SubjectGroups.open(before);
                SubjectGroups now = SubjectGroups.open(after)) {
            for (Optional<QuadLine> next = first(old, now); next.isPresent(); next = first(old, now)) {
                diff.compare(old.takeGroup(next.get()), now.takeGroup(next.get()));
            }
        }
        diff.labels = Labels.read(diff.changes, before, after);
        return diff;
    }

    private static Optional<QuadLine> first(SubjectGroups old, SubjectGroups now) {
        return old.peek()
                .map(line ->
                        now.peek().filter(other -> other.compareTo(line) < 0).orElse(line))
                .or(now::peek);
    }

    private void compare(List<QuadLine> old, List<QuadLine> now) {
        if (old.equals(now)) {
            return;
        }
        List<QuadLine> gone = without(old, now);
        List<QuadLine> come = without(now, old);
        removed.addAll(gone);
        added.addAll(come);
        if (gone.stream().anyMatch(QuadLine::isTriple) || come.stream().anyMatch(QuadLine::isTriple)) {
            Change.Kind kind = old.stream().noneMatch(QuadLine::isTriple)
                    ? Change.Kind.ADDED
                    : now.stream().noneMatch(QuadLine::isTriple) ? Change.Kind.REMOVED : Change.Kind.CHANGED;
            List<QuadLine> described = kind == Change.Kind.REMOVED ? old : now;
            String subject = described.getFirst().subject();
            changes.add(new Change(kind, subject, claim(described), facts(gone), facts(come)));
        }
    }

    private static List<QuadLine> without(List<QuadLine> lines, List<QuadLine> others) {
        Set<QuadLine> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }

    private static List<Change.Fact> facts(List<QuadLine> lines) {
        return lines.stream()
                .filter(QuadLine::isTriple)
                .map(line -> new Change.Fact(line.predicate(), line.object()))
                .toList();
    }

    private static List<String> claim(List<QuadLine> description) {
        List<Change.Fact> facts = facts(description);
        if (!facts.contains(new Change.Fact(TYPE, STATEMENT))) {
            return List.of();
        }
        return PARTS.stream()
                .map(part -> facts.stream()
                        .filter(fact -> fact.predicate().equals(part))
                        .findFirst()
                        .map(Change.Fact::object)
                        .orElse("?"))
                .toList();
    }

    private static String written(Node node) {
        return "<" + node.getURI() + ">";
    }

    /** Whether the two releases hold the same quads. */
    public boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }

    /** The subjects of the default graph that differ, in order of the files. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The number of quads that differ in other graphs than the default one. */
    public long otherGraphs() {
        return removed.stream().filter(line -> !line.isTriple()).count()
                + added.stream().filter(line -> !line.isTriple()).count();
    }

    /**
     * The changes for people to read: a summary, then each claim and thing with its label.
     *
     * @param prefixes namespace IRIs by prefix, to shorten IRIs with
     */
    public String text(SortedMap<String, String> prefixes) {
        return new DiffText(labels, prefixes).text(this);
    }

    /**
     * Writes the changes of all graphs as an RDF Patch, which makes the second release of the first.
     *
     * @param before the id of the first release
     * @param after the id of the second
     * @see <a href="https://afs.github.io/rdf-delta/rdf-patch.html">RDF Patch</a>
     */
    public void writePatch(String before, String after, OutputStream out) {
        RDFChangesWriterText patch = RDFChangesWriterText.create(out);
        patch.start();
        patch.header("id", release(after));
        patch.header("prev", release(before));
        patch.txnBegin();
        parse(removed, patch::delete);
        parse(added, patch::add);
        patch.txnCommit();
        patch.finish();
    }

    private static Node release(String id) {
        return NodeFactory.createURI("urn:samizdat:release:" + id);
    }

    @FunctionalInterface
    private interface QuadSink {
        void accept(Node graph, Node subject, Node predicate, Node object);
    }

    private static void parse(List<QuadLine> lines, QuadSink sink) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (QuadLine line : lines) {
            bytes.writeBytes(line.bytes());
            bytes.write('\n');
        }
        RDFParser.source(new ByteArrayInputStream(bytes.toByteArray()))
                .lang(Lang.NQUADS)
                .checking(false)
                .parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        Node graph = quad.isTriple() ? Quad.defaultGraphIRI : quad.getGraph();
                        sink.accept(graph, quad.getSubject(), quad.getPredicate(), quad.getObject());
                    }
                });
    }
}
