package org.samizdat.bench.conversion;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.samizdat.table.Edtf;

/**
 * What a good programmer would write for this one publication instead of schemas and mappings: reads the same tables, makes
 * the same checks of cells and keys, and writes the same triples through Jena's nodes and its N-Triples writer. Things and
 * sentences are looked up once and their nodes used again. Dates are read by {@link Edtf}, as by a library.
 */
final class HandWritten {
    private enum Kind {
        THING,
        DATE,
        NUMBER,
        TEXT
    }

    private record Property(Node node, Kind kind) {}

    private final Path folder;
    private final StreamRDF out;
    private final Map<String, Property> properties;
    private final Map<String, Node> things = new HashMap<>();
    private final Map<String, Node> sentences = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final List<String> errors = new ArrayList<>();

    private HandWritten(Path folder, StreamRDF out) {
        this.folder = folder;
        this.out = out;
        this.properties = properties(folder.resolve("ontology.ttl"));
    }

    /** Converts the publication in the folder named first to the N-Triples file named second. */
    public static void main(String[] args) throws IOException {
        try (OutputStream file = Files.newOutputStream(Path.of(args[1]))) {
            StreamRDF out = StreamRDFWriter.getWriterStream(file, Lang.NTRIPLES);
            out.start();
            HandWritten converter = new HandWritten(Path.of(args[0]), out);
            converter.convert();
            out.finish();
            converter.errors.forEach(System.err::println);
            if (!converter.errors.isEmpty()) {
                System.exit(1);
            }
        }
    }

    private void convert() throws IOException {
        Cells thing = cells("things.csv", List.of("id", "kind", "label", "description"));
        thing.forEachRow(() -> thing(thing));
        Cells sentence = cells("sentences.csv", List.of("id", "paragraph", "sentence"));
        sentence.forEachRow(() -> sentence(sentence));
        Cells claim = cells("claims.csv", Claim.COLUMNS);
        claim.forEachRow(() -> claim(claim));
    }

    private Cells cells(String table, List<String> columns) {
        return new Cells(folder.resolve("tables").resolve(table), columns, errors);
    }

    private void thing(Cells row) {
        boolean good = row.isSlug(0) & row.isOneOf(1, Chronicle.KINDS.keySet()) & row.has(2) & row.isShort(3);
        Node thing = Chronicle.id(row.text(0));
        if (good && things.put(row.text(0), thing) == null) {
            add(thing, Chronicle.TYPE, Chronicle.KINDS.get(row.text(1)));
            add(thing, Chronicle.LABEL, Chronicle.english(row.text(2)));
            add(thing, Chronicle.DESCRIPTION, Chronicle.english(row.text(3)));
        } else {
            row.error(0, "twice, or not complete");
        }
    }

    private void sentence(Cells row) {
        boolean good = row.isSlug(0) & row.isDigits(1) & row.isDigits(2);
        Node sentence = Chronicle.id(row.text(0));
        if (good && sentences.put(row.text(0), sentence) == null) {
            add(sentence, Chronicle.TYPE, Chronicle.SENTENCE);
            add(sentence, Chronicle.PARAGRAPH_NUMBER, Chronicle.integer(row.text(1)));
            add(sentence, Chronicle.SENTENCE_NUMBER, Chronicle.integer(row.text(2)));
        } else {
            row.error(0, "twice, or not complete");
        }
    }

    private void claim(Cells row) {
        Property property = properties.get(row.text(2));
        if (!isGood(row, property)) {
            return;
        }
        Optional<Node> subject = known(row, 1, row.text(1), things);
        Optional<Node> object = object(row, property.kind());
        if (subject.isPresent() && object.isPresent()) {
            claim(row, subject.get(), property.node(), object.get());
        }
    }

    private void claim(Cells row, Node subject, Node property, Node object) {
        Node claim = Chronicle.id("claim-" + row.text(0));
        statement(claim, subject, property, object);
        add(claim, Chronicle.LABEL, Chronicle.english("Claim " + row.text(0)));
        qualifiers(claim, row);
        if (!row.has(7) && !row.has(8)) {
            add(subject, property, object);
        }
    }

    private boolean isGood(Cells row, Property property) {
        boolean good = row.isSlug(0)
                & row.isOneOf(6, Chronicle.BASES.keySet())
                & (!row.has(8) || row.isOneOf(8, Chronicle.MODES.keySet()))
                & (!row.has(5) || row.isLanguage(5))
                & row.isShort(4)
                & row.isShort(13)
                & (row.has(12) || row.error(12, "no citation"));
        if (property == null) {
            return row.error(2, "not a property of the ontology");
        }
        if ((property.kind() == Kind.THING) != row.has(3) || row.has(3) == row.has(4)) {
            return row.error(3, "does not fit the property");
        }
        return good && (claims.add(row.text(0)) || row.error(0, "twice"));
    }

