package org.samizdat.bench.conversion;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.samizdat.bench.Invented;

/** Generates the publication that is converted: things, sentences, and a table of claims with 14 columns. */
final class ClaimsTables {
    private static final Path TEMPLATE = Path.of("src/bench/publication");
    private static final List<String> OBJECT_PROPERTIES = List.of(
            ("opposed supported criticised joined left founded led influenced wrote published edited translated metWith"
                            + " partOf successorOf locatedIn tookPartIn about expelledFrom alliedWith")
                    .split(" "));
    private static final List<String> TEXT_PROPERTIES =
            List.of("characterisedAs", "described", "argued", "demanded", "predicted", "namedAs");
    private static final List<String> DATE_PROPERTIES =
            List.of("date", "startDate", "endDate", "birthDate", "deathDate", "foundingDate", "publicationDate");
    private static final List<String> NUMBER_PROPERTIES =
            List.of("numberOfMembers", "numberOfPages", "numberOfVotes", "printRun");
    private static final List<String> MODES =
            List.of("denied", "possible", "reported", "intended", "attempted", "expected", "hypothetical");
    /** Texts in other languages than English, with their tags. */
    private static final List<String[]> FOREIGN = List.of(
            new String[] {"el", "η αντιπολίτευση των εργατών στο "},
            new String[] {"ru", "рабочая оппозиция в городе "},
            new String[] {"fr", "l'opposition ouvrière à "},
            new String[] {"es", "la oposición obrera de "},
            new String[] {"de", "die Arbeiteropposition für "});

    private static final int THINGS = 50_000;
    private static final int SENTENCES = 2_000;

    private final Invented invented;
    private final List<String> things = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    private ClaimsTables(long seed) {
        invented = new Invented(seed);
    }

    /** Writes a publication with so many claims into a folder, and for Carml the same facts as {@link PreparedTables}. */
    static void generate(Path folder, Path prepared, int rows, long seed) throws IOException {
        copyTemplate(folder);
        ClaimsTables tables = new ClaimsTables(seed);
        Path csv = folder.resolve("tables");
        tables.writeThings(csv.resolve("things.csv"));
        tables.writeSentences(csv.resolve("sentences.csv"));
        Files.createDirectories(prepared);
        tables.writeClaims(csv.resolve("claims.csv"), prepared.resolve("claims.csv"), rows);
    }

    private static void copyTemplate(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(TEMPLATE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private void writeThings(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("id", "kind", "label", "description");
            for (int i = 0; i < THINGS; i++) {
                String kind = invented.oneOf(List.of("Person", "Person", "Organisation", "Event", "Work", "Place"));
                String label = label(kind);
                String id = label.toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + Integer.toString(i, 36);
                things.add(id);
                csv.writeRecord(id, kind, label, invented.sentence());
            }
        }
    }

    private String label(String kind) {
        return switch (kind) {
            case "Person" -> invented.person();
            case "Organisation" -> invented.organisation();
            case "Event" -> invented.event();
            case "Work" -> invented.work();
            default -> invented.name();
        };
    }

    private void writeSentences(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("id", "paragraph", "sentence");
            for (int i = 0; i < SENTENCES; i++) {
                int paragraph = 1 + i / 10 % 10;
                int sentence = 1 + i % 10;
                String id = "s" + i / 100 + "-" + paragraph + "-" + sentence;
                sentences.add(id);
                csv.writeRecord(id, Integer.toString(paragraph), Integer.toString(sentence));
            }
        }
    }

    private void writeClaims(Path file, Path prepared, int rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file);
                CsvWriter forCarml = CsvWriter.builder().build(prepared)) {
            csv.writeRecord(Claim.COLUMNS);
            forCarml.writeRecord(PreparedTables.COLUMNS);
            for (int i = 0; i < rows; i++) {
                Claim claim = claim("c" + Integer.toString(i, 36));
                csv.writeRecord(claim.cells());
                forCarml.writeRecord(PreparedTables.cells(claim));
            }
        }
    }

    private Claim claim(String id) {
        String subject = thing();
        int kind = invented.below(100);
        if (kind < 70) {
            return with(id, subject, invented.oneOf(OBJECT_PROPERTIES), Claim.Value.thing(thing()));
        }
        if (kind < 80) {
            return with(id, subject, invented.oneOf(DATE_PROPERTIES), Claim.Value.date(invented.date()));
        }
        if (kind < 85) {
            String number = Integer.toString(invented.below(100_000));
            return with(id, subject, invented.oneOf(NUMBER_PROPERTIES), Claim.Value.number(number));
        }
        return with(id, subject, invented.oneOf(TEXT_PROPERTIES), text());
    }

    private Claim with(String id, String subject, String property, Claim.Value value) {
        return new Claim(
                id,
                subject,
                property,
                value,
                invented.chance(80) ? "stated" : "implied",
                invented.chance(25) ? some(2, things) : List.of(),
                invented.chance(10) ? invented.oneOf(MODES) : "",
                invented.chance(35) ? invented.date() : "",
                invented.chance(20) ? thing() : "",
                invented.chance(30) ? some(3, things) : List.of(),
                some(3, sentences),
                invented.chance(15) ? invented.sentence() : "");
    }

    private Claim.Value text() {
        if (invented.chance(80)) {
            return Claim.Value.text(invented.sentence(), "");
        }
        String[] foreign = invented.oneOf(FOREIGN);
        return Claim.Value.text(foreign[1] + invented.name(), foreign[0]);
    }

    private String thing() {
        return things.get(invented.skewed(things.size()));
    }

    /** One to so many, each once. */
    private List<String> some(int most, List<String> of) {
        Set<String> some = new LinkedHashSet<>();
        for (int i = invented.below(most); i >= 0; i--) {
            some.add(of.get(invented.skewed(of.size())));
        }
        return List.copyOf(some);
    }
}
