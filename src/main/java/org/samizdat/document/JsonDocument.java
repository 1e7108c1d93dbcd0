package org.samizdat.document;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
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
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
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
    private static final List<String> LABELS = List.of(RDFS.label.getURI(), SKOS.prefLabel.getURI());
    private static final List<String> FIRST = List.of("label", "prefLabel", "title", "description");
    private static final Comparator<String> KEYS =
            Comparator.comparingInt(JsonDocument::rank).thenComparing(Comparator.naturalOrder());

    private final JsonContext context;
    private final JsonContext.Prefixed prefixes;
    private final Node topic;
    /** Objects by property by subject, all in the order of their N-Triples. */
    private final Map<Node, Map<String, List<Node>>> bySubject = new LinkedHashMap<>();

    private final Map<String, List<Node>> incoming = new TreeMap<>();
    private final Set<Triple> remaining = new HashSet<>();
    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    private JsonDocument(Content content, JsonContext context, Map<String, String> prefixes) {
        this.context = context;
        this.prefixes = new JsonContext.Prefixed(prefixes, context);
        this.topic = content.topic();
        json.setIndent("  ");
        json.setHtmlSafe(false);
        content.graph().find().toList().stream()
                .sorted(Comparator.comparing(JsonDocument::line))
                .forEach(this::add);
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject())
                + ' '
                + NodeFmtLib.strNT(triple.getPredicate())
                + ' '
                + NodeFmtLib.strNT(triple.getObject());
    }

    private void add(Triple triple) {
        bySubject
                .computeIfAbsent(triple.getSubject(), subject -> new LinkedHashMap<>())
                .computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>())
                .add(triple.getObject());
        if (triple.getObject().equals(topic) && !triple.getSubject().equals(topic)) {
            incoming.computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>())
                    .add(triple.getSubject());
        }
        remaining.add(triple);
    }

    /**
     * @param prefixes namespaces by prefix, of which a document declares those that it needs beyond the context's
     * @param root relative path from the document to the root
     */
    static byte[] write(Content content, JsonContext context, Map<String, String> prefixes, String root) {
        JsonDocument document = new JsonDocument(content, context, prefixes);
        try {
            String body = document.body();
            return ("{\n  \"@context\": " + document.contexts(root) + body + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Known only when all is written, like the prefixes of Turtle. */
    private String contexts(String root) throws IOException {
        StringWriter out = new StringWriter();
        JsonWriter writer = new JsonWriter(out);
        String published = root + Addresses.CONTEXT;
        if (prefixes.used().isEmpty()) {
            writer.value(published);
        } else {
            writer.beginArray().value(published).beginObject();
            for (Map.Entry<String, String> prefix : prefixes.used().entrySet()) {
                writer.name(prefix.getKey()).value(prefix.getValue());
            }
            writer.endObject().endArray();
        }
        return out.toString();
    }

    /** The root object from after the context. */
    private String body() throws IOException {
        json.beginObject();
        members(topic, bySubject.getOrDefault(topic, Map.of()));
        claims();
        document();
        incoming();
        included();
        json.endObject();
        return "," + text.toString().substring(1);
    }

    private void claims() throws IOException {
        List<Node> claims = bySubject.keySet().stream()
                .filter(subject -> !subject.equals(topic))
                .filter(subject -> bySubject.get(subject).containsKey(RDF.predicate.getURI()))
                .toList();
        if (!claims.isEmpty()) {
            json.name("claims").beginArray();
            for (Node claim : claims) {
                full(claim);
            }
            json.endArray();
        }
    }

    private void document() throws IOException {
        for (Node document : incoming.getOrDefault(FOAF.primaryTopic.getURI(), List.of())) {
            json.name("document");
            full(document);
        }
    }

    private void full(Node subject) throws IOException {
        json.beginObject();
        members(subject, bySubject.get(subject));
        json.endObject();
    }

    /** What links to the topic besides claims and document, by property. */
    private void incoming() throws IOException {
        incoming.forEach((property, subjects) ->
                subjects.removeIf(subject -> !remaining.contains(triple(subject, property, topic))));
        incoming.values().removeIf(List::isEmpty);
        if (incoming.isEmpty()) {
            return;
        }
        json.name("incoming").beginObject();
        for (Map.Entry<String, List<Node>> entry : incoming.entrySet()) {
            json.name(context.withoutTerm(entry.getKey(), prefixes)).beginArray();
            for (Node subject : entry.getValue()) {
                reference(subject);
                remaining.remove(triple(subject, entry.getKey(), topic));
            }
            json.endArray();
        }
        json.endObject();
    }

    private void included() throws IOException {
        Map<Node, List<Triple>> rest = remaining.stream()
                .collect(Collectors.groupingBy(
                        Triple::getSubject,
                        () -> new TreeMap<>(Comparator.comparing(Node::toString)),
                        Collectors.toList()));
        if (rest.isEmpty()) {
            return;
        }
        json.name("included").beginArray();
        for (Map.Entry<Node, List<Triple>> entry : rest.entrySet()) {
            Set<Triple> wanted = Set.copyOf(entry.getValue());
            json.beginObject();
            members(entry.getKey(), only(entry.getKey(), wanted));
            json.endObject();
        }
        json.endArray();
    }

    /** What is left of a subject, with its labels. */
    private Map<String, List<Node>> only(Node subject, Set<Triple> wanted) {
        Map<String, List<Node>> some = new LinkedHashMap<>();
        bySubject.get(subject).forEach((property, objects) -> {
            List<Node> kept = objects.stream()
                    .filter(object -> LABELS.contains(property) || wanted.contains(triple(subject, property, object)))
                    .toList();
            if (!kept.isEmpty()) {
                some.put(property, kept);
            }
        });
        return some;
    }

    /** A thing that is only linked to. */
    private void reference(Node node) throws IOException {
        Map<String, List<Node>> labels = bySubject.getOrDefault(node, Map.of()).entrySet().stream()
                .filter(entry -> LABELS.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        json.beginObject().name("id").value(node.getURI());
        properties(node, labels);
        json.endObject();
    }

    private void members(Node node, Map<String, List<Node>> statements) throws IOException {
        json.name("id").value(node.getURI());
        Map<String, List<Node>> others = new LinkedHashMap<>(statements);
        List<Node> types = others.remove(RDF.type.getURI());
        if (types != null) {
            json.name("type").beginArray();
            for (Node type : types) {
                json.value(context.compact(type.getURI(), prefixes));
                remaining.remove(triple(node, RDF.type.getURI(), type));
            }
            json.endArray();
        }
        properties(node, others);
    }

    private void properties(Node node, Map<String, List<Node>> statements) throws IOException {
        Map<String, String> byKey = new TreeMap<>(KEYS);
        statements.forEach((property, objects) -> {
            byKey.put(key(property, objects), property);
            objects.forEach(object -> remaining.remove(triple(node, property, object)));
        });
        for (Map.Entry<String, String> entry : byKey.entrySet()) {
            json.name(entry.getKey());
            values(entry.getValue(), statements.get(entry.getValue()));
        }
    }

    private static Triple triple(Node subject, String property, Node object) {
        return Triple.create(subject, NodeFactory.createURI(property), object);
    }

    private static int rank(String key) {
        int first = FIRST.indexOf(key);
        return first < 0 ? FIRST.size() : first;
    }

    private boolean fits(JsonContext.Term term, List<Node> objects) {
        return !term.byLanguage()
                || objects.stream()
                        .allMatch(object -> object.isLiteral()
                                && !object.getLiteralLanguage().isEmpty());
    }

    private String key(String property, List<Node> objects) {
        return context.term(property)
                .filter(term -> fits(term, objects))
                .map(JsonContext.Term::key)
                .orElseGet(() -> context.withoutTerm(property, prefixes));
    }

    private void values(String property, List<Node> objects) throws IOException {
        JsonContext.Term term = context.term(property)
                .filter(candidate -> fits(candidate, objects))
                .orElse(new JsonContext.Term("", "", false, true));
        if (term.byLanguage()) {
            byLanguage(objects, term.several());
            return;
        }
        boolean array = term.several() || objects.size() > 1;
        if (array) {
            json.beginArray();
        }
        for (Node object : objects) {
            value(object, term.type());
        }
        if (array) {
            json.endArray();
        }
    }

    private void byLanguage(List<Node> literals, boolean several) throws IOException {
        Map<String, List<Node>> languages = literals.stream()
                .collect(Collectors.groupingBy(Node::getLiteralLanguage, TreeMap::new, Collectors.toList()));
        json.beginObject();
        for (Map.Entry<String, List<Node>> entry : languages.entrySet()) {
            json.name(entry.getKey());
            if (!several && entry.getValue().size() == 1) {
                json.value(entry.getValue().getFirst().getLiteralLexicalForm());
            } else {
                json.beginArray();
                for (Node literal : entry.getValue()) {
                    json.value(literal.getLiteralLexicalForm());
                }
                json.endArray();
            }
        }
        json.endObject();
    }

    private void value(Node node, String type) throws IOException {
        if (node.isLiteral()) {
            literal(node, type);
        } else if (type.equals("@id")) {
            json.value(node.getURI());
        } else if (type.equals("@vocab")) {
            json.value(context.compact(node.getURI(), prefixes));
        } else {
            reference(node);
        }
    }

    private void literal(Node node, String type) throws IOException {
        String lexical = node.getLiteralLexicalForm();
        String datatype = node.getLiteralDatatypeURI();
        if (datatype.equals(type)) {
            json.value(lexical);
        } else if (!type.isEmpty() || !plain(node, lexical)) {
            json.beginObject();
            if (!node.getLiteralLanguage().isEmpty()) {
                json.name("language").value(node.getLiteralLanguage());
            } else if (!datatype.equals(XSDDatatype.XSDstring.getURI())) {
                json.name("type").value(context.compact(datatype, prefixes));
            }
            json.name("value").value(lexical).endObject();
        }
    }

    /** Strings, and numbers and truth values that JSON has no other way of writing; what JSON-LD reads back as the same. */
    private boolean plain(Node node, String lexical) throws IOException {
        String datatype = node.getLiteralDatatypeURI();
        boolean number = datatype.equals(XSDDatatype.XSDinteger.getURI()) && lexical.matches("0|-?[1-9]\\d{0,14}");
        boolean truth = datatype.equals(XSDDatatype.XSDboolean.getURI()) && lexical.matches("true|false");
        if (number || truth) {
            json.jsonValue(lexical);
            return true;
        }
        if (datatype.equals(XSDDatatype.XSDstring.getURI())) {
            json.value(lexical);
            return true;
        }
        return false;
    }
}
