package org.samizdat.mapping;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes triples and quads, one a line, in the canonical form of RDF 1.2 N-Triples and N-Quads
 * (<a href="https://www.w3.org/TR/rdf12-n-quads/#canonical-quads">RDF 1.2 N-Quads, "A Canonical form of N-Quads"</a>): the same
 * triple is always the same bytes. Not safe for use by several threads. Call {@link #flush()} at the end.
 */
public final class LineWriter implements Consumer<Triple> {
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 15;
    /** The longest piece that is written without looking whether there is room: an escape, or a character in UTF-8. */
    private static final int ROOM = 8;

    private static final int KNOWN_PREDICATES = 1_000;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final Map<Node, byte[]> predicates = new HashMap<>();
    private int size;

    public LineWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void accept(Triple triple) {
        write(triple);
        end();
    }

    /** Writes a quad; of the default graph, as a triple. */
    public void accept(Quad quad) {
        write(quad.asTriple());
        if (!quad.isDefaultGraph()) {
            put(' ');
            write(quad.getGraph());
        }
        end();
    }

    /** Hands everything to the stream, whole lines only. */
    public void flush() {
        drain();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        ascii(" .\n");
    }

    private void write(Triple triple) {
        write(triple.getSubject());
        put(' ');
        bytes(predicates.computeIfAbsent(triple.getPredicate(), this::encoded));
        if (predicates.size() > KNOWN_PREDICATES) {
            predicates.clear();
        }
        put(' ');
        write(triple.getObject());
    }

    private byte[] encoded(Node predicate) {
        return ("<" + predicate.getURI() + ">").getBytes(StandardCharsets.UTF_8);
    }

    private void write(Node node) {
        if (node.isURI()) {
            iri(node.getURI());
        } else if (node.isLiteral()) {
            literal(node);
        } else if (node.isTripleTerm()) {
            ascii("<<( ");
            write(node.getTriple());
            ascii(" )>>");
        } else {
            throw new IllegalArgumentException("Not a term that is published: " + node);
        }
    }

    private void literal(Node node) {
        put('"');
        text(node.getLiteralLexicalForm());
        put('"');
        String language = node.getLiteralLanguage();
        if (!language.isEmpty()) {
            put('@');
            ascii(language);
            if (node.getLiteralBaseDirection() != null) {
                ascii("--" + node.getLiteralBaseDirection());
            }
        } else if (node.getLiteralDatatype() != XSDDatatype.XSDstring) {
            ascii("^^");
            iri(node.getLiteralDatatypeURI());
        }
    }

    /** No character of an IRI is escaped: those that would be are refused when it is read. */
    private void iri(String iri) {
        put('<');
        bytes(iri.getBytes(StandardCharsets.UTF_8));
        put('>');
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                put(c);
            } else if (Character.isHighSurrogate(c)) {
                supplementary(text.codePointAt(i++));
            } else {
                special(c);
            }
        }
    }

    private void special(char c) {
        room();
        switch (c) {
            case '\b' -> ascii("\\b");
            case '\t' -> ascii("\\t");
            case '\n' -> ascii("\\n");
            case '\f' -> ascii("\\f");
            case '\r' -> ascii("\\r");
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            default -> {
                if (c < ' ' || c == 0x7F || c >= 0xFFFE) {
                    escape(c);
                } else {
                    utf8(c);
                }
            }
        }
    }

    private void escape(char c) {
        ascii("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            buffer[size++] = HEX[c >> shift & 0xF];
        }
    }

    private void utf8(char c) {
        if (Character.isSurrogate(c)) {
            throw new IllegalArgumentException("Half a character in a term.");
        }
        if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | c >> 6);
        } else {
            buffer[size++] = (byte) (0xE0 | c >> 12);
            buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        buffer[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(int c) {
        if (c < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            throw new IllegalArgumentException("Half a character in a term.");
        }
        room();
        buffer[size++] = (byte) (0xF0 | c >> 18);
        buffer[size++] = (byte) (0x80 | c >> 12 & 0x3F);
        buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
        buffer[size++] = (byte) (0x80 | c & 0x3F);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    private void bytes(byte[] bytes) {
        int done = 0;
        while (done < bytes.length) {
            if (size == BUFFER) {
                drain();
            }
            int length = Math.min(bytes.length - done, BUFFER - size);
            System.arraycopy(bytes, done, buffer, size, length);
            size += length;
            done += length;
        }
    }

    private void put(char c) {
        if (size == BUFFER) {
            drain();
        }
        buffer[size++] = (byte) c;
    }

    private void room() {
        if (size > BUFFER - ROOM) {
            drain();
        }
    }

    private void drain() {
        try {
            out.write(buffer, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size = 0;
    }
}
