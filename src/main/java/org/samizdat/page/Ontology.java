package org.samizdat.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.samizdat.document.Addresses;

/** What the ontology of a release says of its terms, as far as pages are arranged by it. */
final class Ontology {
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("bibo", "http://purl.org/ontology/bibo/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("dctype", "http://purl.org/dc/dcmitype/"),
            Map.entry("event", "http://purl.org/NET/c4dm/event.owl#"),
            Map.entry("fabio", "http://purl.org/spar/fabio/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
            Map.entry("gsp", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("lode", "http://linkedevents.org/ontology/"),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("owl", OWL.NS),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf", RDF.uri),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("time", "http://www.w3.org/2006/time#"));
    private static final int LONGEST_UNION = 50;
    private static final Map<String, Symbol> SYMBOLS = symbols();

    private final Graph graph;
    private final Addresses addresses;
    private final Set<Node> classes;
    private final Set<Node> properties;
    /** Asked for at every statement of every page. */
    private final Cache<Node, Node> roots = cache();

    private final Cache<Node, Optional<Node>> inverses = cache();

    private Ontology(Graph graph, Addresses addresses) {
        this.graph = graph;
        this.addresses = addresses;
        this.classes = own(OWL.Class.asNode(), RDFS.Class.asNode());
        this.properties = own(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Property.asNode());
    }

    /** Inside a read transaction. Held in memory, since a page asks for every term that it shows. */
    static Ontology read(DatasetGraph data, Addresses addresses) {
        return read(data, addresses, addresses.graph(Addresses.ONTOLOGY));
    }

    /** @param name of the graph that holds a version of it */
    static Ontology read(DatasetGraph data, Addresses addresses, Node name) {
        Graph graph = GraphFactory.createGraphMem();
        data.getGraph(name).find().forEach(graph::add);
        return new Ontology(graph, addresses);
    }

    private static <V> Cache<Node, V> cache() {
        return Caffeine.newBuilder().maximumSize(5_000).executor(Runnable::run).build();
    }

    /** Namespaces of well-known vocabularies, by their usual prefixes. */
    static Map<String, String> standardPrefixes() {
        return STANDARD;
    }

    private static Map<String, Symbol> symbols() {
        return EnumSet.allOf(Symbol.class).stream()
                .flatMap(symbol -> symbol.classes().stream().map(name -> Map.entry(iri(name), symbol)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String iri(String name) {
        int colon = name.indexOf(':');
        return STANDARD.get(name.substring(0, colon)) + name.substring(colon + 1);
    }

    Graph graph() {
        return graph;
    }

    Addresses addresses() {
        return addresses;
    }

    /** The symbol for something of these classes: by their alignment, and else by what they say is near. */
    Symbol symbol(Collection<Node> classes) {
        Set<Node> all = superclasses(classes);
        Set<Node> near = all.stream()
                .flatMap(type -> objects(type, RDFS.seeAlso.asNode()).stream())
                .collect(Collectors.toSet());
        return symbolAmong(all).or(() -> symbolAmong(near)).orElse(Symbol.THING);
    }

    private static Optional<Symbol> symbolAmong(Set<Node> classes) {
        return classes.stream()
                .map(type -> SYMBOLS.get(type.toString().replaceFirst("^http://schema\\.org/", "https://schema.org/")))
                .filter(symbol -> symbol != null)
                .min(Comparator.naturalOrder());
    }

    /** The classes together with all that they are subclasses of. */
    Set<Node> superclasses(Collection<Node> classes) {
        return closure(classes, RDFS.subClassOf.asNode());
    }

    private Set<Node> closure(Collection<Node> start, Node property) {
        Set<Node> all = new LinkedHashSet<>();
        List<Node> next = List.copyOf(start);
        while (!next.isEmpty()) {
            next = next.stream()
                    .filter(all::add)
                    .flatMap(node -> objects(node, property).stream())
                    .toList();
        }
        return all;
    }

    /** The most general property of the own ontology that this one is a kind of; itself where there is none. */
    Node root(Node property) {
        return roots.get(property, this::findRoot);
    }

    private Node findRoot(Node property) {
        return closure(List.of(property), RDFS.subPropertyOf.asNode()).stream()
                .filter(this::isOwn)
                .filter(node ->
                        objects(node, RDFS.subPropertyOf.asNode()).stream().noneMatch(this::isOwn))
                .min(Comparator.comparing(Node::toString))
                .orElse(property);
    }

    /** The property that says the same of the other end. */
    Optional<Node> inverse(Node property) {
        return inverses.get(property, this::findInverse);
    }

    private Optional<Node> findInverse(Node property) {
        if (graph.contains(property, RDF.type.asNode(), OWL.SymmetricProperty.asNode())) {
            return Optional.of(property);
        }
        return objects(property, OWL.inverseOf.asNode()).stream()
                .findFirst()
                .or(() -> subjects(OWL.inverseOf.asNode(), property).stream().findFirst());
    }

    boolean isOwn(Node node) {
        return addresses.term(node).isPresent();
    }

    /** Whether a subject has at most one value of this property. */
    boolean isFunctional(Node property) {
        return graph.contains(property, RDF.type.asNode(), OWL.FunctionalProperty.asNode());
    }

    /** The properties of the own ontology, in order of their IRIs. */
    Set<Node> properties() {
        return properties;
    }

    /** The classes of the own ontology, in order of their IRIs. */
    Set<Node> classes() {
        return classes;
    }

    /** The individuals of the own ontology, in order of their IRIs. */
    Set<Node> others() {
        Set<Node> others = sorted(graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(this::isOwn)
                .toList());
        others.removeAll(classes());
        others.removeAll(properties());
        return others;
    }

    /** The classes that a domain or range names, be it one or a union. */
    Set<Node> classesOf(Node property, Node side) {
        return sorted(graph.find(property, side, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .flatMap(this::members)
                .toList());
    }

    private Stream<Node> members(Node expression) {
        return isNamed(expression)
                ? Stream.of(expression)
                : values(expression, OWL.unionOf.asNode()).flatMap(list -> list(list, LONGEST_UNION));
    }

    private Stream<Node> list(Node list, int most) {
        if (most == 0 || list.equals(RDF.nil.asNode())) {
            return Stream.empty();
        }
        return Stream.concat(
                values(list, RDF.first.asNode()).filter(this::isNamed),
                values(list, RDF.rest.asNode()).flatMap(rest -> list(rest, most - 1)));
    }

    private Stream<Node> values(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    /** The own properties whose domain or range names this class. */
    Set<Node> propertiesOf(Node side, Node type) {
        return sorted(properties().stream()
                .filter(property -> classesOf(property, side).contains(type))
                .toList());
    }

    /** What OWL calls the property, save that it is one. */
    Set<Node> characteristics(Node property) {
        Set<Node> types = objects(property, RDF.type.asNode());
        types.removeAll(Set.of(OWL.ObjectProperty.asNode(), OWL.DatatypeProperty.asNode(), RDF.Property.asNode()));
        return types;
    }

    private Set<Node> own(Node... types) {
        return Collections.unmodifiableSet(sorted(Stream.of(types)
                .flatMap(type -> subjects(RDF.type.asNode(), type).stream())
                .filter(this::isOwn)
                .toList()));
    }

    /** In order of their IRIs; blank nodes, which a release writes as IRIs of its own, left out. */
    Set<Node> objects(Node subject, Node property) {
        return sorted(graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(this::isNamed)
                .toList());
    }

    /** As {@link #objects}. */
    Set<Node> subjects(Node property, Node object) {
        return sorted(graph.find(Node.ANY, property, object)
                .mapWith(Triple::getSubject)
                .filterKeep(this::isNamed)
                .toList());
    }

    private boolean isNamed(Node node) {
        return node.isURI() && !node.getURI().startsWith(addresses.base() + ".well-known/genid/");
    }

    private static Set<Node> sorted(List<Node> nodes) {
        Set<Node> sorted = new TreeSet<>(Comparator.comparing(Node::toString));
        sorted.addAll(nodes);
        return sorted;
    }

    /** A node of this ontology by its fragment. */
    Node term(String fragment) {
        return NodeFactory.createURI(addresses.ontology().getURI() + "#" + fragment);
    }
}
