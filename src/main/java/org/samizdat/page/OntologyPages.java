package org.samizdat.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Addresses;

/** Arranges the ontology's own terms as a page. */
final class OntologyPages {
    private static final Map<String, Set<Node>> SECTIONS = sections();
    private static final List<Node> DEFINITIONS =
            List.of(SKOS.definition.asNode(), RDFS.comment.asNode(), DCTerms.description.asNode());
    private static final Set<Node> IN_HEADING = Set.of(
            RDF.type.asNode(),
            RDFS.label.asNode(),
            RDFS.isDefinedBy.asNode(),
            SKOS.definition.asNode(),
            RDFS.comment.asNode());
    private static final Comparator<Link> BY_TEXT =
            Comparator.comparing(Link::text, String.CASE_INSENSITIVE_ORDER).thenComparing(Link::href);

    private final Graph graph;
    private final Addresses addresses;
    private final Names names;

    private OntologyPages(Graph graph, Addresses addresses) {
        this.graph = graph;
        this.addresses = addresses;
        this.names = new Names(graph, addresses, "");
    }

    private static Map<String, Set<Node>> sections() {
        Map<String, Set<Node>> sections = new LinkedHashMap<>();
        sections.put("Classes", Set.of(OWL.Class.asNode(), RDFS.Class.asNode()));
        sections.put(
                "Properties",
                Set.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Property.asNode()));
        sections.put("Annotations", Set.of(OWL.AnnotationProperty.asNode()));
        return sections;
    }

    static OntologyPage page(Graph graph, Addresses addresses, Frames frames) {
        OntologyPages pages = new OntologyPages(graph, addresses);
        Node ontology = addresses.ontology();
        String title = pages.names
                .value(ontology, DCTerms.title.asNode())
                .map(pages.names::text)
                .orElse("Ontology");
        Frame frame = frames.frame(title, "", ontology.getURI(), Addresses.ONTOLOGY);
        List<OntologyPage.Section> sections = new ArrayList<>();
        SECTIONS.forEach((heading, types) -> {
            List<OntologyPage.Term> terms = pages.terms(types);
            if (!terms.isEmpty()) {
                sections.add(new OntologyPage.Section(heading, terms));
            }
        });
        return new OntologyPage(frame, pages.definition(ontology), sections);
    }

    private List<OntologyPage.Term> terms(Set<Node> types) {
        return types.stream()
                .flatMap(type ->
                        graph.find(Node.ANY, RDF.type.asNode(), type).mapWith(Triple::getSubject).toList().stream())
                .distinct()
                .filter(node -> addresses.term(node).isPresent())
                .map(this::term)
                .sorted(Comparator.comparing(OntologyPage.Term::name, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(OntologyPage.Term::id))
                .toList();
    }

    private OntologyPage.Term term(Node term) {
        Map<Link, List<Fact.Value>> facts = new TreeMap<>(BY_TEXT);
        graph
                .find(term, Node.ANY, Node.ANY)
                .filterDrop(triple -> IN_HEADING.contains(triple.getPredicate()))
                .mapWith(triple -> Map.entry(names.link(triple.getPredicate()), names.link(triple.getObject())))
                .toList()
                .stream()
                .sorted(Map.Entry.comparingByValue(BY_TEXT))
                .forEach(fact -> facts.computeIfAbsent(fact.getKey(), key -> new ArrayList<>())
                        .add(new Fact.Value(fact.getValue(), List.of(), List.of())));
        return new OntologyPage.Term(
                addresses.term(term).orElseThrow(),
                names.text(term),
                term.getURI(),
                definition(term),
                facts.entrySet().stream()
                        .map(fact -> new Fact(fact.getKey(), fact.getValue()))
                        .toList());
    }

    private String definition(Node node) {
        return DEFINITIONS.stream()
                .flatMap(property -> names.value(node, property).stream())
                .map(names::text)
                .findFirst()
                .orElse("");
    }
}
