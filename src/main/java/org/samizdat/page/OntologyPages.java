package org.samizdat.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.samizdat.document.Addresses;
import org.samizdat.search.TextIndex.Selection;

/** Arranges the ontology's own terms as a page. */
final class OntologyPages {
    private static final int EXAMPLES = 3;
    private static final List<Node> DEFINITIONS = List.of(SKOS.definition.asNode(), RDFS.comment.asNode());

    /** What has a place of its own on the page; all else that is said of a term comes after it. */
    private static final Set<Node> PLACED = Set.of(
            RDF.type.asNode(),
            RDFS.label.asNode(),
            RDFS.isDefinedBy.asNode(),
            RDFS.comment.asNode(),
            RDFS.subClassOf.asNode(),
            RDFS.subPropertyOf.asNode(),
            RDFS.domain.asNode(),
            RDFS.range.asNode(),
            OWL.inverseOf.asNode(),
            SKOS.definition.asNode());

    private final Material material;
    private final Ontology ontology;
    private final Names names;

    /**
     * @param shown the version of the ontology that the page shows
     * @param root relative path from the page to the root
     */
    OntologyPages(Material material, Ontology shown, String root) {
        this.material = material;
        this.ontology = shown;
        this.names = material.with(shown).names(root);
    }

    /** @param path of the page, relative to the root */
    OntologyPage page(String path) {
        Node all = material.about().addresses().ontology();
        String title = value(all, DCTerms.title.asNode()).orElse("Ontology");
        Frame frame = material.frames().frame(title, names.root(), all.getURI(), path);
        List<OntologyPage.Section> sections = Stream.of(
                        section("Classes", ontology.classes()),
                        section("Properties", ontology.properties()),
                        section("Other terms", ontology.others()))
                .filter(section -> !section.terms().isEmpty())
                .toList();
        String description = value(all, DCTerms.description.asNode()).orElseGet(() -> definition(all));
        return new OntologyPage(
                frame.described(description, ""),
                description,
                value(all, OWL.versionInfo.asNode()).orElse(""),
                otherVersions(all),
                ClassTree.of(ontology, names),
                sections);
    }

    /** The current version, if this is another, and the one before this, if the release has it. */
    private List<Link> otherVersions(Node all) {
        Node version = OWL2.versionIRI.asNode();
        Stream<Link> current =
                ontology.objects(all, version).equals(material.ontology().objects(all, version))
                        ? Stream.empty()
                        : Stream.of(names.link(all).called("the current version"));
        Stream<Link> before = ontology.objects(all, OWL2.priorVersion.asNode()).stream()
                .filter(material.data()::containsGraph)
                .map(prior -> names.link(prior).called("the version before"));
        return Stream.concat(current, before).toList();
    }

    private Optional<String> value(Node subject, Node property) {
        return ontology.graph()
                .find(subject, property, Node.ANY)
                .mapWith(triple -> names.text(triple.getObject()))
                .nextOptional();
    }

    private String definition(Node node) {
        return DEFINITIONS.stream()
                .flatMap(property -> value(node, property).stream())
                .findFirst()
                .orElse("");
    }

    private OntologyPage.Section section(String title, Collection<Node> terms) {
        return new OntologyPage.Section(
                title,
                terms.stream()
                        .map(this::term)
                        .sorted(Comparator.comparing(OntologyPage.Term::name, String.CASE_INSENSITIVE_ORDER)
                                .thenComparing(OntologyPage.Term::id))
                        .toList());
    }

    private OntologyPage.Term term(Node term) {
        boolean isClass = ontology.classes().contains(term);
        boolean isProperty = ontology.properties().contains(term);
        return new OntologyPage.Term(
                material.about().addresses().term(term).orElseThrow(),
                names.text(term),
                term.getURI(),
                definition(term),
                isClass ? ontology.symbol(List.of(term)) : Symbol.THING,
                isClass ? things(term) : isProperty ? uses(term) : Link.to("", ""),
                isClass ? ofClass(term) : ofProperty(term),
                isClass ? things(term, EXAMPLES) : isProperty ? statements(term) : List.of());
    }

    private Link things(Node type) {
        long count = material.about().classes().getOrDefault(type.getURI(), 0L);
        return Link.to(
                count + (count == 1 ? " thing" : " things"),
                count == 0 ? "" : names.kind(type).href());
    }

    private Link uses(Node property) {
        int count = material.index()
                .count(new Selection(Optional.empty(), Optional.of(property.getURI()), Optional.empty()));
        String address = names.root() + Addresses.BROWSE + "?property="
                + material.about().addresses().term(property).orElse("");
        return Link.to("of " + count + (count == 1 ? " thing" : " things"), count == 0 ? "" : address);
    }

    private List<Facts> ofClass(Node type) {
        List<Facts> rows = new ArrayList<>();
        add(rows, "a kind of", ontology.objects(type, RDFS.subClassOf.asNode()));
        add(rows, "has the kinds", ontology.subjects(RDFS.subClassOf.asNode(), type));
        add(rows, "is said with", ontology.propertiesOf(RDFS.domain.asNode(), type));
        add(rows, "is the object of", ontology.propertiesOf(RDFS.range.asNode(), type));
        rows.addAll(rest(type));
        return rows;
    }

    private List<Facts> ofProperty(Node property) {
        List<Facts> rows = new ArrayList<>();
        add(rows, "from", ontology.classesOf(property, RDFS.domain.asNode()));
        add(rows, "to", ontology.classesOf(property, RDFS.range.asNode()));
        add(rows, "inverse", ontology.inverse(property).stream().toList());
        add(rows, "a kind of", ontology.objects(property, RDFS.subPropertyOf.asNode()));
        add(rows, "has the kinds", ontology.subjects(RDFS.subPropertyOf.asNode(), property));
        add(rows, "characteristics", ontology.characteristics(property));
        rows.addAll(rest(property));
        return rows;
    }

    private void add(List<Facts> rows, String heading, Collection<Node> nodes) {
        if (!nodes.isEmpty()) {
            rows.add(new Facts(
                    Link.to(heading, ""),
                    nodes.stream()
                            .map(names::placed)
                            .sorted(FactGroups.BY_TEXT)
                            .map(Facts.Value::plain)
                            .toList()));
        }
    }

    /** What the ontology says besides: alignments, notes, whatever else. */
    private List<Facts> rest(Node term) {
        List<Facts> rows = new ArrayList<>();
        ontology
                .graph()
                .find(term, Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .filterDrop(PLACED::contains)
                .toSet()
                .stream()
                .sorted(Comparator.comparing(names::text))
                .forEach(property -> add(
                        rows,
                        names.text(property),
                        ontology.graph()
                                .find(term, property, Node.ANY)
                                .mapWith(Triple::getObject)
                                .toList()));
        return rows;
    }

    private List<OntologyPage.Example> things(Node type, int most) {
        Selection selection = new Selection(Optional.of(type.getURI()), Optional.empty(), Optional.empty());
        return material.index().list(selection, 0, most).shown().stream()
                .map(name -> names.link(material.about().addresses().thing(name)))
                .map(link -> new OntologyPage.Example(link, Link.to("", ""), Link.to("", "")))
                .toList();
    }

    private List<OntologyPage.Example> statements(Node property) {
        List<OntologyPage.Example> examples = new ArrayList<>();
        var found = material.graph().find(Node.ANY, property, Node.ANY);
        while (found.hasNext() && examples.size() < EXAMPLES) {
            Triple triple = found.next();
            examples.add(new OntologyPage.Example(
                    names.link(triple.getSubject()), names.link(property), names.link(triple.getObject())));
        }
        found.close();
        return examples;
    }
}
