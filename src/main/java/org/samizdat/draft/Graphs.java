package org.samizdat.draft;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The names of a release's graphs. Everything that clients of RDF 1.1 expect is in the default graph. */
public final class Graphs {
    private final String prefix;

    private Graphs(String base) {
        this.prefix = base + "graph/";
    }

    public static Graphs of(String base) {
        return new Graphs(base);
    }

    /** Reifying triples of RDF 1.2: {@code claim rdf:reifies <<( s p o )>>}. */
    public Node rdf12() {
        return named("rdf12");
    }

    /** The inferred triples, which are in the default graph too, so that anyone can tell or subtract them. */
    public Node inferred() {
        return named("inferred");
    }

    /** The ontology, its blank nodes skolemised. */
    public Node ontology() {
        return named("ontology");
    }

    /** The SHACL shapes, their blank nodes skolemised. */
    public Node shapes() {
        return named("shapes");
    }

    /** The example queries, their blank nodes skolemised. */
    public Node examples() {
        return named("examples");
    }

    /** The data set about itself: title, licence, counts by class and property. */
    public Node voidDescription() {
        return named("void");
    }

    /** What the release was made from. */
    public Node provenance() {
        return named("provenance");
    }

    /** What each graph holds, for whoever finds its name in a description of the service. */
    Map<Node, String> labels() {
        Map<Node, String> labels = new LinkedHashMap<>();
        labels.put(rdf12(), "Claims as reifiers of RDF 1.2");
        labels.put(inferred(), "Inferred triples, which are in the default graph too");
        labels.put(ontology(), "Ontology");
        labels.put(shapes(), "SHACL shapes");
        labels.put(examples(), "Example queries and their answers");
        labels.put(voidDescription(), "Description of the data set: title, licence, counts, prefixes");
        labels.put(provenance(), "Provenance: what the release was made from, and retired names");
        return labels;
    }

    private Node named(String name) {
        return NodeFactory.createURI(prefix + name);
    }
}
