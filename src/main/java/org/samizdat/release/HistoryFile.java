package org.samizdat.release;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.samizdat.diff.Change;
import org.samizdat.release.History.Fate;
import org.samizdat.release.History.Step;

/**
 * {@code history.tsv}: for each release that became current a line {@code release}, then one for each record that it changed. Fields
 * are separated by tabs.
 */
final class HistoryFile {
    private static final String RELEASE = "release";
    private static final String CLAIM = "claim";
    private static final String THING = "thing";

    private HistoryFile() {}

    /** @throws IOException if it is there and cannot be understood; the message names the line */
    static History read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return History.NONE;
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not UTF-8.", e);
        }
        List<Step> steps = new ArrayList<>();
        int number = 0;
        try {
            for (String line : lines) {
                number++;
                read(line.split("\\t", -1), steps);
            }
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException | NoSuchElementException e) {
            throw new IOException(file + " cannot be understood at line " + number + ".", e);
        }
        return new History(steps);
    }

    private static void read(String[] fields, List<Step> steps) {
        if (fields[0].equals(RELEASE)) {
            steps.add(new Step(
                    fields[1],
                    fields[2],
                    LocalDate.parse(fields[3]),
                    Instant.parse(fields[4]),
                    Long.parseLong(fields[5]),
                    Boolean.parseBoolean(fields[6]),
                    new TreeMap<>()));
        } else {
            steps.getLast().records().put(fields[2], new Fate(Change.Kind.valueOf(fields[0]), fields[1].equals(CLAIM)));
        }
    }

    static void write(Path file, History history) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Step step : history.steps()) {
            line(
                    text,
                    RELEASE,
                    step.release(),
                    step.version().replaceAll("\\s", " "),
                    step.modified().toString(),
                    step.since().toString(),
                    Long.toString(step.triples()),
                    Boolean.toString(step.compared()));
            step.records().forEach((iri, fate) -> line(text, fate.kind().name(), fate.claim() ? CLAIM : THING, iri));
        }
        Disk.write(file, text.toString());
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join("\t", fields)).append('\n');
    }
}
