package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseMappingTest {
    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Test
    void movesIrisAndNothingElse() {
        Triple said =
                Triple.create(iri("https://a.example/id/x"), iri("https://b.example/p"), text("https://a.example/"));
        Triple moved = Triple.create(iri("http://localhost:3030/id/x"), said.getPredicate(), said.getObject());
        assertEquals(
                Quad.create(
                        iri("http://localhost:3030/graph/rdf12"),
                        Triple.create(
                                iri("http://localhost:3030/"),
                                iri("https://a.example.org/p"),
                                NodeFactory.createTripleTerm(moved))),
                moved(Quad.create(
                        iri("https://a.example/graph/rdf12"),
                        Triple.create(
                                iri("https://a.example/"),
                                iri("https://a.example.org/p"),
                                NodeFactory.createTripleTerm(said)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://purl.org/vocab/vann/preferredNamespaceUri",
                "http://rdfs.org/ns/void#uriSpace",
                "http://www.w3.org/ns/shacl#namespace"
            })
    void movesTheLiteralsThatAreNamespaces(String property) {
        assertEquals(text("http://localhost:3030/id/"), object(property, text("https://a.example/id/")));
        assertEquals(
                NodeFactory.createLiteralDT("http://localhost:3030/id/", XSDDatatype.XSDanyURI),
                object(property, NodeFactory.createLiteralDT("https://a.example/id/", XSDDatatype.XSDanyURI)));
        assertEquals(text("https://b.example/"), object(property, text("https://b.example/")));
    }

    /** In CSV an IRI is a cell, in N-Triples it stands in angle brackets; the same letters elsewhere are text. */
    @Test
    void movesTheIrisOfExpectedAnswers() {
        String result = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#result";
        assertEquals(
                text("a,b\nhttp://localhost:3030/id/x,http://localhost:3030/id/y\nsee https://a.example/,1\n"),
                object(result, text("a,b\nhttps://a.example/id/x,https://a.example/id/y\nsee https://a.example/,1\n")));
        assertEquals(
                text("<http://localhost:3030/s> <urn:p> \"https://a.example/\" .\n"),
                object(result, text("<https://a.example/s> <urn:p> \"https://a.example/\" .\n")));
    }

    private static Node object(String property, Node literal) {
        return moved(Quad.create(Quad.defaultGraphIRI, iri("https://b.example/s"), iri(property), literal))
                .getObject();
    }

    private static Quad moved(Quad quad) {
        List<Quad> quads = new ArrayList<>();
        new BaseMapping("https://a.example/", "http://localhost:3030/", new StreamRDFBase() {
                    @Override
                    public void quad(Quad moved) {
                        quads.add(moved);
                    }
                })
                .quad(quad);
        assertEquals(1, quads.size());
        return quads.get(0);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
