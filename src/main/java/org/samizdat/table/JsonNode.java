package org.samizdat.table;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A value in a JSON file that still knows where it stands, for messages.
 *
 * @param line its line, from 1
 * @param path its JSONPath, such as {@code $.tableSchema.columns[2].name}
 * @param value a map of members, a list, a string, or the text of a number, {@code true}, {@code false} or {@code null}
 */
record JsonNode(long line, String path, Object value) {
    private static final int MAX_DEPTH = 20;

    /** Any of the values that are written without quotes: a number, {@code true}, {@code false} or {@code null}. */
    record Word(String text) {}

    /** @throws BadInputException if the file cannot be read or is not JSON */
    static JsonNode read(Path file) {
        try {
            String text = Files.readString(file);
            return parse(file.toString(), text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            throw new BadInputException(Problem.inFile(file.toString(), "There is no such file."));
        } catch (CharacterCodingException e) {
            throw new BadInputException(Problem.inFile(file.toString(), "This file is not UTF-8; save it as UTF-8."));
        } catch (IOException e) {
            throw new BadInputException(Problem.inFile(file.toString(), "This file cannot be read: " + e + "."));
        }
    }

    private static JsonNode parse(String file, String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            JsonNode root = new Tree(file, parser).value(parser.next(), "$", 0);
            if (parser.hasNext()) {
                parser.next();
            }
            return root;
        } catch (JsonParsingException e) {
            throw new BadInputException(Problem.inRow(
                    file,
                    e.getLocation().getLineNumber(),
                    "This file is not JSON; mend its syntax here: " + e.getMessage()));
        }
    }

    Optional<Map<String, JsonNode>> object() {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, JsonNode> members = new LinkedHashMap<>();
        map.forEach((name, member) -> members.put((String) name, (JsonNode) member));
        return Optional.of(members);
    }

    Optional<List<JsonNode>> array() {
        return value instanceof List<?> list
                ? Optional.of(list.stream().map(JsonNode.class::cast).toList())
                : Optional.empty();
    }

    Optional<String> string() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<String> word() {
        return value instanceof Word word ? Optional.of(word.text) : Optional.empty();
    }

    /** Builds the tree from the parser's events. */
    private record Tree(String file, JsonParser parser) {
        JsonNode value(Event event, String path, int depth) {
            long line = parser.getLocation().getLineNumber();
            if (depth > MAX_DEPTH) {
                throw new BadInputException(Problem.inRow(file, line, path + " is nested too deeply for a schema."));
            }
            return new JsonNode(
                    line,
                    path,
                    switch (event) {
                        case START_OBJECT -> members(path, depth);
                        case START_ARRAY -> items(path, depth);
                        case VALUE_STRING -> parser.getString();
                        case VALUE_NUMBER -> new Word(parser.getString());
                        default ->
                            new Word(event.name().substring("VALUE_".length()).toLowerCase(Locale.ROOT));
                    });
        }

        private Map<String, JsonNode> members(String path, int depth) {
            Map<String, JsonNode> members = new LinkedHashMap<>();
            while (parser.next() == Event.KEY_NAME) {
                String name = parser.getString();
                long line = parser.getLocation().getLineNumber();
                if (members.put(name, value(parser.next(), path + "." + name, depth + 1)) != null) {
                    throw new BadInputException(
                            Problem.inRow(file, line, path + "." + name + " is given twice; remove one of them."));
                }
            }
            return members;
        }

        private List<JsonNode> items(String path, int depth) {
            List<JsonNode> items = new ArrayList<>();
            for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
                items.add(value(event, path + "[" + items.size() + "]", depth + 1));
            }
            return items;
        }
    }
}
