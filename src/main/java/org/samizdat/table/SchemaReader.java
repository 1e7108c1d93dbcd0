package org.samizdat.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one CSVW metadata file and reports all that is wrong with it. */
final class SchemaReader {
    private static final String CONTEXT = "http://www.w3.org/ns/csvw";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** The mapping's variable for the number of the row. */
    private static final String RESERVED = "ROWNUM";

    private final Path file;
    private final Problems problems;
    /** The paths of the values in which something is wrong; the first thing said of each is enough. */
    private final Set<String> wrong = new HashSet<>();

    SchemaReader(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Optional<TableSchema> read() {
        try {
            TableSchema schema = table(JsonNode.read(file));
            return wrong.isEmpty() ? Optional.of(schema) : Optional.empty();
        } catch (BadInputException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    private TableSchema table(JsonNode node) {
        Map<String, JsonNode> table = object(node, Set.of("@context", "url", "tableSchema"));
        require(node, table, "@context")
                .filter(c -> !c.string().equals(Optional.of(CONTEXT)))
                .ifPresent(c -> error(c, "must be \"" + CONTEXT + "\""));
        String url = require(node, table, "url").map(this::url).orElse("");
        Optional<JsonNode> schema = require(node, table, "tableSchema");
        Map<String, JsonNode> parts = schema.map(s -> object(s, Set.of("columns", "primaryKey", "foreignKeys")))
                .orElse(Map.of());
        List<Column> columns = schema.flatMap(s -> require(s, parts, "columns"))
                .map(this::columns)
                .orElse(List.of());
        List<String> key = Optional.ofNullable(parts.get("primaryKey"))
                .map(k -> primaryKey(k, columns))
                .orElse(List.of());
        List<ForeignKey> foreign = Optional.ofNullable(parts.get("foreignKeys"))
                .map(f -> array(f).stream().map(k -> foreignKey(k, columns)).toList())
                .orElse(List.of());
        return new TableSchema(file, url, columns, key, foreign);
    }

    private String url(JsonNode node) {
        String url = string(node);
        if (!file.getFileName().toString().equals(url + "-metadata.json")) {
            error(node, "must name the table beside this file, whose name is this file's without \"-metadata.json\"");
        }
        return url;
    }

    private List<Column> columns(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode item : array(node)) {
            Column column = column(item);
            if (!names.add(column.name())) {
                error(item, "has the name of a column before it; give it another");
            }
            columns.add(column);
        }
        if (columns.isEmpty()) {
            error(node, "must list the columns, at least one");
        }
        return columns;
    }

    private Column column(JsonNode node) {
        Map<String, JsonNode> parts =
                object(node, Set.of("name", "titles", "required", "separator", "default", "lang", "datatype"));
        Datatype datatype = optional(parts, "datatype")
                .map(d -> new DatatypeReader(this).read(d))
                .orElse(Datatype.STRING);
        Column column = new Column(
                require(node, parts, "name").map(this::name).orElse(""),
                optional(parts, "titles").map(this::titles).orElse(List.of()),
                optional(parts, "required").map(this::bool).orElse(false),
                optional(parts, "separator").map(this::string),
                optional(parts, "default").map(this::string),
                optional(parts, "lang").map(this::string),
                datatype);
        check(column, parts);
        return column;
    }

    private void check(Column column, Map<String, JsonNode> parts) {
        column.separator().filter(String::isEmpty).ifPresent(s -> error(parts.get("separator"), "must not be empty"));
        column.lang()
                .flatMap(Base.LANGUAGE::check)
                .or(() -> column.lang()
                        .filter(l -> column.datatype().base() != Base.STRING)
                        .map(l -> "is for columns of datatype string only"))
                .ifPresent(why -> error(parts.get("lang"), why));
        column.defaultValue().stream()
                .flatMap(text -> column.split(text).stream())
                .flatMap(value -> column.datatype().check(value).stream())
                .forEach(why -> error(parts.get("default"), "is no value of this column: " + why));
    }

    private String name(JsonNode node) {
        String name = string(node);
        if (!NAME.matcher(name).matches()) {
            error(node, "must be a letter followed by letters, digits and _, because it is also a variable's name");
        } else if (name.equals(RESERVED)) {
            error(node, "must be another name: " + RESERVED + " is the number of the row");
        }
        return name;
    }

    /** A string, several, or either by language (CSVW 5.1.6, natural language property). */
    private List<String> titles(JsonNode node) {
        return node.object()
                .map(byLanguage -> byLanguage.values().stream()
                        .flatMap(t -> strings(t).stream())
                        .toList())
                .orElseGet(() -> strings(node));
    }

    private List<String> primaryKey(JsonNode node, List<Column> columns) {
        List<String> names = references(node, columns);
        for (Column column : columns) {
            if (names.contains(column.name())
                    && (!column.required() || column.separator().isPresent())) {
                error(node, "names " + column.name() + ", which must be required and have no separator to be a key");
            }
        }
        return names;
    }

    private ForeignKey foreignKey(JsonNode node, List<Column> columns) {
        Map<String, JsonNode> parts = object(node, Set.of("columnReference", "reference"));
        List<String> names = require(node, parts, "columnReference")
                .map(c -> references(c, columns))
                .orElse(List.of());
        Optional<JsonNode> reference = require(node, parts, "reference");
        Map<String, JsonNode> to = reference
                .map(r -> object(r, Set.of("resource", "columnReference")))
                .orElse(Map.of());
        String resource = reference
                .flatMap(r -> require(r, to, "resource"))
                .map(this::string)
                .orElse("");
        List<String> keys = reference
                .flatMap(r -> require(r, to, "columnReference"))
                .map(this::strings)
                .orElse(List.of());
        if (names.size() != keys.size()) {
            error(node, "must refer to as many columns as it has itself");
        }
        if (names.size() > 1
                && columns.stream()
                        .anyMatch(c -> names.contains(c.name()) && c.separator().isPresent())) {
            error(node, "has several columns, of which none may have a separator");
        }
        return new ForeignKey(names, resource, keys);
    }

    /** Names of columns of this table. */
    private List<String> references(JsonNode node, List<Column> columns) {
        List<String> names = strings(node);
        names.stream()
                .filter(name -> columns.stream().noneMatch(c -> c.name().equals(name)))
                .forEach(name -> error(node, "names " + Text.quote(name) + ", which is no column of this table"));
        return names;
    }

    Map<String, JsonNode> object(JsonNode node, Set<String> known) {
        Optional<Map<String, JsonNode>> members = node.object();
        if (members.isEmpty()) {
            error(node, "must be an object");
        }
        Map<String, JsonNode> all = members.orElse(Map.of());
        all.forEach((name, member) -> {
            if (!known.contains(name)) {
                error(member, "is no property that is read here; those are " + String.join(", ", new TreeSet<>(known)));
            }
        });
        return new TreeMap<>(all);
    }

    Optional<JsonNode> optional(Map<String, JsonNode> members, String name) {
        return Optional.ofNullable(members.get(name));
    }

    private Optional<JsonNode> require(JsonNode node, Map<String, JsonNode> members, String name) {
        if (node.object().isPresent() && !members.containsKey(name)) {
            error(node, "lacks the property " + name);
        }
        return optional(members, name);
    }

    private List<JsonNode> array(JsonNode node) {
        if (node.array().isEmpty()) {
            error(node, "must be an array");
        }
        return node.array().orElse(List.of());
    }

    private List<String> strings(JsonNode node) {
        return node.array().map(all -> all.stream().map(this::string).toList()).orElseGet(() -> List.of(string(node)));
    }

    String string(JsonNode node) {
        if (node.string().isEmpty()) {
            error(node, "must be a string");
        }
        return node.string().orElse("");
    }

    private boolean bool(JsonNode node) {
        String word = node.word().orElse("");
        if (!word.equals("true") && !word.equals("false")) {
            error(node, "must be true or false");
        }
        return word.equals("true");
    }

    /** @param what completes the sentence that begins with the path, without its full stop */
    void error(JsonNode node, String what) {
        if (!wrong.add(node.path())) {
            return;
        }
        problems.add(Problem.inRow(
                file.toString(), node.line(), node.path() + " " + what + (what.endsWith(".") ? "" : ".")));
    }
}
