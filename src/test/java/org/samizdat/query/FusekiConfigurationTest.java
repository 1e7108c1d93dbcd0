package org.samizdat.query;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusekiConfigurationTest {
    private static final Path REAL = Path.of("fuseki-config", "samizdat.ttl");

    @TempDir
    Path folder;

    @Test
    void theRealFileOffersTheQueryEndpoint() {
        Context settings = FusekiConfiguration.read(REAL).settings(DatasetGraphFactory.createTxnMem());
        assertTrue(settings.isFalse(ARQ.httpServiceAllowed));
    }

    /** What stock Fuseki would pass over with a line in its log ends the start here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fuseki:query ;                | fuseki:update ;              | must offer
            fuseki:query ;                | fuseki:gsp-r ;               | must offer
            fuseki:query ;                | fuseki:gsp-rw ;              | must offer
            fuseki:query ;                | fuseki:nothing ;             | no operation http://jena.apache.org/fuseki#nothing
            fuseki:operation fuseki:query | fuseki:name ""               | lacks its fuseki:operation
            fuseki:name "sparql"          | ja:name "sparql"             | one fuseki:name
            fuseki:endpoint [             | fuseki:endpoint [ fuseki:operation fuseki:gsp-r ] ; fuseki:endpoint [ | must offer
            fuseki:endpoint [             | fuseki:serviceUpdate "u" ; fuseki:endpoint [ | must offer
            fuseki:operation fuseki:query | fuseki:name "q" ; fuseki:operation fuseki:query | must offer
            fuseki:name "sparql"          | fuseki:name "other"          | must offer
            fuseki:name "sparql"          | fuseki:name ""               | must offer
            <#sparql> a fuseki:Service    | <#sparql> a fuseki:Nothing   | describes 0
            fuseki:dataset <#release>     | fuseki:dataset <#a>, <#b>    | describes 2
            <#sparql> a fuseki:Service    | <#more> a fuseki:Service . <#sparql> a fuseki:Service | describes 2
            PREFIX fuseki:                | PREFIX x:                    | is not Turtle
            """)
    void anyOtherFileIsRefused(String part, String instead, String message) throws IOException {
        String text = Files.readString(REAL);
        assertTrue(text.contains(part), part);
        Path file = Files.writeString(folder.resolve("changed.ttl"), text.replace(part, instead));
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        CannotServeException refused;
        try (PrintStream captured = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            refused = assertThrows(
                    CannotServeException.class,
                    () -> FusekiConfiguration.read(file).settings(DatasetGraphFactory.createTxnMem()));
        } finally {
            System.setErr(usual);
        }
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
        assertTrue(refused.getMessage().contains("changed.ttl"), refused.getMessage());
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("Exception"), log.toString(StandardCharsets.UTF_8));
        assertFalse(log.toString(StandardCharsets.UTF_8).contains("Skipping"), log.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.ttl");
        CannotServeException refused =
                assertThrows(CannotServeException.class, () -> FusekiConfiguration.read(missing));
        assertTrue(refused.getMessage().contains(missing.toString()));
        assertFalse(refused.getMessage().contains("--"), "there is no option for it");
    }
}
