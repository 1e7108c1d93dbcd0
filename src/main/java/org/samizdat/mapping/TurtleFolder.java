package org.samizdat.mapping;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;

/** The folder that shows what tables and RDF files say: Turtle, one file for each, to be committed and compared. */
public final class TurtleFolder {
    private TurtleFolder() {}

    /**
     * Brings the folder up to date. All files are written elsewhere first, so that nothing changes when that fails; those that
     * would be the same are left alone, and Turtle files of sources that are gone are removed.
     *
     * @param work a folder on the same file system for the time being; must exist
     * @param prefixes namespace IRIs by prefix
     */
    public static void update(Path folder, Conversion.Result result, Path work, Map<String, String> prefixes) {
        try {
            for (Conversion.Source source : result.sources()) {
                write(source, work.resolve(source.name() + ".ttl"), prefixes);
            }
            Files.createDirectories(folder);
            Set<Path> current = new HashSet<>();
            for (Conversion.Source source : result.sources()) {
                Path file = folder.resolve(source.name() + ".ttl");
                replace(work.resolve(source.name() + ".ttl"), file);
                current.add(file);
            }
            removeOthers(folder, current);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Conversion.Source source, Path file, Map<String, String> prefixes) throws IOException {
        Path body = file.resolveSibling(file.getFileName() + ".body");
        String declarations = writeBody(source, body, prefixes);
        try (OutputStream whole = Files.newOutputStream(file)) {
            String comment = "# Made from " + source.input().getFileName() + "; edit that file, not this one.\n";
            whole.write((comment + declarations).getBytes(StandardCharsets.UTF_8));
            Files.copy(body, whole);
        }
        Files.delete(body);
    }

    /** Gives the declarations that belong before the body. */
    private static String writeBody(Conversion.Source source, Path body, Map<String, String> prefixes)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(body)) {
            TurtleWriter turtle = new TurtleWriter(out, prefixes);
            RDFParser.source(source.triples())
                    .lang(Lang.NTRIPLES)
                    .checking(false)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            turtle.accept(triple);
                        }
                    });
            turtle.finish();
            return turtle.declarations();
        }
    }

    private static void replace(Path fresh, Path file) throws IOException {
        if (Files.exists(file) && Files.mismatch(fresh, file) < 0) {
            Files.delete(fresh);
        } else {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void removeOthers(Path folder, Set<Path> current) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.ttl")) {
            for (Path file : files) {
                if (!current.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}
