package org.samizdat.document;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.samizdat.release.History;
import org.samizdat.release.Manifest;
import org.samizdat.vocab.Pav;
import org.samizdat.vocab.Prov;

/**
 * Releases as things with documents like any other: the current one, and those before it, since documents that were fetched then
 * name them. The data cannot hold this: a release's id is made from the data.
 */
public final class ReleaseRecord {
    private final About about;
    private final Node release;
    private final Graph graph = GraphFactory.createGraphMem();

    private ReleaseRecord(About about, String id) {
        this.about = about;
        this.release = about.addresses().release(id);
        add(RDF.type.asNode(), Prov.ENTITY);
        add(RDF.type.asNode(), VOID.Dataset.asNode());
        add(RDFS.label.asNode(), NodeFactory.createLiteralLang("Release " + id + " of " + about.title(), "en"));
        add(DCTerms.identifier.asNode(), NodeFactory.createLiteralString(id));
        about.dataset().ifPresent(dataset -> add(DCTerms.isVersionOf.asNode(), dataset));
        about.license().ifPresent(license -> add(DCTerms.license.asNode(), license));
    }

    /**
     * What is said of each release, by its IRI.
     *
     * @param manifest of the current one
     * @param history what came to pass until it was current
     */
    public static Map<Node, Graph> all(Manifest manifest, History history, About about) {
        Map<Node, Graph> all = new HashMap<>();
        String before = "";
        for (History.Step step : history.steps()) {
            ReleaseRecord record = new ReleaseRecord(about, step.release());
            record.describe(step.version(), step.modified(), step.triples());
            record.add(DCTerms.issued.asNode(), typed(step.since(), XSDDatatype.XSDdateTime));
            if (!before.isEmpty()) {
                record.add(Prov.WAS_REVISION_OF, about.addresses().release(before));
            }
            before = step.release();
            all.merge(record.release, record.graph, ReleaseRecord::together);
        }
        ReleaseRecord current = new ReleaseRecord(about, manifest.id());
        current.describe(manifest.version(), manifest.modified(), triples(manifest));
        current.add(Prov.GENERATED_AT_TIME, typed(manifest.built(), XSDDatatype.XSDdateTime));
        all.merge(current.release, current.graph, ReleaseRecord::together);
        return Map.copyOf(all);
    }

    private void describe(String version, LocalDate modified, long triples) {
        add(DCTerms.modified.asNode(), typed(modified, XSDDatatype.XSDdate));
        add(VOID.triples.asNode(), typed(triples, XSDDatatype.XSDinteger));
        if (!version.isEmpty()) {
            add(Pav.VERSION, NodeFactory.createLiteralString(version));
        }
    }

    /** A release can have been current more than once. */
    private static Graph together(Graph one, Graph other) {
        other.find().forEach(one::add);
        return one;
    }

    private void add(Node property, Node value) {
        graph.add(release, property, value);
    }

    private static long triples(Manifest manifest) {
        return manifest.triples().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Node typed(Object value, XSDDatatype datatype) {
        return NodeFactory.createLiteralDT(value.toString(), datatype);
    }
}
