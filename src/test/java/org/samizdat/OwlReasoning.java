package org.samizdat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.RDFParserMetaData;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;

/** RDF as OWL 2 DL: by the profile checker of the OWL API, and by HermiT. */
final class OwlReasoning {
    /** Datatypes of dates that <a href="https://www.w3.org/TR/owl2-syntax/#Datatype_Maps">OWL 2, section 4</a> does not have. */
    private static final Set<String> DATES = Set.of(
            XSD.date.getURI(), XSD.gYear.getURI(), XSD.gYearMonth.getURI(), "http://id.loc.gov/datatypes/edtf/EDTF");

    private static final Set<Node> REIFICATION =
            Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());

    private OwlReasoning() {}

    /**
     * What is wrong with ontology and data, taken together as one ontology; nothing when they are in OWL 2 DL, consistent and
     * without an unsatisfiable class. What is not in OWL 2 DL is not reasoned about.
     */
    static List<String> faults(Graph graph) {
        OWLOntology ontology = read(graph);
        List<String> faults = new ArrayList<>();
        metaData(ontology).getUnparsedTriples().forEach(triple -> faults.add("Means nothing in OWL: " + triple));
        new OWL2DLProfile()
                .checkOntology(ontology)
                .getViolations()
                .forEach(violation -> faults.add("Not in OWL 2 DL: " + violation));
        return faults.isEmpty() ? contradictions(ontology) : faults;
    }

    private static List<String> contradictions(OWLOntology ontology) {
        Reasoner reasoner = new Reasoner(new Configuration(), ontology);
        try {
            return reasoner.isConsistent() ? emptyClasses(reasoner) : List.of("Inconsistent.");
        } finally {
            reasoner.dispose();
        }
    }

    private static List<String> emptyClasses(Reasoner reasoner) {
        return reasoner.getUnsatisfiableClasses()
                .entities()
                .filter(type -> !type.isOWLNothing())
                .map(OWLClass::getIRI)
                .map(type -> "Unsatisfiable: " + type)
                .sorted()
                .collect(Collectors.toList());
    }

    private static RDFParserMetaData metaData(OWLOntology ontology) {
        return (RDFParserMetaData)
                ontology.getNonnullFormat().getOntologyLoaderMetaData().orElseThrow();
    }

    private static OWLOntology read(Graph graph) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(RDFFormat.RDFXML_PLAIN).output(xml);
        try {
            return OWLManager.createOWLOntologyManager()
                    .loadOntologyFromOntologyDocument(new ByteArrayInputStream(xml.toByteArray()));
        } catch (OWLOntologyCreationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Data as it can be reasoned about. RDF reification is not in OWL 2 DL, so that a claim is left without the statement that it
     * reifies; dates become strings.
     */
    static Graph withoutReification(Graph data) {
        Graph plain = GraphMemFactory.createDefaultGraph();
        data.stream()
                .filter(triple -> !REIFICATION.contains(triple.getPredicate())
                        && !triple.getObject().equals(RDF.Statement.asNode()))
                .map(triple ->
                        Triple.create(triple.getSubject(), triple.getPredicate(), dateAsText(triple.getObject())))
                .forEach(plain::add);
        return plain;
    }

    private static Node dateAsText(Node value) {
        return value.isLiteral() && DATES.contains(value.getLiteralDatatypeURI())
                ? NodeFactory.createLiteralString(value.getLiteralLexicalForm())
                : value;
    }
}
