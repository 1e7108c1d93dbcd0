package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;

/** The classes of the ontology under the most specific of those that they are a kind of, as they are drawn. */
record ClassTree(List<Row> rows) {
    static final int ROW = 28;
    private static final int STEP = 22;

    /**
     * A class.
     *
     * @param depth how far it is below the most general one
     * @param up how many rows above this one the class stands that it is a kind of
     */
    record Row(Link link, String name, int depth, int up, int index) {
        int x() {
            return 10 + depth * STEP;
        }

        int y() {
            return ROW / 2 + index * ROW;
        }

        int parentX() {
            return x() - STEP;
        }

        int parentY() {
            return y() - up * ROW;
        }
    }

    static ClassTree of(Ontology ontology, Names names) {
        Builder builder = new Builder(ontology, names);
        builder.addChildren(
                ontology.classes().stream()
                        .filter(type -> builder.parents(type).isEmpty())
                        .toList(),
                0,
                -1);
        return new ClassTree(builder.rows);
    }

    int height() {
        return rows.size() * ROW;
    }

    private static final class Builder {
        private final Ontology ontology;
        private final Names names;
        private final List<Row> rows = new ArrayList<>();
        private final Set<Node> seen = new HashSet<>();

        Builder(Ontology ontology, Names names) {
            this.ontology = ontology;
            this.names = names;
        }

        List<Node> parents(Node type) {
            return ontology.objects(type, RDFS.subClassOf.asNode()).stream()
                    .filter(ontology::isOwn)
                    .toList();
        }

        void addChildren(List<Node> types, int depth, int parent) {
            List<Node> sorted = types.stream()
                    .sorted(Comparator.comparing(names::text, String.CASE_INSENSITIVE_ORDER))
                    .toList();
            for (Node type : sorted) {
                if (seen.add(type)) {
                    int index = rows.size();
                    Link link = names.link(type).marked(ontology.symbol(List.of(type)));
                    rows.add(new Row(link, link.text(), depth, parent < 0 ? 0 : index - parent, index));
                    addChildren(
                            List.copyOf(ontology.subjects(RDFS.subClassOf.asNode(), type)).stream()
                                    .filter(ontology::isOwn)
                                    .toList(),
                            depth + 1,
                            index);
                }
            }
        }
    }
}
