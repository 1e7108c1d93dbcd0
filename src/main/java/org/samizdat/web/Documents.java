package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.samizdat.document.Addresses;
import org.samizdat.document.Descriptions;
import org.samizdat.document.NearNames;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;

/**
 * The things of a release and their documents. Each is rendered when it is first asked for, and kept as long as there is
 * room.
 */
final class Documents {
    /** Bytes; a document takes some 5 kB. */
    static final long ROOM = 64L << 20;

    private record Key(String path, Wanted wanted) {}

    private final DatasetGraph data;
    private final Addresses addresses;
    private final Descriptions descriptions;
    private final Rendering rendering;
    private final Cache<Key, Answer> documents = Answer.cache(ROOM);
    private final Cache<String, Answer> redirects = Answer.cache(ROOM);

    Documents(DatasetGraph data, Addresses addresses, Descriptions descriptions, Rendering rendering) {
        this.data = data;
        this.addresses = addresses;
        this.descriptions = descriptions;
        this.rendering = rendering;
    }

    /**
     * From a thing to its document, as Cool URIs have it.
     *
     * @param path what stands after {@code id/}, as it came
     * @throws HttpProblem if there is no such thing, or not any more
     */
    Answer thing(String path, Wanted wanted) {
        Answer known = redirects.getIfPresent(path);
        return known != null ? known : remember(path, wanted);
    }

    private Answer remember(String path, Wanted wanted) {
        String name = Addresses.decode(path);
        Answer redirect = Txn.calculateRead(
                data,
                () -> exists(name)
                        ? Answer.redirect(303, Addresses.root(path) + Addresses.documentPath(name))
                                .varying()
                        : elsewhere(
                                name, wanted, near -> Addresses.root(path) + Addresses.THING + Addresses.encode(near)));
        redirects.put(path, redirect);
        return redirect;
    }

    /**
     * A document in one format. A path may end in a format's suffix, which then decides.
     *
     * @param path what stands after {@code doc/}, as it came
     * @throws HttpProblem if there is no such thing, or not any more, or not as it is wanted
     */
    Answer document(String path, Wanted wanted) {
        Key key = new Key(path, wanted);
        Answer known = documents.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Answer made = Txn.calculateRead(data, () -> make(path, wanted));
        documents.put(key, made);
        return made;
    }

    private Answer make(String path, Wanted wanted) {
        String name = Addresses.decode(path);
        if (exists(name)) {
            return render(name, wanted).varying(rendering.negotiated(descriptions.isClaim(addresses.thing(name))));
        }
        int dot = name.lastIndexOf('.');
        Optional<Variant> suffixed = Variant.bySuffix(name.substring(dot + 1));
        if (dot > 0 && suffixed.isPresent() && exists(name.substring(0, dot))) {
            return render(name.substring(0, dot), wanted.withSuffix(suffixed.get()));
        }
        return elsewhere(name, wanted, near -> Addresses.root(path) + Addresses.documentPath(near));
    }

    /** The best variant of those that the document has. */
    private Answer render(String name, Wanted wanted) {
        boolean claim = descriptions.isClaim(addresses.thing(name));
        return wanted.variants().stream()
                .filter(variant -> variant != Variant.NANOPUBLICATION || claim)
                .findFirst()
                .map(variant -> rendering.thing(name, variant, wanted))
                .orElseThrow(() -> HttpProblem.notAcceptable(
                        Rendering.alternatives(Addresses.root(name) + Addresses.documentPath(name), claim)));
    }

    /** The links of a document, as JSON. */
    Answer linkset(String path) {
        String name = Addresses.decode(path);
        return Txn.calculateRead(data, () -> {
            if (!exists(name)) {
                throw HttpProblem.notFound();
            }
            return rendering.linkset(name);
        });
    }

    /** What was merged is found where it went; what was withdrawn is known to have been there. */
    private Answer elsewhere(String name, Wanted wanted, Function<String, String> location) {
        Graph provenance = data.getGraph(addresses.graph("provenance"));
        Node thing = addresses.thing(name);
        Optional<String> into = provenance
                .find(thing, DCTerms.isReplacedBy.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .nextOptional()
                .flatMap(addresses::name);
        if (into.isPresent()) {
            return Answer.redirect(301, location.apply(into.get()));
        }
        if (provenance.contains(thing, OWL.deprecated.asNode(), Node.ANY)) {
            throw HttpProblem.gone();
        }
        throw HttpProblem.notFound(wanted.isPage() ? near(name, location) : List.of());
    }

    private List<String> near(String name, Function<String, String> location) {
        return NearNames.of(name, this::exists).stream().map(location).toList();
    }

    private boolean exists(String name) {
        return !name.isEmpty() && descriptions.exists(addresses.thing(name));
    }
}
