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

    /** @param reference the ontology */
    TableMapping(List<MappingQuery> queries, Graph reference) {
        this.mappings =
                queries.stream().map(query -> new RowMapping(query, reference)).toList();
    }

    /**
     * Maps a row by every mapping; it must mean something to one of them.
     *
     * @param out takes the triples, reifiers among them; some may come twice
     */
    void map(Row row, Consumer<Triple> out, Problems problems) {
        boolean found = false;
        for (RowMapping mapping : mappings) {
            found |= mapping.map(row, out, problems);
        }
        if (!found && mappings.stream().noneMatch(RowMapping::failed)) {
            problems.add(unmapped(row));
        }
    }

    private Problem unmapped(Row row) {
        StringBuilder why = new StringBuilder("No mapping of this table knows what to do with this row.");
        Set<String> columns = new LinkedHashSet<>();
        for (RowMapping mapping : mappings) {
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
