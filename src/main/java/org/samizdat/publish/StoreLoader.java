package org.samizdat.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.sse.Item;
import org.apache.jena.sparql.sse.ItemList;
import org.apache.jena.sparql.sse.ItemWriter;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.solver.stats.Stats;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.samizdat.release.Store;

/**
 * Makes a TDB2 store of N-Quads, in one transaction. It uses TDB2's basic loader: the quickest on two cores, and the one
 * that fails at once on a full disk, where those with threads of their own hang for ever.
 */
final class StoreLoader {
    private StoreLoader() {}

    /** As below, with nothing done beside. */
    static Census load(ReleaseSource source, Path store, Stage.Progress progress) throws IOException {
        return load(source, store, next -> next, progress);
    }

    /**
     * Loads into a folder that does not exist yet, and leaves the store closed, with statistics for the optimiser.
     *
     * @param beside put before the store, to see what passes
     */
    static Census load(ReleaseSource source, Path store, UnaryOperator<StreamRDF> beside, Stage.Progress progress)
            throws IOException {
        Files.createDirectory(store);
        DatasetGraph dataset = create(store);
        boolean loaded = false;
        try {
            Census census = fill(dataset, source, beside, progress);
            writeStatistics(store, census);
            loaded = true;
            return census;
        } finally {
            letGo(dataset, store, loaded);
        }
    }

    /**
     * Puts the statistics where TDB2 looks for them when it opens the store. Jena's own say nothing of patterns whose predicate is a
     * variable, and its optimiser then does them last, be the subject known: a join with all labels of the store instead of twenty.
     */
    private static void writeStatistics(Path store, Census census) throws IOException {
        Item statistics = Stats.format(census.statistics());
        ItemList rules = statistics.getList();
        rules.add(rule("TERM", "VAR", "TERM", 1));
        rules.add(rule("TERM", "VAR", "VAR", census.triplesOfASubject()));
        rules.add(rule("VAR", "VAR", "TERM", census.triplesOfASubject()));
        rules.add(rule("VAR", "VAR", "VAR", census.statistics().getCount()));
        try (OutputStream out = Files.newOutputStream(store.resolve("Data-0001").resolve("stats.opt"))) {
            ItemWriter.write(out, statistics);
        }
    }

    private static Item rule(String subject, String predicate, String object, long weight) {
        return SSE.parseItem("((" + subject + " " + predicate + " " + object + ") " + weight + ")");
    }

    private static DatasetGraph create(Path store) {
        try {
            return DatabaseMgr.connectDatasetGraph(Store.location(store));
        } catch (RuntimeException | Error e) {
            Store.forget(store);
            throw e;
        }
    }

    private static Census fill(
            DatasetGraph dataset, ReleaseSource source, UnaryOperator<StreamRDF> beside, Stage.Progress progress) {
        DataLoader loader = LoaderFactory.basicLoader(dataset, null);
        loader.startBulk();
        Census census = new Census(beside.apply(loader.streamRDF()), progress);
        source.prefixes().forEach(census::prefix);
        // The mapping has checked every term, and its errors name the row.
        RDFParser.source(source.quads())
                .lang(Lang.NQUADS)
                .checking(false)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(census);
        loader.finishBulk();
        return census;
    }

    private static void letGo(DatasetGraph dataset, Path store, boolean loaded) {
        try {
            TDBInternal.expel(dataset, true);
        } catch (RuntimeException | Error e) {
            Store.forget(store);
            if (loaded) {
                throw e;
            }
            // Otherwise the failure that brought us here is the one to tell of.
        }
    }
}
