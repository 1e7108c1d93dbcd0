package org.samizdat.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class BaseMappingTest {
    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Test
    void movesIrisAndNothingElse() {
        List<Quad> quads = new ArrayList<>();
        BaseMapping mapping = new BaseMapping("https://a.example/", "http://localhost:3030/", new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                quads.add(quad);
            }
        });
        Triple said = Triple.create(
                iri("https://a.example/id/x"),
                iri("https://b.example/p"),
                NodeFactory.createLiteralString("https://a.example/"));
        mapping.quad(Quad.create(
                iri("https://a.example/graph/rdf12"),
                Triple.create(
                        iri("https://a.example/"),
                        iri("https://a.example.org/p"),
                        NodeFactory.createTripleTerm(said))));
        Triple moved = Triple.create(iri("http://localhost:3030/id/x"), said.getPredicate(), said.getObject());
        assertEquals(
                List.of(Quad.create(
                        iri("http://localhost:3030/graph/rdf12"),
                        Triple.create(
                                iri("http://localhost:3030/"),
                                iri("https://a.example.org/p"),
                                NodeFactory.createTripleTerm(moved)))),
                quads);
    }
}
