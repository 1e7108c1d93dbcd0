package org.samizdat.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLoaderTest {
    private static final Node THING = NodeFactory.createURI(ReleaseFixture.BASE + "id/thing-7");
    private static final Triple WHATEVER_OF_A_THING = Triple.create(THING, Var.alloc("p"), Var.alloc("o"));
    private static final Triple WHATEVER_TO_A_THING = Triple.create(Var.alloc("o"), Var.alloc("p"), THING);
    private static final Triple LABEL = Triple.create(Var.alloc("o"), RDFS.Nodes.label, Var.alloc("label"));

    @TempDir
    private Path folder;

    @Test
    void theOptimiserBeginsWithTheThingThatIsKnown() throws Exception {
        Path store = folder.resolve("store");
        StoreLoader.load(ReleaseFixture.things(folder.resolve("all.nq"), 100), store, (stage, done) -> {});
        String statistics = store.resolve("Data-0001/stats.opt").toString();

        for (Triple known : List.of(WHATEVER_OF_A_THING, WHATEVER_TO_A_THING)) {
            BasicPattern written = BasicPattern.wrap(List.of(LABEL, known));
            assertEquals(
                    List.of(known, LABEL),
                    ReorderLib.weighted(statistics).reorder(written).getList());
        }
    }
}
