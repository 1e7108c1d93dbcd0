package org.samizdat.mapping;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.publication.Publication;
import org.samizdat.publication.RdfFile;
import org.samizdat.publication.TableSource;
import org.samizdat.table.Column;
import org.samizdat.table.Keys;
import org.samizdat.table.NearestName;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.table.Row;

/**
 * Finds the place that a triple came from, by reading the publication once more: done only when there is something to complain
 * of, so that nothing need be kept for each row while there is not.
 */
public final class Origins {
    private static final int SUGGESTIONS = 20;

    private final Publication publication;
    private final Graph ontology;

    public Origins(Publication publication) {
        this.publication = publication;
        this.ontology = Conversion.ontology(publication, new Problems());
    }

    /**
     * A place in the input.
     *
     * @param file the table or RDF file
     * @param line the row, or line; 0 where the format does not tell
     * @param column the column from which a term comes; empty where unknown
     */
    public record Origin(Path file, long line, String column) {
        /** A problem at this place. */
        public Problem problem(String message) {
            return Problem.inCell(file.toString(), line, column, message);
        }
    }

    /** Takes a triple with its place; for a triple of a table, the row. */
    private interface Visitor {
        void visit(Triple triple, Path file, long line, Optional<Row> row, Optional<TableInput> table);
    }

    /**
     * Where each of some subjects is said to be what it is, or else where it is first described, be it in a file of the ontology;
     * those that nothing describes are absent.
     */
    public Map<Node, Origin> of(Collection<Node> subjects) {
        Set<Node> wanted = new HashSet<>(subjects);
        Map<Node, Origin> described = new HashMap<>();
        Map<Node, Origin> typed = new HashMap<>();
        visit((triple, file, line, row, table) -> {
            if (wanted.contains(triple.getSubject())) {
                boolean saysWhatItIs = triple.getPredicate().equals(RDF.Nodes.type);
                (saysWhatItIs ? typed : described).putIfAbsent(triple.getSubject(), new Origin(file, line, ""));
            }
        });
        described.putAll(typed);
        visitOntology(wanted, described);
        return described;
    }

    private void visitOntology(Set<Node> wanted, Map<Node, Origin> described) {
        for (Path file : publication.ontology()) {
            Graph terms = RdfFile.read(file, new Problems());
            wanted.stream()
                    .filter(node -> terms.contains(node, Node.ANY, Node.ANY))
                    .forEach(node -> described.putIfAbsent(node, new Origin(file, 0, "")));
        }
    }

    /** Reports the first mention of each thing that nothing describes. */
    void reportUnknown(Things things, Problems problems) {
        Map<Node, Origin> unknown = new LinkedHashMap<>();
        visit((triple, file, line, row, table) -> Editions.terms(triple)
                .filter(things::isUnknown)
                .forEach(node -> unknown.computeIfAbsent(
                        node, thing -> new Origin(file, line, column(things.slug(thing), row, table)))));
        Map<Node, String> meant = nearest(unknown.keySet(), things);
        unknown.forEach((node, origin) -> problems.add(origin.problem("Nothing describes \"" + things.slug(node) + "\""
                + (meant.containsKey(node)
                        ? "; is \"" + meant.get(node) + "\" meant?"
                        : "; describe it, or correct the name."))));
    }

    private Map<Node, String> nearest(Set<Node> unknown, Things things) {
        Map<Node, NearestName> searches = new LinkedHashMap<>();
        unknown.stream().limit(SUGGESTIONS).forEach(node -> searches.put(node, new NearestName(things.slug(node))));
        visit((triple, file, line, row, table) -> {
            if (triple.getPredicate().equals(RDF.Nodes.type) && things.isThing(triple.getSubject())) {
                searches.values().forEach(search -> search.offer(things.slug(triple.getSubject())));
            }
        });
        Map<Node, String> meant = new HashMap<>();
        searches.forEach((node, search) -> search.best().ifPresent(slug -> meant.put(node, slug)));
        return meant;
    }

    /** The column in which a slug stands. */
    private static String column(String slug, Optional<Row> row, Optional<TableInput> table) {
        if (row.isEmpty() || table.isEmpty()) {
            return "";
        }
        List<Column> columns = table.get().schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            if (row.get().values(i).contains(slug)) {
                return columns.get(i).name();
            }
        }
        return "";
    }

    private void visit(Visitor visitor) {
        Problems ignored = new Problems();
        Keys keys = new Keys();
        for (TableSource source : publication.tables()) {
            Optional<TableInput> table = TableInput.open(source, publication.base(), ignored);
            if (table.isPresent()) {
                TableMapping mapping = table.get().mapping(ontology);
                table.get()
                        .read(
                                keys,
                                ignored,
                                row -> mapping.map(
                                        row,
                                        editions(triple -> visitor.visit(
                                                triple, source.csv(), row.number(), Optional.of(row), table)),
                                        ignored));
            }
        }
        for (Path file : publication.rdfFiles()) {
            new RdfInput(file, publication.base(), ignored)
                    .read((triple, line) -> editions(
                                    one -> visitor.visit(one, file, line, Optional.empty(), Optional.empty()))
                            .accept(triple));
        }
    }

    private static Editions editions(Consumer<Triple> plain) {
        return new Editions(plain, reifier -> {});
    }
}
