package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/** Turtle and N-Triples as they are written. */
class TurtleWriterTest {
    private static final String EX = "https://example.org/ontology#";
    private static final String ID = "https://example.org/id/";
    private static final Map<String, String> PREFIXES = Map.of(
            "ex",
            EX,
            "id",
            ID,
            "base",
            "https://example.org/",
            "unused",
            "https://unused.example/",
            "xsd",
            XSDDatatype.XSD + "#");

    private static final List<String> NAUGHTY = List.of(
            "",
            " ",
            "\"",
            "\"\"\"",
            "'",
            "\\",
            "\\n",
            "\\u0041",
            "line\nbreak",
            "\r",
            "\t",
            "\b\f",
            "a\\",
            "\u0000",
            "\u007F",
            "\u0085",
            "\u2028",
            "\u202E",
            "\uFFFE\uFFFF",
            "😀",
            "é",
            "é",
            "^^",
            "@en",
            "<",
            ">",
            "# no comment",
            ".",
            ";",
            "${x}",
            "%s",
            "]]>");
    private static final List<String> LOCALS = List.of(
            "", "a", "a-b", "-a", "a.b", "a.", ".a", "1", "_", "a/b", "é", "a%20b", "a(b)", "a'b", "a,b", "a:b", "a~b",
            "a;b=c", "true");

    private String write(List<Triple> triples) {
        return TurtleWriter.text(triples, PREFIXES);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node typed(String text, RDFDatatype datatype) {
        return NodeFactory.createLiteralDT(text, datatype);
    }

    @Test
    void isReadable() throws IOException {
        Node leon = iri(ID + "leon");
        String turtle = write(List.of(
                Triple.create(leon, RDFS.Nodes.label, NodeFactory.createLiteralLang("Leon", "en")),
                Triple.create(leon, iri(EX + "age"), typed("61", XSDDatatype.XSDinteger)),
                Triple.create(leon, iri(EX + "ok"), typed("true", XSDDatatype.XSDboolean)),
                Triple.create(leon, iri(EX + "rate"), typed("1.5", XSDDatatype.XSDdecimal)),
                Triple.create(leon, iri(EX + "rate"), typed("2", XSDDatatype.XSDlong)),
                Triple.create(leon, RDF.Nodes.type, iri(EX + "Person")),
                Triple.create(iri(ID + "a/b"), RDF.Nodes.type, iri(EX + "Person"))));
        assertEquals("""
                @prefix ex: <https://example.org/ontology#> .
                @prefix id: <https://example.org/id/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                id:leon a ex:Person ;
                    <http://www.w3.org/2000/01/rdf-schema#label> "Leon"@en ;
                    ex:age 61 ;
                    ex:ok true ;
                    ex:rate
                        1.5 ,
                        "2"^^xsd:long .

                <https://example.org/id/a/b> a ex:Person .
                """, turtle);
    }

    /** Whatever is written is read back as it was, from Turtle and from N-Triples. */
    @Test
    void comesBackAsItWas() throws IOException {
        List<Triple> triples = naughty(new Random(3));
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        assertTrue(graph.isIsomorphicWith(parse(write(triples), Lang.TURTLE)));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        LineWriter writer = new LineWriter(lines);
        triples.forEach(writer);
        writer.flush();
        assertTrue(graph.isIsomorphicWith(parse(lines.toString(StandardCharsets.UTF_8), Lang.NTRIPLES)));
        assertEquals(
                triples.size(),
                lines.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.endsWith(" ."))
                        .count());
    }

    private static List<Triple> naughty(Random random) {
        List<Triple> triples = new ArrayList<>();
        for (String local : LOCALS) {
            Node subject = iri((random.nextBoolean() ? ID : EX) + local);
            for (int i = 0; i < 40; i++) {
                triples.add(
                        Triple.create(subject, iri(EX + LOCALS.get(random.nextInt(LOCALS.size()))), object(random)));
            }
        }
        return triples.stream().distinct().toList();
    }

    private static Node object(Random random) {
        String text = NAUGHTY.get(random.nextInt(NAUGHTY.size())) + NAUGHTY.get(random.nextInt(NAUGHTY.size()));
        return switch (random.nextInt(6)) {
            case 0 -> iri(ID + LOCALS.get(random.nextInt(LOCALS.size())));
            case 1 -> NodeFactory.createLiteralLang(text, "en-GB");
            case 2 -> typed(text, NodeFactory.getType(EX + "type"));
            case 3 -> typed(Integer.toString(random.nextInt(-50, 50)), XSDDatatype.XSDinteger);
            case 4 -> typed("-0.5e0", XSDDatatype.XSDdouble);
            default -> NodeFactory.createLiteralString(text);
        };
    }

    private static Graph parse(String text, Lang lang) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return RDFParser.source(in).lang(lang).checking(false).toGraph();
    }

    /** RDF 1.2 N-Quads, "A Canonical form of N-Quads": which characters are escaped, and how. */
    @Test
    void escapesAsCanonicalNTriplesDo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineWriter writer = new LineWriter(out);
        writer.accept(Triple.create(
                iri("urn:s"),
                iri("urn:p"),
                NodeFactory.createLiteralString("\b\t\n\f\r\"\\\u0000\u000B\u001F\u007F\u0080'é\uFFFD\uFFFE😀")));
        writer.flush();
        assertEquals(
                "<urn:s> <urn:p> \"\\b\\t\\n\\f\\r\\\"\\\\\\u0000\\u000B\\u001F\\u007F\u0080'é\uFFFD\\uFFFE😀\" .\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
