package org.samizdat.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Writes triples as Turtle (<a href="https://www.w3.org/TR/turtle/">RDF 1.1 Turtle</a>) for people to read and to compare: the same
 * triples give the same bytes, and a changed fact is a changed line. Only prefixes that occur are declared.
 *
 * <p>Takes the triples of one subject together, and holds no more than those. The prefixes are known only at the end, so that the
 * body is written first.
 */
public final class TurtleWriter implements Consumer<Triple> {
    /** PN_LOCAL without escapes and outside ASCII: names that need no thought. */
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_-])?");

    /** Lexical forms that Turtle reads as these datatypes when they stand alone (Turtle 1.1, 2.5.2 and 2.5.3). */
    private static final Map<String, Pattern> SHORT = Map.of(
            XSDDatatype.XSDinteger.getURI(), Pattern.compile("-?[0-9]+"),
            XSDDatatype.XSDdecimal.getURI(), Pattern.compile("-?[0-9]+\\.[0-9]+"),
            XSDDatatype.XSDdouble.getURI(), Pattern.compile("-?[0-9]+\\.[0-9]+[eE]-?[0-9]+"),
            XSDDatatype.XSDboolean.getURI(), Pattern.compile("true|false"));

    /** What a thing is and is called stands first. */
    private static final Comparator<String> PREDICATES = Comparator.<String>comparingInt(TurtleWriter::rank)
            .thenComparing(iri -> iri.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Appendable body;
    private final List<Map.Entry<String, String>> prefixes;
    private final TreeSet<String> used = new TreeSet<>();
    private final TreeMap<String, List<Node>> properties = new TreeMap<>(PREDICATES);
    private Node subject;

    /**
     * @param body where the triples go
     * @param prefixes namespace IRIs by prefix
     */
    public TurtleWriter(Appendable body, Map<String, String> prefixes) {
        this.body = body;
        this.prefixes = new TreeMap<>(prefixes)
                .entrySet().stream()
                        .sorted(Comparator.comparingInt(
                                entry -> -entry.getValue().length()))
                        .toList();
    }

    /** Writes triples, those of one subject together, as a whole document. */
    public static String text(Iterable<Triple> triples, Map<String, String> prefixes) {
        StringBuilder body = new StringBuilder();
        TurtleWriter turtle = new TurtleWriter(body, prefixes);
        triples.forEach(turtle);
        turtle.finish();
        return turtle.declarations() + body;
    }

    /** @param triple one without blank nodes; its objects come in the order in which they are to stand */
    @Override
    public void accept(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            writeSubject();
            subject = triple.getSubject();
        }
        properties
                .computeIfAbsent(triple.getPredicate().getURI(), p -> new ArrayList<>())
                .add(triple.getObject());
    }

    /** No more triples come. */
    public void finish() {
        writeSubject();
        subject = null;
    }

    /** The declarations of the prefixes that were used, to stand before the body. */
    public String declarations() {
        StringBuilder declarations = new StringBuilder();
        prefixes.stream()
                .filter(entry -> used.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> declarations
                        .append("@prefix ")
                        .append(entry.getKey())
                        .append(": <")
                        .append(entry.getValue())
                        .append("> .\n"));
        return declarations.toString();
    }

    /**
     * Writes the triples of a named graph, those of one subject together, so that the whole is
     * <a href="https://www.w3.org/TR/trig/">TriG</a>.
     */
    public void graph(Node name, Iterable<Triple> triples) {
        finish();
        write("\n" + iri(name.getURI()) + " {\n");
        triples.forEach(this);
        finish();
        write("}\n");
    }

    private void write(CharSequence text) {
        try {
            body.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSubject() {
        if (subject == null) {
            return;
        }
        StringBuilder text = new StringBuilder("\n").append(iri(subject.getURI()));
        String separator = " ";
        for (Map.Entry<String, List<Node>> property : properties.entrySet()) {
            text.append(separator).append(predicate(property.getKey()));
            appendObjects(property.getValue(), text);
            separator = " ;\n    ";
        }
        properties.clear();
        write(text.append(" .\n"));
    }

    private void appendObjects(List<Node> objects, StringBuilder text) {
        if (objects.size() == 1) {
            text.append(' ').append(object(objects.get(0)));
            return;
        }
        String separator = "";
        for (Node object : objects) {
            text.append(separator).append("\n        ").append(object(object));
            separator = " ,";
        }
    }

    private static int rank(String predicate) {
        return predicate.equals(RDF.type.getURI()) ? 0 : predicate.equals(RDFS.label.getURI()) ? 1 : 2;
    }

    private String predicate(String iri) {
        return iri.equals(RDF.type.getURI()) ? "a" : iri(iri);
    }

    private String iri(String iri) {
        for (Map.Entry<String, String> prefix : prefixes) {
            String namespace = prefix.getValue();
            if (iri.startsWith(namespace)
                    && LOCAL.matcher(iri.substring(namespace.length())).matches()) {
                used.add(prefix.getKey());
                return prefix.getKey() + ":" + iri.substring(namespace.length());
            }
        }
        return "<" + iri + ">";
    }

    private String object(Node node) {
        if (node.isURI()) {
            return iri(node.getURI());
        }
        if (node.isTripleTerm()) {
            return tripleTerm(node.getTriple());
        }
        String text = node.getLiteralLexicalForm();
        if (!node.getLiteralLanguage().isEmpty()) {
            return quote(text) + "@" + node.getLiteralLanguage();
        }
        String datatype = node.getLiteralDatatypeURI();
        if (datatype.equals(XSDDatatype.XSDstring.getURI())) {
            return quote(text);
        }
        Pattern alone = SHORT.get(datatype);
        return alone != null && alone.matcher(text).matches() ? text : quote(text) + "^^" + iri(datatype);
    }

    /** As RDF 1.2 Turtle has it, 2.10. */
    private String tripleTerm(Triple triple) {
        return "<<( " + iri(triple.getSubject().getURI()) + " "
                + predicate(triple.getPredicate().getURI()) + " " + object(triple.getObject()) + " )>>";
    }

    /** STRING_LITERAL_QUOTE: one line, whatever is in it. */
    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ' || c >= 0x7F && c < 0xA0 || c >= 0xFFFE || c == '\u2028' || c == '\u2029') {
                        quoted.append("\\u").append(HEX.toHexDigits(c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
