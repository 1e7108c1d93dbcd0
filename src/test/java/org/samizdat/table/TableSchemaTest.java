package org.samizdat.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Metadata Vocabulary for Tabular Data, the part that {@link TableSchema} names. */
class TableSchemaTest {
    private static final String CONTEXT = "\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"t.csv\"";

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private Optional<TableSchema> read(String json) throws IOException {
        return TableSchema.read(Files.writeString(folder.resolve("t.csv-metadata.json"), json), problems);
    }

    private List<String> messages() {
        return problems.sorted().stream()
                .map(problem -> problem.toString().replace(folder + "/t.csv-metadata.json:", ""))
                .toList();
    }

    @Test
    void readsAll() throws IOException {
        TableSchema schema = read("""
                { %s, "tableSchema": {
                  "primaryKey": "id",
                  "foreignKeys": [ { "columnReference": "parts", "reference": { "resource": "p.csv", "columnReference": ["id"] } } ],
                  "columns": [
                    { "name": "id", "titles": "ID", "required": true, "datatype": { "format": "[a-z]+" } },
                    { "name": "label", "titles": { "en": ["Label", "Name"], "de": "Bezeichnung" }, "lang": "en", "default": "?" },
                    { "name": "parts", "separator": "|", "datatype": "string" },
                    { "name": "size", "datatype": { "base": "integer", "minimum": 0, "maximum": "10" } },
                    { "name": "when", "datatype": { "@id": "http://id.loc.gov/datatypes/edtf/EDTF", "maxLength": 30 } } ] } }
                """.formatted(CONTEXT)).orElseThrow();
        assertEquals(List.of(), messages());
        assertEquals("t.csv", schema.url());
        assertEquals(List.of("id"), schema.primaryKey());
        assertEquals(List.of(new ForeignKey(List.of("parts"), "p.csv", List.of("id"))), schema.foreignKeys());
        assertEquals(2, schema.indexOf("parts"));
        assertEquals(-1, schema.indexOf("part"));
        Column label = schema.columns().get(1);
        assertEquals(List.of("Label", "Name", "Bezeichnung"), label.titles());
        assertEquals(Optional.of("en"), label.lang());
        assertEquals(Optional.of("?"), label.defaultValue());
        assertEquals(
                List.of("string", "string", "string", "integer", "edtf"),
                schema.columns().stream().map(c -> c.datatype().base().xsd()).toList());
    }

