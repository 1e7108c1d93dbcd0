package org.samizdat.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The keys in the rows of one table: collects its primary keys and the keys that it refers to. */
final class TableKeys implements KeyListener {
    /** Stands in no cell. */
    private static final String BETWEEN = "\u001F";

    private final Path csv;
    private final TableSchema schema;
    private final Problems problems;
    private final int[] primaryKey;
    private final Keys.Target own;
    private final List<Reference> references;

    /** A foreign key and where its columns stand. */
    record Reference(ForeignKey key, int[] positions, Column first, Keys.Target target) {
        /** Visits the keys to which a row refers: several if the column has a separator. */
        void forEach(String[] cells, Consumer<String> visitor) {
            if (positions.length == 1 && cells[positions[0]] != null) {
                first.split(cells[positions[0]]).forEach(visitor);
            } else if (isComplete(cells, positions)) {
                visitor.accept(join(cells, positions));
            }
        }
    }

    TableKeys(Path csv, TableSchema schema, Function<String, Keys.Target> targets, Problems problems) {
        this.csv = csv;
        this.schema = schema;
        this.problems = problems;
        this.primaryKey = positions(schema.primaryKey());
        this.own = targets.apply(schema.url());
        this.references = schema.foreignKeys().stream()
                .map(key -> reference(key, targets.apply(key.resource())))
                .toList();
    }

    private Reference reference(ForeignKey key, Keys.Target target) {
        int[] positions = positions(key.columns());
        return new Reference(key, positions, schema.columns().get(positions[0]), target);
    }

    private int[] positions(List<String> columns) {
        return columns.stream().mapToInt(schema::indexOf).toArray();
    }

    TableSchema schema() {
        return schema;
    }

    List<Reference> references() {
        return references;
    }

    @Override
    public void row(long number, String[] cells) {
        if (primaryKey.length > 0 && isComplete(cells, primaryKey)) {
            int before = own.defined().put(join(cells, primaryKey), Math.toIntExact(number));
            if (before > 0) {
                problems.add(duplicate(number, cells, before));
            }
        }
        for (Reference reference : references) {
            reference.forEach(cells, reference.target()::refer);
        }
    }

    private Problem duplicate(long number, String[] cells, int before) {
        String key = join(cells, primaryKey).replace(BETWEEN, ", ");
        return Problem.inCell(
                csv.toString(),
                number,
                String.join(", ", schema.primaryKey()),
                Text.quote(key) + " is already the name of row " + before + "; give one of the two rows another.");
    }

    @Override
    public void incomplete() {
        own.incomplete();
    }

    /** Reads the table again and reports its references to rows that do not exist. */
    void report(List<Reference> dangling, Problems found) {
        List<NearestKey> nearest = dangling.stream()
                .map(reference -> new NearestKey(reference.target().defined()))
                .toList();
        KeyListener reporter = new KeyListener() {
            @Override
            public void row(long number, String[] cells) {
                for (int i = 0; i < dangling.size(); i++) {
                    report(number, cells, dangling.get(i), nearest.get(i), found);
                }
            }

            @Override
            public void incomplete() {
                // said when it was read first
            }
        };
        TableReader.read(csv, schema, reporter, new Problems(), row -> {});
    }

    private void report(long number, String[] cells, Reference reference, NearestKey nearest, Problems found) {
        List<String> missing = new ArrayList<>();
        reference.forEach(cells, key -> {
            if (!reference.target().defined().contains(key)) {
                missing.add(key);
            }
        });
        for (String key : missing) {
            String advice = nearest.to(key)
                    .map(near -> "did you mean " + near.replace(BETWEEN, ", ") + "?")
                    .orElse("add it there, or correct it here.");
            found.add(Problem.inCell(
                    csv.toString(),
                    number,
                    String.join(", ", reference.key().columns()),
                    "There is no " + Text.quote(key.replace(BETWEEN, ", ")) + " in "
                            + reference.key().resource() + "; " + advice));
        }
    }

    private static boolean isComplete(String[] cells, int[] positions) {
        for (int position : positions) {
            if (cells[position] == null) {
                return false;
            }
        }
        return true;
    }

    private static String join(String[] cells, int[] positions) {
        if (positions.length == 1) {
            return cells[positions[0]];
        }
        StringBuilder key = new StringBuilder();
        for (int position : positions) {
            key.append(key.isEmpty() ? "" : BETWEEN).append(cells[position]);
        }
        return key.toString();
    }
}
