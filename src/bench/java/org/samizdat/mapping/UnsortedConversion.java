package org.samizdat.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.samizdat.publication.Publication;
import org.samizdat.publication.TableSource;
import org.samizdat.query.ArqSettings;
import org.samizdat.table.Keys;
import org.samizdat.table.Problems;

/**
 * The way of the rows as every build has it, up to the sorting: read, check cells and keys, map, split into editions, write.
 * On one thread. It lies in this package because nobody but the benchmark wants lines that are not sorted.
 */
public final class UnsortedConversion {
    private final Publication publication;
    private final Problems problems = new Problems();
    private final Graph ontology;
    private final Keys keys = new Keys();

    private UnsortedConversion(Path folder) {
        this.publication = Publication.read(folder);
        this.ontology = Conversion.ontology(publication, problems);
    }

    /** Converts the publication in the folder named first to the N-Triples file named second. */
    public static void main(String[] args) throws IOException {
        try (OutputStream file = Files.newOutputStream(Path.of(args[1]))) {
            ArqSettings.apply();
            new UnsortedConversion(Path.of(args[0])).run(file);
        }
    }

    private void run(OutputStream out) {
        LineWriter lines = new LineWriter(out);
        for (TableSource table : publication.tables()) {
            TableInput.open(table, publication.base(), problems).ifPresent(input -> convert(input, lines));
        }
        lines.flush();
        keys.check(problems);
        problems.throwIfAny();
    }

    private void convert(TableInput input, LineWriter lines) {
        TableMapping mapping = input.mapping(ontology);
        Editions editions = new Editions(lines, reifier -> {});
        input.read(keys, problems, row -> mapping.map(row, editions, problems));
    }
}
