package org.samizdat.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.samizdat.publish.LoadedStore;
import org.samizdat.release.InvalidReleaseException;

/** What the suites are run on. */
enum Store {
    /** Jena's indexed data set in memory. */
    MEMORY {
        @Override
        Opened open(DatasetGraph data, Path folder) {
            return new Opened(data, () -> {});
        }
    },
    /** The store of a release. It keeps the values of numbers and dates, not how they were written. */
    TDB2 {
        @Override
        Opened open(DatasetGraph data, Path folder) throws IOException, InvalidReleaseException {
            Path place = Files.createTempDirectory(folder, "case-");
            List<String> lines =
                    Txn.calculateRead(data, () -> data.stream().map(Store::line).toList());
            org.samizdat.release.Store store = org.samizdat.release.Store.open(LoadedStore.load(place, lines));
            return new Opened(store.dataset(), () -> {
                store.close();
                delete(place);
            });
        }
    };

    /** @param close what is to be done when it is not used any more */
    record Opened(DatasetGraph data, Runnable close) {}

    /** @param folder where it may make one of its own */
    abstract Opened open(DatasetGraph data, Path folder) throws IOException, InvalidReleaseException;

    private static String line(Quad quad) {
        String triple = NodeFmtLib.strNodesNT(quad.getSubject(), quad.getPredicate(), quad.getObject());
        return quad.isDefaultGraph() ? triple + " ." : triple + " " + NodeFmtLib.strNT(quad.getGraph()) + " .";
    }

    private static void delete(Path folder) {
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
