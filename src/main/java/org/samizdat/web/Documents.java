package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.document.Addresses;
import org.samizdat.document.Description;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;

/**
 * The things of a release and their documents. Each is rendered when it is first asked for, and kept as long as there is
 * room.
 */
final class Documents {
    /** Bytes; a document takes some 5 kB. */
    private static final long ROOM = 64L << 20;

    private record Key(String path, Optional<Variant> variant) {}

    private final DatasetGraph data;
    private final Addresses addresses;
    private final Renderer renderer;
    private final Version version;
    private final Cache<Key, Answer> documents = cache();
    private final Cache<String, Answer> redirects = cache();

    Documents(DatasetGraph data, Addresses addresses, Renderer renderer, Version version) {
        this.data = data;
        this.addresses = addresses;
        this.renderer = renderer;
        this.version = version;
    }

    private static <K> Cache<K, Answer> cache() {
        return Caffeine.newBuilder()
                .maximumWeight(ROOM)
                .weigher((K key, Answer answer) -> answer.weight())
                .executor(Runnable::run)
                .build();
    }

    /**
     * From a thing to its document, as Cool URIs have it.
     *
     * @param path what stands after {@code id/}, as it came
     * @throws HttpProblem if there is no such thing, or not any more
     */
    Answer thing(String path) {
        Answer known = redirects.getIfPresent(path);
        return known != null ? known : remember(path);
    }

    private Answer remember(String path) {
        String name = Addresses.decode(path);
        Answer redirect = Txn.calculateRead(
                data,
                () -> exists(name)
                        ? Answer.redirect(303, root(path) + Addresses.documentPath(name))
                                .varying()
                        : elsewhere(name, into -> root(path) + Addresses.THING + Addresses.encode(into)));
        redirects.put(path, redirect);
        return redirect;
    }

    /**
     * A document in one format. A path may end in a format's suffix, which then decides.
     *
     * @param path what stands after {@code doc/}, as it came
     * @param wanted the format asked for, if any is that there is
     * @throws HttpProblem if there is no such thing, or not any more, or not in this format
     */
    Answer document(String path, Optional<Variant> wanted) {
        Key key = new Key(path, wanted);
        Answer known = documents.getIfPresent(key);
        if (known != null) {
            return known;
        }
        Answer made = Txn.calculateRead(data, () -> make(path, wanted));
        documents.put(key, made);
        return made;
    }

    private Answer make(String path, Optional<Variant> wanted) {
        String name = Addresses.decode(path);
        if (exists(name)) {
            return wanted.map(variant -> render(name, variant)).orElseThrow(() -> notAcceptable(name));
        }
        int dot = name.lastIndexOf('.');
        Optional<Variant> suffixed = Variant.bySuffix(name.substring(dot + 1));
        if (dot > 0 && suffixed.isPresent() && exists(name.substring(0, dot))) {
            return document(Addresses.encode(name.substring(0, dot)), suffixed);
        }
        return elsewhere(name, into -> root(path) + Addresses.documentPath(into));
    }

    private Answer render(String name, Variant variant) {
        Graph description = Description.of(data, addresses.thing(name)).orElseThrow(HttpProblem::notFound);
        Graph inferred = data.getGraph(addresses.graph("inferred"));
        String document = root(name) + Addresses.documentPath(name);
        return Answer.document(
                        variant.contentType(),
                        renderer.thing(name, description, inferred::contains, variant, root(name)),
                        version.validators(variant.suffix()))
                .with(HttpHeader.CONTENT_LOCATION, Addresses.variantPath(document, variant))
                .varying();
    }

    /** What was merged is found where it went; what was withdrawn is known to have been there. */
    private Answer elsewhere(String name, Function<String, String> location) {
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
        boolean withdrawn = provenance.contains(thing, OWL.deprecated.asNode(), Node.ANY);
        throw withdrawn ? HttpProblem.gone() : HttpProblem.notFound();
    }

    private boolean exists(String name) {
        return !name.isEmpty() && data.contains(Quad.defaultGraphIRI, addresses.thing(name), Node.ANY, Node.ANY);
    }

    private static HttpProblem notAcceptable(String name) {
        String document = root(name) + Addresses.documentPath(name);
        return HttpProblem.notAcceptable(alternatives(document));
    }

    /** Where each variant of a document lies. */
    static List<String> alternatives(String document) {
        return Variant.ALL.stream()
                .map(variant -> Addresses.variantPath(document, variant))
                .toList();
    }

    /** From below {@code id/} or {@code doc/} up to the root: names may have slashes in them. */
    static String root(String name) {
        return "../".repeat(1 + (int) name.chars().filter(c -> c == '/').count());
    }
}
