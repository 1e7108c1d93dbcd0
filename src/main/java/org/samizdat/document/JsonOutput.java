package org.samizdat.document;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.samizdat.document.JsonContext.Term;

/** Writes properties and their values as a context has them. */
final class JsonOutput {
    private static final List<String> FIRST =
            List.of("label", "prefLabel", "title", "description", "subject", "predicate", "object");
    private static final Comparator<String> KEYS =
            Comparator.comparingInt(JsonOutput::rank).thenComparing(Comparator.naturalOrder());
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,14}");

    /** Of a property that the context has no name for: it may always have several values. */
    private static final Term PLAIN = new Term("", "", false, true);

    private final JsonContext context;
    private final Function<Node, Map<Node, List<Node>>> labels;
    private final Map<String, String> shortened = new HashMap<>();
    private final TreeSet<String> prefixes = new TreeSet<>();
    private final StringWriter text = new StringWriter();
    private final JsonWriter writer = new JsonWriter(text);

    /** @param labels what a thing that is only linked to is called */
    JsonOutput(JsonContext context, Function<Node, Map<Node, List<Node>>> labels) {
        this.context = context;
        this.labels = labels;
        writer.setIndent("  ");
        writer.setHtmlSafe(false);
    }

    JsonWriter writer() {
        return writer;
    }

    /**
     * The whole document. Its first member is known only when all else is written, like the prefixes of Turtle.
     *
     * @param published where the context lies
     */
    String text(String published) throws IOException {
        StringWriter first = new StringWriter();
        JsonWriter contexts = new JsonWriter(first);
        contexts.setIndent("  ");
        if (prefixes.isEmpty()) {
            contexts.value(published);
        } else {
            contexts.beginArray().value(published).beginObject();
            for (String prefix : prefixes) {
                contexts.name(prefix).value(context.namespace(prefix));
            }
            contexts.endObject().endArray();
        }
        return "{\n  \"@context\": " + first.toString().replace("\n", "\n  ") + ","
                + text.toString().substring(1) + "\n";
    }

    /** A property or class by its shortest name. */
    String shorten(Node term) {
        return shorten(term.getURI());
    }

    private String shorten(String iri) {
        return shortened.computeIfAbsent(iri, whole -> {
            JsonContext.Short found = context.shorten(whole);
            if (!found.prefix().isEmpty()) {
                prefixes.add(found.prefix());
            }
            return found.text();
        });
    }

    /** The publication's own classes first. */
    void types(List<Node> types) throws IOException {
        List<String> names = types.stream()
                .map(this::shorten)
                .sorted(Comparator.comparing((String name) -> name.contains(":"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        writer.name("type").beginArray();
        for (String name : names) {
            writer.value(name);
        }
        writer.endArray();
    }

    void properties(Map<Node, List<Node>> statements) throws IOException {
        Map<String, Node> byKey = new TreeMap<>(KEYS);
        statements.forEach((property, objects) -> byKey.put(key(property, objects), property));
        for (Map.Entry<String, Node> entry : byKey.entrySet()) {
            writer.name(entry.getKey());
            List<Node> objects = statements.get(entry.getValue());
            values(term(entry.getValue(), objects), objects);
        }
    }

    private static int rank(String key) {
        int first = FIRST.indexOf(key);
        return first < 0 ? FIRST.size() : first;
    }

    private String key(Node property, List<Node> objects) {
        Term term = term(property, objects);
        return term.key().isEmpty() ? shorten(property) : term.key();
    }

    /** An object by languages has no room for anything but texts in a language. */
    private Term term(Node property, List<Node> objects) {
        return context.term(property.getURI())
                .filter(term -> !term.byLanguage() || objects.stream().allMatch(JsonOutput::hasLanguage))
                .orElse(PLAIN);
    }

    private static boolean hasLanguage(Node node) {
        return node.isLiteral() && !node.getLiteralLanguage().isEmpty();
    }

    private void values(Term term, List<Node> objects) throws IOException {
        if (term.byLanguage()) {
            byLanguage(objects, term.several());
            return;
        }
        boolean array = term.several() || objects.size() > 1;
        if (array) {
            writer.beginArray();
        }
        for (Node object : objects) {
            value(object, term.type());
        }
        if (array) {
            writer.endArray();
        }
    }

    private void byLanguage(List<Node> literals, boolean several) throws IOException {
        Map<String, List<String>> languages = literals.stream()
                .collect(Collectors.groupingBy(
                        Node::getLiteralLanguage,
                        TreeMap::new,
                        Collectors.mapping(Node::getLiteralLexicalForm, Collectors.toList())));
        writer.beginObject();
        for (Map.Entry<String, List<String>> entry : languages.entrySet()) {
            writer.name(entry.getKey());
            boolean array = several || entry.getValue().size() > 1;
            if (array) {
                writer.beginArray();
            }
            for (String value : entry.getValue()) {
                writer.value(value);
            }
            if (array) {
                writer.endArray();
            }
        }
        writer.endObject();
    }

    private void value(Node node, String type) throws IOException {
        if (node.isLiteral()) {
            literal(node, type);
        } else if (type.equals("@id")) {
            writer.value(node.getURI());
        } else if (type.equals("@vocab")) {
            writer.value(context.term(node.getURI()).map(Term::key).orElseGet(() -> shorten(node)));
        } else {
            reference(node);
        }
    }

    /** A thing that is only linked to: its IRI and what it is called. */
    void reference(Node node) throws IOException {
        writer.beginObject().name("id").value(node.getURI());
        properties(labels.apply(node));
        writer.endObject();
    }

    /** As JSON's own string, number or truth value where JSON-LD reads that back as the same; else with its datatype. */
    private void literal(Node node, String type) throws IOException {
        String lexical = node.getLiteralLexicalForm();
        String datatype = node.getLiteralDatatypeURI();
        if (datatype.equals(type) || type.isEmpty() && datatype.equals(XSDDatatype.XSDstring.getURI())) {
            writer.value(lexical);
        } else if (type.isEmpty() && isBare(datatype, lexical)) {
            writer.jsonValue(lexical);
        } else {
            typed(node, datatype, lexical);
        }
    }

    private static boolean isBare(String datatype, String lexical) {
        return datatype.equals(XSDDatatype.XSDinteger.getURI())
                        && INTEGER.matcher(lexical).matches()
                || datatype.equals(XSDDatatype.XSDboolean.getURI())
                        && (lexical.equals("true") || lexical.equals("false"));
    }

    private void typed(Node node, String datatype, String lexical) throws IOException {
        writer.beginObject();
        if (hasLanguage(node)) {
            writer.name("language").value(node.getLiteralLanguage());
        } else if (!datatype.equals(XSDDatatype.XSDstring.getURI())) {
            writer.name("type").value(shorten(datatype));
        }
        writer.name("value").value(lexical).endObject();
    }
}
