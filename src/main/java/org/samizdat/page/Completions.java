package org.samizdat.page;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.VOID;

/** What an editor of queries completes: the classes and properties of a release, and prefixes. */
final class Completions {
    private final Material material;
    private final Names names;

    Completions(Material material) {
        this.material = material;
        this.names = material.names("");
    }

    String json() {
        JsonObject all = new JsonObject();
        JsonObject prefixes = new JsonObject();
        prefixes().forEach(prefixes::put);
        all.put("prefixes", prefixes);
        JsonArray terms = new JsonArray();
        addAll("class", classes(), terms);
        addAll("property", properties(), terms);
        all.put("terms", terms);
        return all.toString();
    }

    /** Those of the publication, then those of its example queries; of standard vocabularies those that were not named. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>(material.about().prefixes());
        Graph examples = material.graph("examples");
        examples.find(Node.ANY, SHACL.declare, Node.ANY).forEachRemaining(declared -> {
            Node declaration = declared.getObject();
            value(examples, declaration, SHACL.prefix)
                    .ifPresent(prefix -> value(examples, declaration, SHACL.namespace)
                            .ifPresent(namespace -> prefixes.putIfAbsent(
                                    prefix.getLiteralLexicalForm(), namespace.getLiteralLexicalForm())));
        });
        Ontology.standardPrefixes().forEach((prefix, namespace) -> {
            if (!prefixes.containsValue(namespace)) {
                prefixes.putIfAbsent(prefix, namespace);
            }
        });
        return prefixes;
    }

    private static Optional<Node> value(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(Node::isLiteral)
                .nextOptional();
    }

    /** How many things are of each class. */
    private Map<String, Long> classes() {
        Map<String, Long> classes = new TreeMap<>(material.about().classes());
        material.ontology().classes().forEach(type -> classes.putIfAbsent(type.getURI(), 0L));
        return classes;
    }

    /** How many triples have each property, as the release counts them. */
    private Map<String, Long> properties() {
        Map<String, Long> properties = new TreeMap<>();
        Graph counts = material.graph("void");
        counts.find(Node.ANY, VOID.property.asNode(), Node.ANY)
                .forEachRemaining(partition -> value(counts, partition.getSubject(), VOID.triples.asNode())
                        .ifPresent(count -> properties.merge(
                                partition.getObject().getURI(),
                                Long.parseLong(count.getLiteralLexicalForm()),
                                Math::max)));
        material.ontology().properties().forEach(property -> properties.putIfAbsent(property.getURI(), 0L));
        return properties;
    }

    /** Those of the publication's own ontology first, and then the most used. */
    private void addAll(String kind, Map<String, Long> uses, JsonArray terms) {
        uses.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> use) -> isOwn(use.getKey()) ? 0 : 1)
                        .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(use -> {
                    JsonObject term = new JsonObject();
                    term.put("iri", use.getKey());
                    term.put("label", names.text(NodeFactory.createURI(use.getKey())));
                    term.put("kind", kind);
                    term.put("uses", use.getValue());
                    terms.add(term);
                });
    }

    private boolean isOwn(String iri) {
        return names.isOwn(NodeFactory.createURI(iri));
    }
}
