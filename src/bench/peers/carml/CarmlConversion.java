import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.CsvResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;

/** Converts tables by an RML mapping, each statement written as it comes. */
public final class CarmlConversion {
    private CarmlConversion() {}

    /** Takes the mapping, the folders of the tables and of the prepared ones, and the N-Triples file to write. */
    public static void main(String[] args) throws IOException {
        RdfRmlMapper mapper = RdfRmlMapper.builder()
                .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, Path.of(args[0])))
                .setLogicalSourceResolver(Rdf.Ql.Csv, CsvResolver::getInstance)
                .build();
        try (InputStream things = Files.newInputStream(Path.of(args[1], "things.csv"));
                InputStream sentences = Files.newInputStream(Path.of(args[1], "sentences.csv"));
                InputStream claims = Files.newInputStream(Path.of(args[2], "claims.csv"));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[3])), 1 << 16)) {
            NTriplesWriter writer = new NTriplesWriter(out);
            writer.startRDF();
            Iterable<Statement> statements = mapper.map(
                            Map.of("things", things, "sentences", sentences, "claims", claims))
                    .toIterable();
            statements.forEach(writer::handleStatement);
            writer.endRDF();
        }
    }
}
