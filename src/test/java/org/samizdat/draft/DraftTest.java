package org.samizdat.draft;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.TestManifest;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.publication.Progress;
import org.samizdat.publication.Publication;
import org.samizdat.publish.ReleaseSource;
import org.samizdat.vocab.Prov;
import org.samizdat.vocab.Vann;
import org.samizdat.vocab.VoidExt;

/** The graphs of a release, as they are drafted from the garden, under its own base IRI and under another. */
class DraftTest {
    private static final String BASE = "https://garden.example/";
    private static final String OTHER_BASE = "http://localhost:3030/garten/";

    @TempDir
    private static Path folder;

    private static Draft draft;
    private static List<String> lines;
    private static DatasetGraph graphs;

    @BeforeAll
    static void draftTheGarden() throws IOException {
        draft = Draft.of(
                Publication.read(Path.of("src/test/publications/garden")),
                Files.createDirectory(folder.resolve("work")),
                Progress.SILENT);
        Path quads = draft.source(BASE, "x").quads();
        lines = Files.readAllLines(quads);
        graphs = RDFParser.source(quads).toDatasetGraph();
    }

    @Test
    void linesAreSortedByBytesAndNoneIsRepeated() {
        Set<String> sorted = new TreeSet<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));
        sorted.addAll(lines);
        assertEquals(List.copyOf(sorted), lines);
        assertEquals(lines.size(), graphs.stream().count());
    }

    @Test
    void theGraphsAreTheseAndNoOther() {
        Set<Node> expected = Stream.of("rdf12", "inferred", "ontology", "shapes", "examples", "void", "provenance")
                .map(name -> iri("graph/" + name))
                .collect(toSet());
        expected.add(iri("ontology/2"));
        assertEquals(expected, asSet(graphs.listGraphNodes()));
    }

    /** OWL 2 Structural Specification, section 3.5: what the version before said is not said now. */
    @Test
    void anEarlierVersionOfTheOntologyHasAGraphOfItsOwn() {
        Graph earlier = graphs.getGraph(iri("ontology/2"));
        assertTrue(earlier.contains(iri("ontology#Strauch"), RDF.type.asNode(), OWL2.Class.asNode()));
        assertFalse(graph("ontology").contains(iri("ontology#Strauch"), Node.ANY, Node.ANY));
        assertFalse(graphs.getDefaultGraph().contains(iri("ontology#Strauch"), Node.ANY, Node.ANY));
    }

    @Test
    void noNodeIsBlank() {
        assertTrue(graphs.stream()
                .noneMatch(
                        quad -> quad.getSubject().isBlank() || quad.getObject().isBlank()));
        assertTrue(graph("shapes").stream()
                .anyMatch(triple -> triple.getSubject().toString().startsWith(BASE + ".well-known/genid/")));
    }

    /** What is stated is taken from the Turtle files, which hold nothing else. */
    @Test
    void theDefaultGraphIsWhatIsStatedAndInferredAndTheLabelsOfTerms() throws IOException {
        Set<Triple> stated = stated();
        Set<Triple> inferred = triples(graph("inferred"));
        Set<Triple> labels = graph("ontology").stream()
                .filter(triple -> triple.getPredicate().equals(RDFS.label.asNode()))
                .collect(toSet());
        assertTrue(inferred.contains(Triple.create(iri("id/hinten"), iri("ontology#enthaelt"), iri("id/birke"))));
        assertTrue(labels.contains(
                Triple.create(iri("ontology#Beet"), RDFS.label.asNode(), NodeFactory.createLiteralLang("Beet", "de"))));
        assertTrue(stated.stream().noneMatch(inferred::contains));
        Set<Triple> all =
                Stream.of(stated, inferred, labels).flatMap(Set::stream).collect(toSet());
        assertEquals(all, triples(graphs.getDefaultGraph()));
    }

    /** The reifiers of RDF 1.2 say the same as the statements of RDF Schema 1.1, section 5.3. */
    @Test
    void claimsAreReifiersInOneGraphAndStatementsInTheDefaultGraph() {
        Set<Triple> statements = graphs.getDefaultGraph().stream(Node.ANY, RDF.type.asNode(), RDF.Statement.asNode())
                .map(Triple::getSubject)
                .map(claim -> Triple.create(
                        claim,
                        RDF.Nodes.reifies,
                        NodeFactory.createTripleTerm(
                                object(claim, RDF.Nodes.subject),
                                object(claim, RDF.Nodes.predicate),
                                object(claim, RDF.Nodes.object))))
                .collect(toSet());
        assertEquals(3, statements.size());
        assertEquals(statements, triples(graph("rdf12")));
    }

    /** VoID, sections 4.6 and 4.7. */
    @Test
    void countsAgreeWithTheData() {
        Graph data = graphs.getDefaultGraph();
        Map<Node, Long> uses = data.stream().collect(groupingBy(Triple::getPredicate, counting()));
        Map<Node, Long> members =
                data.stream(Node.ANY, RDF.type.asNode(), Node.ANY).collect(groupingBy(Triple::getObject, counting()));
        assertEquals(data.size(), count(iri(""), VOID.triples.asNode()));
        assertEquals(
                data.stream().map(Triple::getSubject).distinct().count(),
                count(iri(""), VOID.distinctSubjects.asNode()));
        assertEquals(uses.size(), count(iri(""), VOID.properties.asNode()));
        assertEquals(members.size(), count(iri(""), VOID.classes.asNode()));
        assertEquals(uses, partitions(VOID.propertyPartition.asNode(), VOID.property.asNode(), VOID.triples.asNode()));
        assertEquals(members, partitions(VOID.classPartition.asNode(), VOID._class.asNode(), VOID.entities.asNode()));
    }

    /** VoID, section 4.7, as editors of queries read it: the properties that members of a class have, and what they lead to. */
    @Test
    void eachClassHasItsProperties() {
        Graph data = graphs.getDefaultGraph();
        Graph description = graph("void");
        Node part = partition(iri(""), VOID.classPartition.asNode(), VOID._class.asNode(), iri("ontology#Eintrag"));
        Map<Node, Long> counted = new HashMap<>();
        Set<Node> entries = asSet(data.stream(Node.ANY, RDF.type.asNode(), iri("ontology#Eintrag"))
                .map(Triple::getSubject)
                .iterator());
        data.stream()
                .filter(triple -> entries.contains(triple.getSubject()))
                .forEach(triple -> counted.merge(triple.getPredicate(), 1L, Long::sum));
        Map<Node, Long> described = new HashMap<>();
        description.stream(part, VOID.propertyPartition.asNode(), Node.ANY)
                .map(Triple::getObject)
                .forEach(inside -> described.put(
                        object(description, inside, VOID.property.asNode()), count(inside, VOID.triples.asNode())));
        assertTrue(counted.size() > 2, counted::toString);
        assertEquals(counted, described);
        Node whole =
                partition(part, VOID.propertyPartition.asNode(), VOID.property.asNode(), DCTerms.isPartOf.asNode());
        Node ends = object(description, whole, VOID.classPartition.asNode());
        assertEquals(FOAF.Document.asNode(), object(description, ends, VOID._class.asNode()));
        assertEquals(counted.get(DCTerms.isPartOf.asNode()), count(ends, VOID.triples.asNode()));
        Node labels = partition(part, VOID.propertyPartition.asNode(), VOID.property.asNode(), RDFS.label.asNode());
        Node texts = object(description, labels, VoidExt.DATATYPE_PARTITION);
        assertEquals(RDF.langString.asNode(), object(description, texts, VoidExt.DATATYPE));
    }

    /** SHACL, section 5.2.1: all prefixes, once each; and labels of what the description counts, and of graphs. */
    @Test
    void theDescriptionHasPrefixesAndLabels() {
        Graph description = graph("void");
        Map<String, String> declared = new HashMap<>();
        description.stream(iri(""), SHACL.declare, Node.ANY)
                .map(Triple::getObject)
                .forEach(declaration -> declared.put(
                        object(description, declaration, SHACL.prefix).getLiteralLexicalForm(),
                        object(description, declaration, SHACL.namespace).getLiteralLexicalForm()));
        assertEquals(draft.source(BASE, "x").prefixes(), declared);
        assertEquals(
                "Beet",
                object(description, iri("ontology#Beet"), RDFS.label.asNode()).getLiteralLexicalForm());
        graphs.listGraphNodes()
                .forEachRemaining(graph -> assertTrue(description.contains(graph, RDFS.label.asNode(), Node.ANY)));
    }

    /** All that the files of examples state, prefixes too, and from the description of the data set a way to them. */
    @Test
    void examplesAreInAGraphOfTheirOwn() throws IOException {
        Path folder = Path.of("src/test/publications/garden/examples");
        Graph stated = GraphMemFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFParser.source(file).parse(stated));
        }
        Node text = object(graph("examples"), iri("beispiele#hohe-pflanzen"), SHACL.select);
        List<Triple> answers = graph("examples")
                .find(Node.ANY, TestManifest.result.asNode(), Node.ANY)
                .toList();
        assertEquals(5, answers.size());
        assertEquals(stated.size() + answers.size(), graph("examples").size());
        assertTrue(text.getLiteralLexicalForm().contains("FILTER(?hoehe > 1)"));
        assertEquals(
                Files.readString(folder.resolve("hohe-pflanzen.csv")),
                object(graph("examples"), iri("beispiele#hohe-pflanzen"), TestManifest.result.asNode())
                        .getLiteralLexicalForm());
        assertTrue(graph("void").contains(iri(""), Vann.EXAMPLE, iri("graph/examples")));
    }

    @Test
    void provenanceNamesTheTables() {
        Set<String> tables = graph("provenance").stream(iri("#making"), Prov.USED, Node.ANY)
                .map(used -> object(graph("provenance"), used.getObject(), RDFS.label.asNode()))
                .map(Node::getLiteralLexicalForm)
                .collect(toSet());
        assertEquals(Set.of("aussagen.csv", "pflanzen.csv"), tables);
        assertTrue(graph("provenance").contains(iri(""), Prov.WAS_GENERATED_BY, iri("#making")));
    }

    @Test
    void provenanceKeepsRetiredNames() {
        Set<Triple> expected = Set.of(
                Triple.create(iri("id/porree"), OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true)),
                Triple.create(iri("id/porree"), DCTerms.isReplacedBy.asNode(), iri("id/lauch")),
                Triple.create(iri("id/unkraut"), OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true)));
        Set<Triple> found = graph("provenance").stream()
                .filter(triple -> triple.getSubject().toString().startsWith(BASE + "id/"))
                .collect(toSet());
        assertEquals(expected, found);
    }

    /** Nothing in the garden speaks of the base IRI in a text, so that here the whole line may be compared. */
    @Test
    void underAnotherBaseNothingIsLeftOfTheCanonicalOne() throws IOException {
        Set<String> expected =
                lines.stream().map(line -> line.replace(BASE, OTHER_BASE)).collect(toSet());

        ReleaseSource source = draft.source(OTHER_BASE, "x");

        List<String> moved = Files.readAllLines(source.quads());
        assertFalse(moved.stream().anyMatch(line -> line.contains(BASE)));
        assertEquals(expected, Set.copyOf(moved));
        assertEquals(OTHER_BASE + "ontology#", source.prefixes().get("g"));
    }

    private static Set<Triple> stated() throws IOException {
        Path turtle = folder.resolve("data-ttl");
        draft.writeTurtle(turtle, folder);
        Graph stated = GraphMemFactory.createDefaultGraph();
        try (Stream<Path> files = Files.list(turtle)) {
            files.filter(file -> file.toString().endsWith(".ttl"))
                    .forEach(file -> RDFParser.source(file).parse(stated));
        }
        assertEquals(draft.statedTriples(), stated.size());
        return triples(stated);
    }

    private static Map<Node, Long> partitions(Node partition, Node of, Node counted) {
        Map<Node, Long> counts = new HashMap<>();
        graph("void").stream(iri(""), partition, Node.ANY)
                .map(Triple::getObject)
                .forEach(part -> counts.put(object(graph("void"), part, of), count(part, counted)));
        return counts;
    }

    private static Node partition(Node whole, Node kind, Node by, Node term) {
        return graph("void").stream(whole, kind, Node.ANY)
                .map(Triple::getObject)
                .filter(part -> graph("void").contains(part, by, term))
                .findFirst()
                .orElseThrow();
    }

    private static long count(Node subject, Node property) {
        return Long.parseLong(object(graph("void"), subject, property).getLiteralLexicalForm());
    }

    private static Node object(Node subject, Node property) {
        return object(graphs.getDefaultGraph(), subject, property);
    }

    private static Node object(Graph graph, Node subject, Node property) {
        List<Triple> found = graph.find(subject, property, Node.ANY).toList();
        assertEquals(1, found.size(), () -> subject + " " + property);
        return found.get(0).getObject();
    }

    private static Graph graph(String name) {
        return graphs.getGraph(iri("graph/" + name));
    }

    private static Set<Triple> triples(Graph graph) {
        return graph.stream().collect(toSet());
    }

    private static Set<Node> asSet(Iterator<Node> nodes) {
        Set<Node> set = new HashSet<>();
        nodes.forEachRemaining(set::add);
        return set;
    }

    private static Node iri(String local) {
        return NodeFactory.createURI(BASE + local);
    }

    private static byte[] utf8(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
