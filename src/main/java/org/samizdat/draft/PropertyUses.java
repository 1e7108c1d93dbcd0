package org.samizdat.draft;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** How often each property is used by the members of a class, and what its values are. */
final class PropertyUses {
    private final SortedMap<String, Use> byProperty = new TreeMap<>();

    /** One property's triples, and how many of them lead to things of a class, or to literals of a datatype. */
    static final class Use {
        private final SortedMap<String, Long> byClass = new TreeMap<>();
        private final SortedMap<String, Long> byDatatype = new TreeMap<>();
        private long triples;

        long triples() {
            return triples;
        }

        Map<String, Long> byClass() {
            return byClass;
        }

        Map<String, Long> byDatatype() {
            return byDatatype;
        }

        private void count(Node object, Set<String> classes) {
            triples++;
            classes.forEach(type -> byClass.merge(type, 1L, Long::sum));
            if (object.isLiteral()) {
                byDatatype.merge(object.getLiteralDatatypeURI(), 1L, Long::sum);
            }
        }
    }

    /** @param classes of the object */
    void count(Node property, Node object, Set<String> classes) {
        byProperty.computeIfAbsent(property.getURI(), any -> new Use()).count(object, classes);
    }

    Map<String, Use> byProperty() {
        return byProperty;
    }
}
