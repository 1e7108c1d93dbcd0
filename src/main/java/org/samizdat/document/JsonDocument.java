package org.samizdat.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * A document as <a href="https://www.w3.org/TR/json-ld11/">JSON-LD 1.1</a> in the shape that one would write by hand: the topic at
 * the root; in it the claims that name it, and the document; under {@code incoming} what else links to it, by property; under
 * {@code included} what is left. Things that are only linked to are objects of {@code id} and {@code label}. Each triple is
 * written at least once.
 */
final class JsonDocument {
    private static final Node TYPE = RDF.type.asNode();
    private static final Set<Node> LABELS = Set.of(RDFS.label.asNode(), SKOS.prefLabel.asNode());

    private final Node topic;
    /** Objects by property by subject, all in the order of their N-Triples. */
    private final Map<Node, Map<Node, List<Node>>> bySubject = new LinkedHashMap<>();

    private final Map<Node, List<Node>> incoming = new LinkedHashMap<>();
    private final Set<Triple> remaining = new HashSet<>();
    private final JsonOutput json;

    private JsonDocument(Content content, JsonContext context) {
        this.topic = content.topic();
        this.json = new JsonOutput(context, this::labels);
        Line.sorted(content.graph().find().toList()).map(Line::triple).forEach(this::add);
    }

    private void add(Triple triple) {
        bySubject
                .computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
                .computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                .add(triple.getObject());
        if (triple.getObject().equals(topic) && !triple.getSubject().equals(topic)) {
            incoming.computeIfAbsent(triple.getPredicate(), property -> new ArrayList<>())
                    .add(triple.getSubject());
        }
        remaining.add(triple);
    }

    /** @param root relative path from the document to the root, where the context is found */
    static byte[] write(Content content, JsonContext context, String root) {
        JsonDocument document = new JsonDocument(content, context);
        try {
            document.body();
            return document.json.text(root + Addresses.CONTEXT).getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void body() throws IOException {
        json.writer().beginObject();
        members(topic, bySubject.getOrDefault(topic, Map.of()));
        claims();
        document();
        incoming();
        included();
        json.writer().endObject();
    }

    private void claims() throws IOException {
        List<Node> claims = bySubject.keySet().stream()
                .filter(subject -> !subject.equals(topic))
                .filter(subject -> bySubject.get(subject).containsKey(RDF.predicate.asNode()))
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        json.writer().name("claims").beginArray();
        for (Node claim : claims) {
            full(claim, bySubject.get(claim));
        }
        json.writer().endArray();
    }

    private void document() throws IOException {
        for (Node document : incoming.getOrDefault(FOAF.primaryTopic.asNode(), List.of())) {
            json.writer().name("document");
            full(document, bySubject.get(document));
        }
    }

    private void full(Node subject, Map<Node, List<Node>> statements) throws IOException {
        json.writer().beginObject();
        members(subject, statements);
        json.writer().endObject();
    }

    /** What links to the topic besides claims and document, by property. */
    private void incoming() throws IOException {
        incoming.forEach((property, subjects) ->
                subjects.removeIf(subject -> !remaining.remove(Triple.create(subject, property, topic))));
        incoming.values().removeIf(List::isEmpty);
        if (incoming.isEmpty()) {
            return;
        }
        json.writer().name("incoming").beginObject();
        for (Map.Entry<Node, List<Node>> entry : incoming.entrySet()) {
            json.writer().name(json.shorten(entry.getKey())).beginArray();
            for (Node subject : entry.getValue()) {
                json.reference(subject);
            }
            json.writer().endArray();
        }
        json.writer().endObject();
    }

    private void included() throws IOException {
        Map<Node, Set<Triple>> rest = remaining.stream()
                .collect(Collectors.groupingBy(
                        Triple::getSubject,
                        () -> new TreeMap<>(Comparator.comparing(Node::toString)),
                        Collectors.toSet()));
        if (rest.isEmpty()) {
            return;
        }
        json.writer().name("included").beginArray();
        for (Map.Entry<Node, Set<Triple>> entry : rest.entrySet()) {
            full(entry.getKey(), only(entry.getKey(), entry.getValue()));
        }
        json.writer().endArray();
    }

    /** What is left of a subject, with its labels. */
    private Map<Node, List<Node>> only(Node subject, Set<Triple> wanted) {
        Map<Node, List<Node>> some = new LinkedHashMap<>();
        bySubject.get(subject).forEach((property, objects) -> {
            List<Node> kept = objects.stream()
                    .filter(object ->
                            LABELS.contains(property) || wanted.contains(Triple.create(subject, property, object)))
                    .toList();
            if (!kept.isEmpty()) {
                some.put(property, kept);
            }
        });
        return some;
    }

    /** What a thing that is only linked to is called; that is said then. */
    private Map<Node, List<Node>> labels(Node node) {
        Map<Node, List<Node>> labels = new LinkedHashMap<>();
        bySubject.getOrDefault(node, Map.of()).forEach((property, objects) -> {
            if (LABELS.contains(property)) {
                labels.put(property, objects);
                said(node, property, objects);
            }
        });
        return labels;
    }

    private void members(Node node, Map<Node, List<Node>> statements) throws IOException {
        json.writer().name("id").value(node.getURI());
        Map<Node, List<Node>> others = new LinkedHashMap<>(statements);
        if (others.containsKey(TYPE)) {
            json.types(others.remove(TYPE));
        }
        json.properties(others);
        statements.forEach((property, objects) -> said(node, property, objects));
    }

    private void said(Node subject, Node property, List<Node> objects) {
        objects.forEach(object -> remaining.remove(Triple.create(subject, property, object)));
    }
}
