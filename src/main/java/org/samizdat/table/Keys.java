package org.samizdat.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The primary keys of all tables of a publication, and whether what foreign keys refer to exists. Holds sets of keys and
 * nothing else for each row: a reference to a key that never comes is found by reading its table a second time, which
 * happens only if there is one. Not safe for use by several threads.
 */
public final class Keys {
    private final Map<String, Target> targets = new TreeMap<>();
    private final Map<String, TableKeys> tables = new TreeMap<>();

    /** The listener for a table that is about to be read. */
    KeyListener of(Path csv, TableSchema schema, Problems problems) {
        TableKeys table = new TableKeys(csv, schema, this::target, problems);
        tables.put(schema.url(), table);
        return table;
    }

    private Target target(String url) {
        return targets.computeIfAbsent(url, name -> new Target());
    }

    /** Reports the references to rows that do not exist. All tables must have been read. */
    public void check(Problems problems) {
        for (TableKeys table : tables.values()) {
            List<TableKeys.Reference> dangling = table.references().stream()
                    .filter(reference -> isKey(table.schema(), reference.key(), problems))
                    .filter(reference -> reference.target().hasDangling())
                    .toList();
            if (!dangling.isEmpty()) {
                table.report(dangling, problems);
            }
        }
    }

    /** Whether a foreign key refers to the primary key of a table that was read. */
    private boolean isKey(TableSchema schema, ForeignKey key, Problems problems) {
        TableKeys table = tables.get(key.resource());
        if (table != null && table.schema().primaryKey().equals(key.referencedColumns())) {
            return true;
        }
        if (table != null || !Files.exists(schema.file().resolveSibling(key.resource()))) {
            problems.add(Problem.inFile(
                    schema.file().toString(),
                    "The foreign key " + String.join(", ", key.columns()) + " refers to "
                            + String.join(", ", key.referencedColumns()) + " of " + key.resource()
                            + ", which must be the primary key of a table in the same folder."));
        }
        return false;
    }

    /** The keys of one table, seen from those that refer to them. */
    static final class Target {
        private final KeySet defined = new KeySet();
        /** Referred to before they were defined, if ever. */
        private final KeySet awaited = new KeySet();

        private boolean incomplete;

        KeySet defined() {
            return defined;
        }

        void refer(String key) {
            awaited.putUnlessIn(defined, key, 1);
        }

        void incomplete() {
            incomplete = true;
        }

        boolean hasDangling() {
            return !incomplete && !awaited.isSubsetOf(defined);
        }
    }
}
