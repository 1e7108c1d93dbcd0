package org.samizdat.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * What the rows of a result join: those that have things in two columns, or triples.
 *
 * @param symbols of the things
 * @param json elements in the form of Cytoscape.js, safe inside a script element
 */
record ResultNetwork(List<Symbol> symbols, String json) {
    /** By the first two columns of things; what stands between them says how they are joined. */
    static Optional<ResultNetwork> of(Solutions solutions, Names names) {
        List<Var> ends = solutions.columns(names::isThing);
        if (ends.size() < 2) {
            return Optional.empty();
        }
        Var from = ends.get(0);
        Var to = ends.get(1);
        List<Binding> joined = solutions.rows().stream()
                .filter(row -> row.contains(from) && row.contains(to))
                .filter(row -> !row.get(from).equals(row.get(to)))
                .toList();
        Elements elements = new Elements();
        Map<Node, Long> degrees = joined.stream()
                .flatMap(row -> Stream.of(row.get(from), row.get(to)))
                .collect(Collectors.groupingBy(node -> node, LinkedHashMap::new, Collectors.counting()));
        degrees.forEach((node, degree) -> elements.node(node.getURI(), names.link(node), degree.intValue()));
        for (int i = 0; i < joined.size(); i++) {
            Binding row = joined.get(i);
            String how = solutions.between(row, from, to).map(names::text).collect(Collectors.joining(", "));
            elements.edge(
                    "row-" + i,
                    Link.to(how, ""),
                    row.get(from).getURI(),
                    row.get(to).getURI(),
                    how,
                    true);
        }
        return joined.isEmpty()
                ? Optional.empty()
                : Optional.of(new ResultNetwork(
                        degrees.keySet().stream()
                                .map(node -> names.link(node).symbol())
                                .distinct()
                                .sorted()
                                .toList(),
                        elements.json().replace("<", "\\u003c")));
    }
}
