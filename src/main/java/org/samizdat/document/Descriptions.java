package org.samizdat.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
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

    private static final Set<Node> PARTS = Set.of(RDF.subject.asNode(), RDF.predicate.asNode(), RDF.object.asNode());
    private static final Set<Node> PLACING = Set.of(RDF.type.asNode(), DCTerms.isPartOf.asNode());

    private final DatasetGraph data;
    private final Links links;
    private final Labels labels;
    /** Sentences and what they are parts of: most are cited by more than one document. */
    private final Cache<Node, List<Triple>> places =
            Caffeine.newBuilder().maximumSize(10_000).executor(Runnable::run).build();

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
        return links.has(thing, RDF.predicate.asNode());
    }

    /**
     * One page of the description of a thing.
     *
     * @param page from 1
     * @return empty if nothing is said with this thing as subject, or there are fewer pages
     */
    public Optional<Description> of(Node thing, int page) {
        if (beside.containsKey(thing)) {
            Collected all = new Collected(GraphFactory.createGraphMem());
            beside.get(thing).find().forEach(all.graph::add);
            return page == 1 ? Optional.of(whole(thing, all)) : Optional.empty();
        }
        Collected collected = new Collected(GraphFactory.createGraphMem());
        long skip = (long) (page - 1) * Links.PAGE;
        // One more than fits, to see whether there is a further page.
        List<Triple> outgoing = links.find(thing, Direction.OUTGOING, skip, Links.PAGE + 1, collected.known);
        List<Triple> incoming = links.find(thing, Direction.INCOMING, skip, Links.PAGE + 1, collected.known);
        if (page == 1 && outgoing.isEmpty() || outgoing.isEmpty() && incoming.isEmpty()) {
            return Optional.empty();
        }
        boolean one = page == 1 && outgoing.size() <= Links.PAGE && incoming.size() <= Links.PAGE;
        collected.addLinks(thing, firstOf(outgoing), firstOf(incoming), one);
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

    /** Adds the labels of all that a graph mentions. */
    public void label(Graph graph) {
        new Collected(graph).addLabels();
    }

    /** A description in the making. */
    private final class Collected {
        private final Graph graph;
        private final Links.Known known = new Links.Known();
        /** Those of which all is collected, their labels too. */
        private final Set<Node> complete = new HashSet<>();

        Collected(Graph graph) {
            this.graph = graph;
        }

        /**
         * With all claims that name the thing in whatever role.
         *
         * @param all whether these are all links of the thing
         */
        void addLinks(Node thing, List<Triple> outgoing, List<Triple> incoming, boolean all) {
            add(outgoing);
            add(incoming);
            if (all) {
                complete.add(thing);
            }
            Set<Node> claims = new LinkedHashSet<>();
            if (isClaim(thing)) {
                claims.add(thing);
            }
            for (Triple triple : incoming) {
                if (PARTS.contains(triple.getPredicate()) || isClaim(triple.getSubject())) {
                    claims.add(triple.getSubject());
                }
            }
            claims.forEach(this::addClaim);
            addCitations();
        }

        Graph complete() {
            addLabels();
            return graph;
        }

        /** With the plain triple, if the source vouches for it. */
        private void addClaim(Node claim) {
            List<Triple> said = links.find(claim, Direction.OUTGOING, 0, Links.PAGE, known);
            add(said);
            if (said.size() < Links.PAGE) {
                complete.add(claim);
            }
            Reification.statement(graph, claim).filter(this::mayBeMissing).ifPresent(statement -> {
                if (data.contains(
                        Quad.defaultGraphIRI,
                        statement.getSubject(),
                        statement.getPredicate(),
                        statement.getObject())) {
                    graph.add(statement);
                }
            });
        }

        private boolean mayBeMissing(Triple triple) {
            return !graph.contains(triple)
                    && !complete.contains(triple.getSubject())
                    && !complete.contains(triple.getObject());
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

        private void addPlace(Node place) {
            add(places.get(place, key -> readPlace(key, known)));
        }

        private void addLabels() {
            Set<Node> mentioned = new LinkedHashSet<>();
            graph.find().forEach(triple -> {
                mentioned.add(triple.getSubject());
                mentioned.add(triple.getPredicate());
                mentioned.add(triple.getObject());
            });
            mentioned.removeAll(complete);
            mentioned.stream().filter(Node::isURI).forEach(node -> add(labels.of(node)));
        }

        private void add(Collection<Triple> triples) {
            triples.forEach(graph::add);
        }

        private Set<Node> objects(Node subject, Node property) {
            return graph.find(subject, property, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(Node::isURI)
                    .toSet();
        }
    }

    /** What it is and where it stands, without what it is linked to otherwise: a document may have very many parts. */
    private List<Triple> readPlace(Node place, Links.Known known) {
        List<Triple> first = links.find(place, Direction.OUTGOING, 0, OF_A_PLACE, known);
        Stream<Triple> literals =
                first.stream().filter(triple -> triple.getObject().isLiteral());
        Stream<Triple> placing = PLACING.stream().flatMap(property -> triples(place, property).stream());
        return Stream.concat(literals, placing).distinct().toList();
    }

    private List<Triple> triples(Node subject, Node property) {
        return Iter.iter(data.find(Quad.defaultGraphIRI, subject, property, Node.ANY))
                .map(Quad::asTriple)
                .toList();
    }
}