    private Optional<Node> object(Cells row, Kind kind) {
        return switch (kind) {
            case THING -> known(row, 3, row.text(3), things);
            case DATE -> date(row, 4).map(Chronicle::literal);
            case NUMBER -> row.isDigits(4) ? Optional.of(Chronicle.integer(row.text(4))) : Optional.empty();
            case TEXT -> Optional.of(NodeFactory.createLiteralLang(row.text(4), row.has(5) ? row.text(5) : "en"));
        };
    }

    private void statement(Node claim, Node subject, Node property, Node object) {
        add(claim, Chronicle.TYPE, RDF.Nodes.Statement);
        add(claim, RDF.Nodes.subject, subject);
        add(claim, RDF.Nodes.predicate, property);
        add(claim, RDF.Nodes.object, object);
        add(claim, Chronicle.TYPE, Chronicle.CLAIM);
    }

    private void qualifiers(Node claim, Cells row) {
        add(claim, Chronicle.BASIS, Chronicle.BASES.get(row.text(6)));
        row.values(7).forEach(id -> refer(claim, Chronicle.ATTRIBUTED, row, 7, id, things));
        if (row.has(8)) {
            add(claim, Chronicle.MODE, Chronicle.MODES.get(row.text(8)));
        }
        if (row.has(9)) {
            date(row, 9).ifPresent(date -> time(claim, date));
        }
        if (row.has(10)) {
            refer(claim, Chronicle.PLACE, row, 10, row.text(10), things);
        }
        row.values(11).forEach(id -> refer(claim, Chronicle.TOPIC, row, 11, id, things));
        row.values(12).forEach(id -> refer(claim, Chronicle.DERIVED, row, 12, id, sentences));
        if (row.has(13)) {
            add(claim, Chronicle.NOTE, Chronicle.english(row.text(13)));
        }
    }

    private void time(Node claim, Edtf date) {
        add(claim, Chronicle.WHEN, Chronicle.literal(date));
        date.earliestStart().ifPresent(day -> add(claim, Chronicle.EARLIEST_START, Chronicle.literal(day)));
        date.latestStart().ifPresent(day -> add(claim, Chronicle.LATEST_START, Chronicle.literal(day)));
        date.earliestEnd().ifPresent(day -> add(claim, Chronicle.EARLIEST_END, Chronicle.literal(day)));
        date.latestEnd().ifPresent(day -> add(claim, Chronicle.LATEST_END, Chronicle.literal(day)));
    }

    private void refer(Node claim, Node property, Cells row, int column, String id, Map<String, Node> in) {
        known(row, column, id, in).ifPresent(node -> add(claim, property, node));
    }

    private static Optional<Node> known(Cells row, int column, String id, Map<String, Node> in) {
        Optional<Node> node = Optional.ofNullable(in.get(id));
        if (node.isEmpty()) {
            row.error(column, "there is no " + id);
        }
        return node;
    }

    private static Optional<Edtf> date(Cells row, int column) {
        try {
            return Optional.of(Edtf.parse(row.text(column)));
        } catch (IllegalArgumentException e) {
            row.error(column, e.getMessage());
            return Optional.empty();
        }
    }

    private void add(Node subject, Node property, Node object) {
        out.triple(Triple.create(subject, property, object));
    }

    private static Map<String, Property> properties(Path ontology) {
        var graph = GraphFactory.createDefaultGraph();
        RDFDataMgr.read(graph, ontology.toUri().toString());
        Map<String, Property> properties = new HashMap<>();
        graph.find(Node.ANY, Chronicle.TYPE, OWL.ObjectProperty.asNode())
                .forEach(t -> properties.put(t.getSubject().getLocalName(), new Property(t.getSubject(), Kind.THING)));
        graph.find(Node.ANY, Chronicle.TYPE, OWL.DatatypeProperty.asNode()).forEach(t -> {
            Node property = t.getSubject();
            Kind kind = graph.contains(property, RDFS.subPropertyOf.asNode(), Chronicle.v("dateProperty"))
                    ? Kind.DATE
                    : graph.contains(property, RDFS.range.asNode(), XSD.integer.asNode()) ? Kind.NUMBER : Kind.TEXT;
            properties.put(property.getLocalName(), new Property(property, kind));
        });
        return properties;
    }
}
