package org.samizdat.page;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.samizdat.document.About;
import org.samizdat.release.History;
import org.samizdat.search.TextIndex;

/** What the pages of a release are made of. */
record Material(
        About about,
        DatasetGraph data,
        TextIndex index,
        History history,
        Ontology ontology,
        Symbols symbols,
        Frames frames) {
    static Material of(About about, DatasetGraph data, TextIndex index, History history) {
        return Txn.calculateRead(data, () -> {
            Ontology ontology = Ontology.read(data, about.addresses());
            return new Material(
                    about,
                    data,
                    index,
                    history,
                    ontology,
                    new Symbols(data, ontology),
                    new Frames(Imprint.read(about, data), history));
        });
    }

    /** The same, with another version of the ontology. */
    Material with(Ontology other) {
        return new Material(about, data, index, history, other, symbols, frames);
    }

    /** The default graph, for use inside a read transaction. */
    Graph graph() {
        return data.getDefaultGraph();
    }

    /** One of the release's graphs, by the last part of its name; for use inside a read transaction. */
    Graph graph(String name) {
        return data.getGraph(about.addresses().graph(name));
    }

    /** Names of what a description mentions. */
    Names names(Graph description, String root, String language) {
        return new Names(description, ontology, symbols, root, language);
    }

    /**
     * Names of whatever the release mentions, in the language that pages are written in.
     *
     * @param root relative path from the page to the root
     */
    Names names(String root) {
        return new Names(graph(), ontology, symbols, root, Names.PAGES);
    }
}
