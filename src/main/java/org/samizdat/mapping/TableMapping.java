package org.samizdat.mapping;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.table.Row;

/** All mappings of one table, run over its rows. For one thread. */
final class TableMapping {
    private final List<RowMapping> mappings;

    /** Those of which one must know what to do with a row: the one called like the table, or all where there is none. */
    private final List<RowMapping> deciding;

    /** @param reference the ontology */
    TableMapping(String table, List<MappingQuery> queries, Graph reference) {
        this.mappings =
                queries.stream().map(query -> new RowMapping(query, reference)).toList();
        List<RowMapping> called = mappings.stream()
                .filter(mapping -> mapping.query().file().endsWith(table + ".rq"))
                .toList();
        this.deciding = called.isEmpty() ? mappings : called;
    }

    /**
     * Maps a row by every mapping.
     *
     * @param out takes the triples, reifiers among them; some may come twice
     */
    void map(Row row, Consumer<Triple> out, Problems problems) {
        boolean found = false;
        for (RowMapping mapping : mappings) {
            found |= mapping.map(row, out, problems) && deciding.contains(mapping);
        }
        if (!found && mappings.stream().noneMatch(RowMapping::failed)) {
            problems.add(unmapped(row));
        }
    }

    private Problem unmapped(Row row) {
        StringBuilder why = new StringBuilder("This row has no meaning.");
        Set<String> columns = new LinkedHashSet<>();
        for (RowMapping mapping : deciding) {
            Optional<RowMapping.Obstacle> obstacle = mapping.obstacle(row);
            obstacle.ifPresent(it -> {
                columns.addAll(it.columns());
                why.append(' ')
                        .append(mapping.query().file().getFileName())
                        .append(": ")
                        .append(it.message());
            });
        }
        return Problem.inCell(row.file(), row.number(), String.join(", ", columns), why.toString());
    }
}
