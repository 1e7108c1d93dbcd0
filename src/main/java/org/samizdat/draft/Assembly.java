package org.samizdat.draft;

import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.publication.Publication;
import org.samizdat.publication.Retired;
import org.samizdat.publication.TableSource;
import org.samizdat.publication.Vocabulary;
import org.samizdat.table.Problem;
import org.samizdat.table.Problems;
import org.samizdat.vocab.Prov;

/**
 * All graphs of a release, put together from what a publication states. Holds them in memory, as the SHACL gate must
 * anyway.
 */
public final class Assembly {
    private static final Node IS_DEFINED_BY = RDFS.isDefinedBy.asNode();

    private final Publication publication;
    private final Graph stated;
    private final Graph reifiers;
    private final Graph ontology;
    private final SortedMap<String, Graph> earlierOntologies;
    private final Graph shapes;
    private final Graph examples;
    private final Graph inferred = GraphMemFactory.createDefaultGraph();
    private final Graphs names;

    /**
     * @param stated what tables and RDF files say, in RDF 1.1
     * @param reifiers the reifying triples of the same claims
     * @param examples the example queries
     */
    public Assembly(
            Publication publication,
            Graph stated,
            Graph reifiers,
            Vocabulary vocabulary,
            Graph shapes,
            Graph examples) {
        this.publication = publication;
        this.stated = stated;
        this.reifiers = reifiers;
        this.ontology = vocabulary.current();
        this.earlierOntologies = vocabulary.earlier();
        this.shapes = shapes;
        this.examples = examples;
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

    Graph shapes() {
        return shapes;
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

    /**
     * Makes all graphs, as they are published under the canonical base IRI.
     *
     * @throws BadInputException where ontology, shapes or examples have blank nodes that cannot be named
     */
    DatasetGraph graphs() {
        Graph published = defaultGraph();
        DatasetGraph all = DatasetGraphFactory.create(published);
        all.addGraph(names.rdf12(), reifiers);
        all.addGraph(names.inferred(), inferred);
        all.addGraph(names.ontology(), skolemised(ontology, "ontology"));
        earlierOntologies.forEach(
                (version, graph) -> all.addGraph(NodeFactory.createURI(version), skolemised(graph, version)));
        all.addGraph(names.shapes(), skolemised(shapes, "shapes"));
        all.addGraph(names.examples(), skolemised(examples, "examples"));
        all.addGraph(
                names.voidDescription(),
                new SelfDescription(publication, stated, ontology, !examples.isEmpty(), earlierOntologies.keySet())
                        .of(published));
        all.addGraph(names.provenance(), provenance());
        return all;
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

    private Graph provenance() {
        Graph all = GraphMemFactory.createDefaultGraph();
        Node making = NodeFactory.createURI(publication.base() + "#making");
        all.add(making, RDF.type.asNode(), Prov.ACTIVITY);
        all.add(dataset(), RDF.type.asNode(), Prov.ENTITY);
        all.add(dataset(), Prov.WAS_GENERATED_BY, making);
        publication
                .description()
                .find(publication.dataset(), DCTerms.source.asNode(), Node.ANY)
                .forEach(source -> all.add(dataset(), Prov.WAS_DERIVED_FROM, source.getObject()));
        all.add(names.inferred(), Prov.WAS_DERIVED_FROM, names.ontology());
        publication.tables().forEach(table -> addUse(table, making, all));
        publication.retired().values().forEach(retired -> addRetired(retired, all));
        return all;
    }

    private void addUse(TableSource table, Node making, Graph all) {
        Node used = NodeFactory.createURI(publication.base() + "#table-" + table.name());
        String file = table.csv().getFileName().toString();
        all.add(making, Prov.USED, used);
        all.add(used, RDF.type.asNode(), Prov.ENTITY);
        all.add(used, RDFS.label.asNode(), NodeFactory.createLiteralString(file));
    }

    /** What remains of a name that is not used any more. */
    private void addRetired(Retired retired, Graph all) {
        Node name = thing(retired.slug());
        all.add(name, OWL2.deprecated.asNode(), NodeFactory.createLiteralByValue(true));
        retired.into().ifPresent(into -> all.add(name, DCTerms.isReplacedBy.asNode(), thing(into)));
    }

    private Node dataset() {
        return NodeFactory.createURI(publication.base());
    }

    private Graph skolemised(Graph graph, String name) {
        return Skolemizer.named(graph, publication.base(), name);
    }
}
