package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;

/** The ontology as a document: one for all terms, at its own address and at that of its version. */
final class Ontology {
    private record Key(String document, Variant variant, String language) {}

    private final DatasetGraph data;
    private final About about;
    private final Rendering rendering;
    private final Cache<Key, Answer> documents = Answer.cache(Documents.ROOM);

    Ontology(DatasetGraph data, About about, Rendering rendering) {
        this.data = data;
        this.about = about;
        this.rendering = rendering;
    }

    /**
     * @param path relative to the root
     * @return empty if the path is not of the ontology
     * @throws HttpProblem if it is, but there is no such document, or not as it is wanted
     */
    Optional<Answer> answer(String path, Wanted wanted) {
        if (!path.startsWith(Addresses.ONTOLOGY)) {
            return Optional.empty();
        }
        return Txn.calculateRead(data, () -> find(path, wanted));
    }

    private Optional<Answer> find(String path, Wanted wanted) {
        if (isDocument(path)) {
            return Optional.of(document(path, wanted).varying(rendering.negotiated(false)));
        }
        int dot = path.lastIndexOf('.');
        return Variant.bySuffix(path.substring(dot + 1))
                .filter(variant -> dot > 0 && isDocument(path.substring(0, dot)))
                .map(variant -> document(path.substring(0, dot), wanted.withSuffix(variant)));
    }

    private Answer document(String document, Wanted wanted) {
        String root = Addresses.up(document);
        Variant variant = wanted.variants().stream()
                .filter(candidate -> candidate != Variant.NANOPUBLICATION && wanted.page() == 1)
                .findFirst()
                .orElseThrow(() -> HttpProblem.notAcceptable(Rendering.alternatives(root + document, false)));
        return documents.get(
                new Key(document, variant, wanted.language()),
                key -> rendering.ontology(document, graph(), variant, root, wanted.language()));
    }

    /** The ontology's own address, and that which it names as its version's. */
    private boolean isDocument(String path) {
        Node ontology = about.addresses().ontology();
        Graph graph = data.getGraph(about.addresses().graph(Addresses.ONTOLOGY));
        return path.equals(Addresses.ONTOLOGY)
                ? !graph.isEmpty()
                : graph.contains(
                        ontology, OWL2.versionIRI.asNode(), about.addresses().at(path));
    }

    /** In memory, since a page looks up the name of every term that it mentions. */
    private Graph graph() {
        Graph graph = GraphFactory.createGraphMem();
        data.getGraph(about.addresses().graph(Addresses.ONTOLOGY)).find().forEach(graph::add);
        return graph;
    }
}
