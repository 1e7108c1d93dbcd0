package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.OWL2;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Descriptions;
import org.samizdat.document.Metadata;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;
import org.samizdat.page.Pages;

/**
 * The documents that are about no thing. The data set is described at its own IRI, which is the root. The ontology is one document
 * for all terms, at its own address and at that of its version; its earlier versions are found at theirs.
 */
final class OtherDocuments {
    private static final String WELL_KNOWN = ".well-known/void";

    private record Key(String path, Wanted wanted) {}

    private final DatasetGraph data;
    private final About about;
    private final Descriptions descriptions;
    private final Pages pages;
    private final Rendering rendering;
    private final Cache<Key, Answer> documents = Answer.cache(Documents.ROOM);

    OtherDocuments(DatasetGraph data, About about, Descriptions descriptions, Pages pages, Rendering rendering) {
        this.data = data;
        this.about = about;
        this.descriptions = descriptions;
        this.pages = pages;
        this.rendering = rendering;
    }

    /**
     * @param path relative to the root
     * @return empty if no such document has this path
     * @throws HttpProblem if one has, but not as it is wanted
     */
    Optional<Answer> answer(String path, Wanted wanted) {
        if (path.equals(WELL_KNOWN)) {
            return Optional.of(Answer.redirect(303, "../."));
        }
        if (!mayBeOne(path)) {
            return Optional.empty();
        }
        Key key = new Key(path, wanted);
        Optional<Answer> known = Optional.ofNullable(documents.getIfPresent(key));
        return known.isPresent() ? known : make(key);
    }

    private static boolean mayBeOne(String path) {
        return path.isEmpty() || path.startsWith(Addresses.DATASET) || path.startsWith(Addresses.ONTOLOGY);
    }

    private Optional<Answer> make(Key key) {
        Optional<Answer> made = Txn.calculateRead(data, () -> find(key.path(), key.wanted()));
        made.ifPresent(answer -> documents.put(key, answer));
        return made;
    }

    private Optional<Answer> find(String path, Wanted wanted) {
        Optional<OtherDocument> found = document(path);
        if (found.isPresent()) {
            return Optional.of(answer(found.get(), path, wanted).varying(rendering.negotiated(false)));
        }
        int dot = path.lastIndexOf('.');
        return Variant.bySuffix(path.substring(dot + 1))
                .filter(variant -> dot > 0)
                .flatMap(variant -> document(path.substring(0, dot))
                        .map(document -> answer(document, path, wanted.withSuffix(variant))));
    }

    private Answer answer(OtherDocument document, String path, Wanted wanted) {
        if (wanted.page() > 1) {
            throw HttpProblem.notFound();
        }
        String root = Addresses.up(path);
        Variant variant = wanted.variants().stream()
                .filter(candidate -> candidate != Variant.NANOPUBLICATION)
                .findFirst()
                .orElseThrow(() -> HttpProblem.notAcceptable(Rendering.alternatives(root + document.path(), false)));
        return rendering.other(document, variant, root, wanted.language());
    }

    /** @param path without a format's suffix */
    private Optional<OtherDocument> document(String path) {
        return switch (path) {
            case "", Addresses.DATASET -> Optional.of(dataset());
            case Addresses.ONTOLOGY ->
                Optional.of(ontology(path, currentOntology()))
                        .filter(document -> data.containsGraph(currentOntology()));
            default -> version(path);
        };
    }

    private OtherDocument dataset() {
        Node topic = about.dataset().orElse(about.addresses().at(""));
        return new OtherDocument(Addresses.DATASET, "", topic, () -> description(topic), pages::front);
    }

    /** What the release says of itself as a data set, with the labels of the classes and properties that it counts. */
    private Graph description(Node topic) {
        Graph graph = copy(about.addresses().graph("void"));
        descriptions.label(graph);
        new Metadata(about).describe(graph, about.addresses().at(Addresses.DATASET), topic);
        return graph;
    }

    private Optional<OtherDocument> version(String path) {
        Node version = about.addresses().at(path);
        if (versions(currentOntology()).contains(version)) {
            return Optional.of(ontology(path, currentOntology()));
        }
        return earlier().contains(version) ? Optional.of(ontology(path, version)) : Optional.empty();
    }

    private OtherDocument ontology(String path, Node graph) {
        String root = Addresses.up(path);
        return new OtherDocument(
                path, path, about.addresses().ontology(), () -> copy(graph), () -> pages.ontology(root, path, graph));
    }

    private Node currentOntology() {
        return about.addresses().graph(Addresses.ONTOLOGY);
    }

    /** What the ontology names as the version before it, and so on, as far as the release has them. */
    private Set<Node> earlier() {
        Set<Node> found = new LinkedHashSet<>();
        List<Node> next = List.of(currentOntology());
        while (!next.isEmpty()) {
            next = next.stream()
                    .flatMap(graph -> objects(graph, OWL2.priorVersion.asNode()).stream())
                    .filter(data::containsGraph)
                    .filter(found::add)
                    .toList();
        }
        return found;
    }

    private List<Node> versions(Node graph) {
        return objects(graph, OWL2.versionIRI.asNode());
    }

    private List<Node> objects(Node graph, Node property) {
        return data.getGraph(graph)
                .find(Node.ANY, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    /** In memory, where it is read again and again. */
    private Graph copy(Node name) {
        Graph graph = GraphFactory.createGraphMem();
        data.getGraph(name).find().forEach(graph::add);
        return graph;
    }
}
