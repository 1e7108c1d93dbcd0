package org.samizdat.draft;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.samizdat.publication.Publication;
import org.samizdat.publication.Retired;
import org.samizdat.publication.TableSource;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.vocab.Prov;

/**
 * All graphs of a release, put together from what a publication states. Holds them in memory, as the SHACL gate must
 * anyway.
 */
public final class Assembly {
    private static final Node IS_DEFINED_BY = RDFS.isDefinedBy.asNode();
    private static final Comparator<Triple> SUBJECT_ORDER =
            Comparator.comparing(triple -> triple.getSubject().toString());
    /** Statements of {@code publication.ttl} that speak of the publisher's folder and not of the data set. */
    private static final List<Node> OF_THE_FOLDER = List.of(VOID.vocabulary.asNode(), SHACL.shapesGraph);

    private final Publication publication;
    private final Graph stated;
    private final Graph reifiers;
    private final Graph ontology;
    private final Graph shapes;
    private final Graph inferred = GraphMemFactory.createDefaultGraph();
    private final Graphs names;

    /**
     * @param stated what tables and RDF files say, in RDF 1.1
     * @param reifiers the reifying triples of the same claims
     */
    public Assembly(Publication publication, Graph stated, Graph reifiers, Graph ontology, Graph shapes) {
        this.publication = publication;
        this.stated = stated;
        this.reifiers = reifiers;
        this.ontology = ontology;
        this.shapes = shapes;
        this.names = Graphs.of(publication.base());
        infer();
    }

    private void infer() {
        Inferences inferences = new Inferences(ontology);
        stated.find()
                .forEach(triple -> inferences.from(triple, consequence -> {
                    if (!stated.contains(consequence)) {
                        inferred.add(consequence);
                    }
                }));
    }

    /** What tables and RDF files say. */
    Graph stated() {
        return stated;
    }

    Graph ontology() {
        return ontology;
    }

    /** What is checked: everything stated or inferred, and the ontology that explains it. */
    public Graph toBeChecked() {
        Graph all = GraphMemFactory.createDefaultGraph();
        for (Graph part : List.of(stated, inferred, ontology)) {
            part.find().forEach(all::add);
        }
        return all;
    }

    /** Adds a problem for each retired name that is used again, and for each whose successor does not exist. */
    void retiredNames(Problems problems) {
        for (Retired retired : publication.retired().values()) {
            if (isDescribed(retired.slug())) {
                problems.add(retiredProblem("\"" + retired.slug()
                        + "\" is retired and described all the same; give the thing another name."));
            }
            retired.into()
                    .filter(into -> !isDescribed(into))
                    .ifPresent(into -> problems.add(retiredProblem(
                            "\"" + retired.slug() + "\" was merged into \"" + into + "\", which nothing describes.")));
        }
    }

    private Problem retiredProblem(String message) {
        return Problem.inFile(publication.folder().resolve("retired.csv").toString(), message);
    }

    private boolean isDescribed(String slug) {
        return stated.contains(thing(slug), RDF.type.asNode(), Node.ANY);
    }

    private Node thing(String slug) {
        return NodeFactory.createURI(publication.base() + "id/" + slug);
    }

    /** Hands on the quads of all graphs, in no particular order and some of them twice. */
    public void quads(Consumer<Quad> sink) {
        VoidStatistics statistics = new VoidStatistics();
        Graph published = defaultGraph();
        published.stream().sorted(SUBJECT_ORDER).forEach(statistics);
        emit(Quad.defaultGraphIRI, published.find().toList(), sink);
        emit(names.rdf12(), reifiers.find().toList(), sink);
        emit(names.inferred(), inferred.find().toList(), sink);
        emit(names.ontology(), skolemised(ontology, "ontology"), sink);
        emit(names.shapes(), skolemised(shapes, "shapes"), sink);
        emit(names.voidDescription(), description(), sink);
        statistics.describe(dataset(), triple -> sink.accept(Quad.create(names.voidDescription(), triple)));
        retired(triple -> sink.accept(Quad.create(names.provenance(), triple)));
        provenance(triple -> sink.accept(Quad.create(names.provenance(), triple)));
    }

    private Graph defaultGraph() {
        Graph all = GraphMemFactory.createDefaultGraph();
        stated.find().forEach(all::add);
        inferred.find().forEach(all::add);
        ontology.find(Node.ANY, IS_DEFINED_BY, Node.ANY)
                .forEach(term -> ontology.find(term.getSubject(), RDFS.label.asNode(), Node.ANY)
                        .forEach(all::add));
        return all;
    }

    /** What {@code publication.ttl} says, with the base IRI as the data set's name. */
    private List<Triple> description() {
        Graph renamed = GraphMemFactory.createDefaultGraph();
        publication.description().find().forEach(triple -> {
            if (!OF_THE_FOLDER.contains(triple.getPredicate())) {
                renamed.add(renamed(triple.getSubject()), triple.getPredicate(), renamed(triple.getObject()));
            }
        });
        renamed.add(dataset(), VOID.uriSpace.asNode(), NodeFactory.createLiteralString(publication.base() + "id/"));
        renamed.add(dataset(), VOID.sparqlEndpoint.asNode(), NodeFactory.createURI(publication.base() + "sparql"));
        return skolemised(renamed, "publication.ttl");
    }

    private Node renamed(Node node) {
        return node.equals(publication.dataset()) ? dataset() : node;
    }

    private void provenance(Consumer<Triple> sink) {
        Node making = NodeFactory.createURI(publication.base() + "#making");
        sink.accept(Triple.create(making, RDF.type.asNode(), Prov.ACTIVITY));
        sink.accept(Triple.create(dataset(), RDF.type.asNode(), Prov.ENTITY));
        sink.accept(Triple.create(dataset(), Prov.WAS_GENERATED_BY, making));
        publication
                .description()
                .find(publication.dataset(), DCTerms.source.asNode(), Node.ANY)
                .forEach(source -> sink.accept(Triple.create(dataset(), Prov.WAS_DERIVED_FROM, source.getObject())));
        sink.accept(Triple.create(names.inferred(), Prov.WAS_DERIVED_FROM, names.ontology()));
        for (TableSource table : publication.tables()) {
            Node used = NodeFactory.createURI(publication.base() + "#table-" + table.name());
            sink.accept(Triple.create(making, Prov.USED, used));
            sink.accept(Triple.create(used, RDF.type.asNode(), Prov.ENTITY));
            sink.accept(Triple.create(
                    used,
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralString(table.csv().getFileName().toString())));
        }
    }

    /** What remains of names that are not used any more. */
    private void retired(Consumer<Triple> sink) {
        for (Retired retired : publication.retired().values()) {
            Node name = thing(retired.slug());
            sink.accept(Triple.create(name, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true)));
            retired.into()
                    .ifPresent(into -> sink.accept(Triple.create(name, DCTerms.isReplacedBy.asNode(), thing(into))));
        }
    }

    private Node dataset() {
        return NodeFactory.createURI(publication.base());
    }

    private List<Triple> skolemised(Graph graph, String name) {
        return new Skolemizer(graph, publication.base(), name).triples();
    }

    private static void emit(Node graph, List<Triple> triples, Consumer<Quad> sink) {
        triples.forEach(triple -> sink.accept(Quad.create(graph, triple)));
    }
}