    /** Each is one column, or one property of it, and what is said about it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "{ \"name\": \"a\", \"null\": \"-\" } ! 2: $.tableSchema.columns[0].null is no property that is read here; those"
                        + " are datatype, default, lang, name, required, separator, titles.",
                "{ \"titles\": \"a\" } ! 2: $.tableSchema.columns[0] lacks the property name.",
                "{ \"name\": \"a b\" } ! 2: $.tableSchema.columns[0].name must be a letter followed by letters, digits and _,"
                        + " because it is also a variable's name.",
                "{ \"name\": \"ROWNUM\" } ! 2: $.tableSchema.columns[0].name must be another name: ROWNUM is the number of the row.",
                "{ \"name\": \"a\" }, { \"name\": \"a\" } ! 2: $.tableSchema.columns[1] has the name of a column before it;"
                        + " give it another.",
                "{ \"name\": 1 } ! 2: $.tableSchema.columns[0].name must be a string.",
                "1 ! 2: $.tableSchema.columns[0] must be an object.",
                "{ \"name\": \"a\", \"required\": \"true\" } ! 2: $.tableSchema.columns[0].required must be true or false.",
                "{ \"name\": \"a\", \"separator\": \"\" } ! 2: $.tableSchema.columns[0].separator must not be empty.",
                "{ \"name\": \"a\", \"lang\": \"e n\" } ! 2: $.tableSchema.columns[0].lang \"e n\" is not a language tag (BCP 47);"
                        + " write one such as en, el or zh-Hant.",
                "{ \"name\": \"a\", \"lang\": \"en\", \"datatype\": \"integer\" } ! 2: $.tableSchema.columns[0].lang is for columns"
                        + " of datatype string only.",
                "{ \"name\": \"a\", \"default\": \"x\", \"datatype\": \"integer\" } ! 2: $.tableSchema.columns[0].default is no value"
                        + " of this column: \"x\" is not an integer; write only digits, such as 1917.",
                "{ \"name\": \"a\", \"datatype\": \"dateTime\" } ! 2: $.tableSchema.columns[0].datatype is no datatype that is read"
                        + " here; those are string, integer, decimal, boolean, date, gYear, gYearMonth, anyURI, language,"
                        + " and by @id http://id.loc.gov/datatypes/edtf/EDTF.",
                "{ \"name\": \"a\", \"datatype\": { \"@id\": \"http://example.org/\" } } ! 2: $.tableSchema.columns[0].datatype.@id"
                        + " must be http://id.loc.gov/datatypes/edtf/EDTF on the base string.",
                "{ \"name\": \"a\", \"datatype\": { \"format\": \"[\" } } ! 2: $.tableSchema.columns[0].datatype.format is no regular"
                        + " expression: Unclosed character class.",
                "{ \"name\": \"a\", \"datatype\": { \"base\": \"date\", \"format\": \"yyyy\" } } ! 2:"
                        + " $.tableSchema.columns[0].datatype.format is for strings only; date has one way to be written.",
                "{ \"name\": \"a\", \"datatype\": { \"minLength\": 3, \"maxLength\": 2 } } ! 2: $.tableSchema.columns[0].datatype"
                        + " has a minLength above its maxLength.",
                "{ \"name\": \"a\", \"datatype\": { \"length\": -3 } } ! 2: $.tableSchema.columns[0].datatype.length must be a"
                        + " number of characters.",
                "{ \"name\": \"a\", \"datatype\": { \"length\": 3, \"minLength\": 2 } } ! 2: $.tableSchema.columns[0].datatype has a"
                        + " length, and so needs no minLength and maxLength.",
                "{ \"name\": \"a\", \"datatype\": { \"base\": \"integer\", \"length\": 3 } } ! 2:"
                        + " $.tableSchema.columns[0].datatype.length is for strings only.",
                "{ \"name\": \"a\", \"datatype\": { \"minimum\": 3 } } ! 2: $.tableSchema.columns[0].datatype.minimum is for numbers"
                        + " and dates only.",
                "{ \"name\": \"a\", \"datatype\": { \"base\": \"gYear\", \"minimum\": 19 } } ! 2:"
                        + " $.tableSchema.columns[0].datatype.minimum \"19\" is not a date. Write such as 1936, 1936-06, 1936-06-28,"
                        + " 195X, 1924~, 1968/.. or 1936/1938.",
                "{ \"name\": \"a\", \"datatype\": { \"base\": \"integer\", \"minimum\": 3, \"maximum\": 2 } } ! 2:"
                        + " $.tableSchema.columns[0].datatype has a minimum above its maximum.",
            })
    void refusesColumns(String columns, String message) throws IOException {
        assertEquals(
                Optional.empty(),
                read("{ %s, \"tableSchema\": {\n \"columns\": [ %s ] } }".formatted(CONTEXT, columns)));
        assertEquals(List.of(message), messages());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "\"primaryKey\": \"b\" ! 2: $.tableSchema.primaryKey names \"b\", which is no column of this table.",
                "\"primaryKey\": [\"id\", \"n\"] ! 2: $.tableSchema.primaryKey names n, which must be required and have no separator"
                        + " to be a key.",
                "\"foreignKeys\": {} ! 2: $.tableSchema.foreignKeys must be an array.",
                "\"foreignKeys\": [ { \"columnReference\": \"n\" } ] ! 2: $.tableSchema.foreignKeys[0] lacks the property reference.",
                "\"foreignKeys\": [ { \"columnReference\": \"n\", \"reference\": { \"schemaReference\": \"x\", \"resource\": \"p.csv\","
                        + " \"columnReference\": \"id\" } } ] ! 2: $.tableSchema.foreignKeys[0].reference.schemaReference is no"
                        + " property that is read here; those are columnReference, resource.",
                "\"foreignKeys\": [ { \"columnReference\": [\"n\", \"id\"], \"reference\": { \"resource\": \"p.csv\","
                        + " \"columnReference\": [\"a\", \"b\"] } } ] ! 2: $.tableSchema.foreignKeys[0] has several columns, of which"
                        + " none may have a separator.",
                "\"rowTitles\": [] ! 2: $.tableSchema.rowTitles is no property that is read here; those are columns, foreignKeys,"
                        + " primaryKey.",
            })
    void refusesKeys(String keys, String message) throws IOException {
        String json = "{ %s, \"tableSchema\": { \"columns\": [ { \"name\": \"id\", \"required\": true },"
                + " { \"name\": \"n\", \"separator\": \"|\" } ],\n %s } }";
        assertEquals(Optional.empty(), read(json.formatted(CONTEXT, keys)));
        assertEquals(message, messages().getFirst());
    }

    static Stream<Arguments> badTables() {
        return Stream.of(
                Arguments.of("[]", "1: $ must be an object."),
                Arguments.of(
                        "{ \"url\":\n \"u.csv\" }",
                        "2: $.url must name the table beside this file, whose name is this file's without \"-metadata.json\"."),
                Arguments.of(
                        "{ \"@context\": \"http://example.org/\" }",
                        "1: $.@context must be \"http://www.w3.org/ns/csvw\"."),
                Arguments.of(
                        "{\n\n \"dialect\": {} }",
                        "3: $.dialect is no property that is read here; those are @context, tableSchema, url."),
                Arguments.of(
                        "{ \"url\": \"t.csv\",\n\"url\": \"t.csv\" }", "2: $.url is given twice; remove one of them."),
                Arguments.of(
                        "{ \"tableSchema\": { \"columns\": [] } }",
                        "1: $.tableSchema.columns must list the columns," + " at least one."));
    }

    @ParameterizedTest
    @MethodSource("badTables")
    void refusesTables(String json, String message) throws IOException {
        assertEquals(Optional.empty(), read(json));
        assertTrue(messages().contains(message), messages()::toString);
    }

    @ParameterizedTest
    @CsvSource({"'{\n\"url\": }', 2", "'', 1", "'{}\n{}', 2", "'{\n\n\"a\": 1', 3"})
    void refusesWhatIsNotJson(String text, int line) throws IOException {
        assertEquals(Optional.empty(), read(text));
        assertEquals(line, problems.sorted().getFirst().line());
        assertEquals(1, problems.count());
    }

    @Test
    void refusesWhatIsNestedTooDeeply() throws IOException {
        assertEquals(Optional.empty(), read("[".repeat(100_000)));
        assertEquals(1, problems.count());
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path file = Files.write(
                folder.resolve("t.csv-metadata.json"), "{ \"url\": \"\u00E9\" }".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.empty(), TableSchema.read(file, problems));
        assertEquals(
                file + ": This file is not UTF-8; save it as UTF-8.",
                problems.sorted().getFirst().toString());
    }

    @Test
    void saysThatAFileIsMissing() {
        assertEquals(Optional.empty(), TableSchema.read(folder.resolve("none.csv-metadata.json"), problems));
        assertEquals(
                folder.resolve("none.csv-metadata.json") + ": There is no such file.",
                problems.sorted().getFirst().toString());
    }
}
