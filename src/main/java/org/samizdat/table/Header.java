package org.samizdat.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first row of a table: the columns of the schema, in its order, each by its name or a title.
 *
 * @param cells the cells of the row; if there are very many, only the first of them
 */
record Header(List<String> cells, List<Column> columns) {

    /** Whether the header is good; if not, problems say why. */
    boolean check(String file, Problems problems) {
        if (cells.size() == columns.size() && isInOrder()) {
            return true;
        }
        if (cells.size() == 1 && columns.size() > 1 && cells.getFirst().matches(".*[;\t].*")) {
            problems.add(Problem.inRow(
                    file, 1, "The columns are separated by semicolons or tabs; export the table with commas."));
        } else if (reportMissing(file, problems) + reportExtra(file, problems) == 0) {
            problems.add(Problem.inRow(
                    file,
                    1,
                    "The columns stand in another order than in the schema; order them "
                            + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + "."));
        }
        return false;
    }

    private boolean isInOrder() {
        for (int i = 0; i < cells.size(); i++) {
            if (!columns.get(i).isHeadedBy(cells.get(i))) {
                return false;
            }
        }
        return true;
    }

    private int reportMissing(String file, Problems problems) {
        List<Column> missing = columns.stream()
                .filter(column -> cells.stream().noneMatch(column::isHeadedBy))
                .toList();
        missing.forEach(column -> problems.add(Problem.inCell(
                file, 1, column.name(), "This column is missing; add it, or remove it from the schema.")));
        return missing.size();
    }

    private int reportExtra(String file, Problems problems) {
        int extra = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!seen.add(cell)) {
                problems.add(Problem.inRow(
                        file,
                        1,
                        "Cell " + (i + 1) + " of the header, " + Text.quote(cell)
                                + ", stands there twice; remove one of the columns."));
                extra++;
            } else if (columns.stream().noneMatch(column -> column.isHeadedBy(cell))) {
                problems.add(Problem.inRow(
                        file,
                        1,
                        "Cell " + (i + 1) + " of the header, " + Text.quote(cell)
                                + ", is no column of the schema; remove the column, or add it to the schema."));
                extra++;
            }
        }
        return extra;
    }
}
