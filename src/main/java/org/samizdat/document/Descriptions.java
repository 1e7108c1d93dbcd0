package org.samizdat.document;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.Links.Direction;
import org.samizdat.vocab.Prov;

/**
 * Collects what a release says of a thing: the triples it is subject or object of, the claims that name it with the
 * sentences they cite, and the labels of everything these mention. All methods are called inside a read transaction.
 */
public final class Descriptions {
    /** Of what is cited, this many statements are enough to say where it stands; its own document has them all. */
    private static final int OF_A_PLACE = 100;

    private static final Set<Node> PLACING = Set.of(RDF.type.asNode(), DCTerms.isPartOf.asNode());

    private final DatasetGraph data;
    private final Links links;
    private final Labels labels;
    private final Map<Node, Graph> beside;

    /**
     * @param data the release's; descriptions hold what its default graph says
     * @param beside descriptions of things that the data itself does not hold
     */
    public Descriptions(DatasetGraph data, Map<Node, Graph> beside) {
        this.data = data;
        this.links = new Links(data);
        this.labels = new Labels(data);
        this.beside = Map.copyOf(beside);
    }

    /** Whether anything is said with this thing as subject. */
    public boolean exists(Node thing) {
        return beside.containsKey(thing) || data.contains(Quad.defaultGraphIRI, thing, Node.ANY, Node.ANY);
    }

    /** Whether this thing is a claim: a statement about a triple. */
    public boolean isClaim(Node thing) {
        return data.contains(Quad.defaultGraphIRI, thing, RDF.predicate.asNode(), Node.ANY);
    }

    /**
     * One page of the description of a thing.
     *
     * @param page from 1
     * @return empty if nothing is said with this thing as subject, or there are fewer pages
     */
    public Optional<Description> of(Node thing, int page) {
        if (beside.containsKey(thing)) {
            Collected known = new Collected(GraphFactory.createGraphMem());
            beside.get(thing).find().forEach(known.graph::add);
            return page == 1 ? Optional.of(whole(thing, known)) : Optional.empty();
        }
        long skip = (long) (page - 1) * Links.PAGE;
        // One more than fits, to see whether there is a further page.
        List<Triple> outgoing = links.find(thing, Direction.OUTGOING, skip, Links.PAGE + 1);
        List<Triple> incoming = links.find(thing, Direction.INCOMING, skip, Links.PAGE + 1);
        if (page == 1 && outgoing.isEmpty() || outgoing.isEmpty() && incoming.isEmpty()) {
            return Optional.empty();
        }
        Collected collected = new Collected(GraphFactory.createGraphMem());
        collected.addLinks(thing, firstOf(outgoing), firstOf(incoming));
        boolean one = page == 1 && outgoing.size() <= Links.PAGE && incoming.size() <= Links.PAGE;
        return Optional.of(one ? whole(thing, collected) : part(thing, page, collected));
    }

    private static List<Triple> firstOf(List<Triple> triples) {
        return triples.subList(0, Math.min(Links.PAGE, triples.size()));
    }

    private static Description whole(Node thing, Collected collected) {
        return new Description(
                thing, collected.complete(), 1, 1, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    private Description part(Node thing, int page, Collected collected) {
        SortedMap<String, Long> outgoing = links.count(thing, Direction.OUTGOING);
        SortedMap<String, Long> incoming = links.count(thing, Direction.INCOMING);
        long most = Math.max(Description.sum(outgoing), Description.sum(incoming));
        int pages = (int) ((most + Links.PAGE - 1) / Links.PAGE);
        return new Description(thing, collected.complete(), page, pages, outgoing, incoming);
    }

    /** A description in the making. */
    private final class Collected {
        private final Graph graph;

        Collected(Graph graph) {
            this.graph = graph;
        }

        /** With all claims that name the thing in whatever role. */
        void addLinks(Node thing, List<Triple> outgoing, List<Triple> incoming) {
            outgoing.forEach(graph::add);
            incoming.forEach(graph::add);
            Set<Node> claims = new LinkedHashSet<>();
            if (isClaim(thing)) {
                claims.add(thing);
            }
            incoming.stream()
                    .map(Triple::getSubject)
                    .distinct()
                    .filter(Descriptions.this::isClaim)
                    .forEach(claims::add);
            claims.forEach(this::addClaim);
            addCitations();
        }

        Graph complete() {
            addLabels();
            return graph;
        }

        /** With the plain triple, if the source vouches for it. */
        private void addClaim(Node claim) {
            add(links.find(claim, Direction.OUTGOING, 0, Links.PAGE));
            for (Node subject : values(claim, RDF.subject.asNode())) {
                for (Node property : values(claim, RDF.predicate.asNode())) {
                    for (Node object : values(claim, RDF.object.asNode())) {
                        if (data.contains(Quad.defaultGraphIRI, subject, property, object)) {
                            graph.add(subject, property, object);
                        }
                    }
                }
            }
        }

        /** The sentences that the claims rest on, and what those are parts of, up to the document. */
        private void addCitations() {
            Set<Node> places = objects(Node.ANY, Prov.WAS_DERIVED_FROM);
            Set<Node> seen = new HashSet<>();
            while (!places.isEmpty()) {
                Set<Node> wholes = new LinkedHashSet<>();
                for (Node place : places) {
                    addPlace(place);
                    wholes.addAll(objects(place, DCTerms.isPartOf.asNode()));
                }
                seen.addAll(places);
                wholes.removeAll(seen);
                places = wholes;
            }
        }

        /** What it is and where it stands, without what it is linked to otherwise: a document may have very many parts. */
        private void addPlace(Node place) {
            PLACING.forEach(property -> add(triples(place, property)));
            links.find(place, Direction.OUTGOING, 0, OF_A_PLACE).stream()
                    .filter(triple -> triple.getObject().isLiteral())
                    .forEach(graph::add);
        }

        private void addLabels() {
            Set<Node> mentioned = new LinkedHashSet<>();
            graph.find().forEach(triple -> {
                mentioned.add(triple.getSubject());
                mentioned.add(triple.getPredicate());
                mentioned.add(triple.getObject());
            });
            mentioned.stream().filter(Node::isURI).forEach(node -> add(labels.of(node)));
        }

        private void add(Collection<Triple> triples) {
            triples.forEach(graph::add);
        }

        private List<Node> values(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .toList();
        }

        private Set<Node> objects(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isURI)
                    .toSet();
        }
    }

    private List<Triple> triples(Node subject, Node property) {
        return Iter.iter(data.find(Quad.defaultGraphIRI, subject, property, Node.ANY))
                .map(Quad::asTriple)
                .toList();
    }
}
