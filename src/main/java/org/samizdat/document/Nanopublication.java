package org.samizdat.document;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.vocab.Np;
import org.samizdat.vocab.Prov;

/**
 * A claim as a <a href="https://nanopub.net/guidelines/working_draft/">nanopublication</a>: four graphs, the head, what is
 * asserted, where it comes from, and who publishes it.
 */
public final class Nanopublication {
    private static final Set<Node> PARTS = Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
    private static final Set<Node> OF_ASSERTION = Set.of(Prov.WAS_DERIVED_FROM, Prov.WAS_ATTRIBUTED_TO);

    private final About about;
    private final Node claim;
    private final String document;

    private Nanopublication(About about, Node claim, String document) {
        this.about = about;
        this.claim = claim;
        this.document = document;
    }

    /**
     * @param description of the claim
     * @param name the claim's
     * @return empty if the description does not hold the claim's triple
     */
    public static Optional<Content> of(Description description, String name, About about) {
        Graph graph = description.graph();
        Nanopublication nanopub = new Nanopublication(
                about, description.thing(), about.addresses().document(name).getURI());
        return Reification.statement(graph, description.thing())
                .map(statement -> new Content(
                        nanopub.node("nanopub"), GraphFactory.createGraphMem(), nanopub.graphs(graph, statement)));
    }

    private SortedMap<String, List<Triple>> graphs(Graph graph, Triple statement) {
        SortedMap<String, List<Triple>> graphs = new TreeMap<>();
        put(graphs, "head", head());
        put(graphs, "assertion", List.of(statement));
        put(graphs, "provenance", provenance(graph));
        put(graphs, "pubinfo", publicationInfo());
        return graphs;
    }

    private void put(Map<String, List<Triple>> graphs, String part, List<Triple> triples) {
        graphs.put(node(part).getURI(), triples);
    }

    private Node node(String fragment) {
        return NodeFactory.createURI(document + "#" + fragment);
    }

    private List<Triple> head() {
        Node nanopub = node("nanopub");
        return List.of(
                Triple.create(nanopub, RDF.type.asNode(), Np.NANOPUBLICATION),
                Triple.create(nanopub, Np.HAS_ASSERTION, node("assertion")),
                Triple.create(nanopub, Np.HAS_PROVENANCE, node("provenance")),
                Triple.create(nanopub, Np.HAS_PUBLICATION_INFO, node("pubinfo")));
    }

    /** Of the assertion, what it rests on and whose it is; of the claim, the circumstances. */
    private List<Triple> provenance(Graph graph) {
        Graph provenance = GraphFactory.createGraphMem();
        graph.find(claim, Node.ANY, Node.ANY)
                .filterDrop(triple -> PARTS.contains(triple.getPredicate()))
                .forEach(triple -> provenance.add(
                        OF_ASSERTION.contains(triple.getPredicate()) ? node("assertion") : claim,
                        triple.getPredicate(),
                        triple.getObject()));
        provenance.add(node("assertion"), Prov.ALTERNATE_OF, claim);
        return provenance.find().toList();
    }

    private List<Triple> publicationInfo() {
        Graph info = GraphFactory.createGraphMem();
        Node nanopub = node("nanopub");
        info.add(
                nanopub,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(about.modified()), XSDDatatype.XSDdate));
        info.add(nanopub, Prov.WAS_DERIVED_FROM, about.addresses().release(about.release()));
        about.license().ifPresent(license -> info.add(nanopub, DCTerms.license.asNode(), license));
        about.dataset().ifPresent(dataset -> info.add(nanopub, DCTerms.isPartOf.asNode(), dataset));
        return info.find().toList();
    }
}
