package org.samizdat.document;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.release.Manifest;
import org.samizdat.vocab.Pav;
import org.samizdat.vocab.Prov;

/** A release as a thing with a document like any other. Its data cannot hold this: its id is made from the data. */
public final class ReleaseRecord {
    private ReleaseRecord() {}

    /** What is said of a release, by its IRI. */
    public static Map<Node, Graph> of(Manifest manifest, About about) {
        Node release = about.addresses().release(manifest.id());
        Graph graph = GraphFactory.createGraphMem();
        graph.add(release, RDF.type.asNode(), Prov.ENTITY);
        graph.add(release, RDF.type.asNode(), VOID.Dataset.asNode());
        graph.add(
                release,
                RDFS.label.asNode(),
                NodeFactory.createLiteralLang("Release " + manifest.id() + " of " + manifest.title(), "en"));
        graph.add(release, DCTerms.identifier.asNode(), NodeFactory.createLiteralString(manifest.id()));
        graph.add(release, DCTerms.modified.asNode(), typed(manifest.modified(), XSDDatatype.XSDdate));
        graph.add(release, Prov.GENERATED_AT_TIME, typed(manifest.built(), XSDDatatype.XSDdateTime));
        graph.add(release, VOID.triples.asNode(), typed(triples(manifest), XSDDatatype.XSDinteger));
        if (!manifest.version().isEmpty()) {
            graph.add(release, Pav.VERSION, NodeFactory.createLiteralString(manifest.version()));
        }
        about.dataset().ifPresent(dataset -> graph.add(release, DCTerms.isVersionOf.asNode(), dataset));
        about.license().ifPresent(license -> graph.add(release, DCTerms.license.asNode(), license));
        return Map.of(release, graph);
    }

    private static long triples(Manifest manifest) {
        return manifest.triples().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Node typed(Object value, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(value.toString(), datatype);
    }
}
