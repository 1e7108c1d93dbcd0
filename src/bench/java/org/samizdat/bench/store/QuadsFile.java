package org.samizdat.bench.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.samizdat.bench.BenchOptions;
import org.samizdat.bench.Run;
import org.samizdat.table.Edtf;

/** Generated statements, written as N-Quads. */
final class QuadsFile {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String EDTF = "http://id.loc.gov/datatypes/edtf/EDTF";

    private final BufferedWriter out;

    private QuadsFile(BufferedWriter out) {
        this.out = out;
    }

    /**
     * Has data written and sorts it.
     *
     * @param name of the folder for it
     * @param writer writes the statements, and gives the names of the things
     */
    static StoreData.Generated generate(BenchOptions options, String name, Function<QuadsFile, List<String>> writer)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(options.folder().resolve(name));
        Path unsorted = folder.resolve("unsorted.nq");
        Path quads = folder.resolve("data.nq");
        Path slugs = folder.resolve("slugs.txt");
        if (options.reuse() && Files.exists(quads)) {
            return new StoreData.Generated(quads, slugs);
        }
        try (BufferedWriter out = Files.newBufferedWriter(unsorted)) {
            Files.write(slugs, writer.apply(new QuadsFile(out)));
        }
        Run.of(
                List.of("env", "LC_ALL=C", "sort", "-u", "-o", quads.toString(), unsorted.toString()),
                folder.resolve("sort.log"));
        Files.delete(unsorted);
        return new StoreData.Generated(quads, slugs);
    }

    void resource(String subject, String property, String object) {
        line(subject, property, "<" + object + ">");
    }

    void text(String subject, String property, String text) {
        line(subject, property, "\"" + text.replace("\"", "\\\"") + "\"@en");
    }

    void typed(String subject, String property, String text, String datatype) {
        line(subject, property, "\"" + text + "\"^^<" + datatype + ">");
    }

    void date(String subject, String property, String edtf) {
        String datatype = Edtf.parse(edtf).exact().map(XSD::concat).orElse(EDTF);
        typed(subject, property, edtf, datatype);
    }

    /** @param object as N-Quads has it, followed by a graph or not */
    void line(String subject, String property, String object) {
        line("<" + subject + "> <" + property + "> " + object + " .");
    }

    void line(String line) {
        try {
            out.write(line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
