package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Variant;

/**
 * The data set's description of itself at the address where crawlers look for it:
 * <a href="https://www.w3.org/TR/void/#well-known">VoID, section 7.2</a>. People get the front page.
 */
final class DataSet {
    private final DatasetGraph data;
    private final About about;
    private final Rendering rendering;
    private final Cache<Variant, Answer> documents = Answer.cache(Documents.ROOM);

    DataSet(DatasetGraph data, About about, Rendering rendering) {
        this.data = data;
        this.about = about;
        this.rendering = rendering;
    }

    /**
     * @param path relative to the root
     * @return empty if the path is another
     * @throws HttpProblem if the description is not to be had as it is wanted
     */
    Optional<Answer> answer(String path, Wanted wanted) {
        if (path.equals(Addresses.VOID)) {
            return Optional.of(negotiated(wanted).varying());
        }
        return suffix(path).map(variant -> document(wanted.withSuffix(variant)));
    }

    private static Optional<Variant> suffix(String path) {
        return Optional.of(path)
                .filter(name -> name.startsWith(Addresses.VOID + "."))
                .flatMap(name -> Variant.bySuffix(name.substring(Addresses.VOID.length() + 1)))
                .filter(variant -> variant != Variant.HTML);
    }

    private Answer negotiated(Wanted wanted) {
        return wanted.isPage() ? Answer.redirect(303, Addresses.up(Addresses.VOID)) : document(wanted);
    }

    private Answer document(Wanted wanted) {
        Variant variant = wanted.variants().stream()
                .filter(candidate -> candidate != Variant.NANOPUBLICATION)
                .findFirst()
                .orElseThrow(DataSet::notAcceptable);
        return documents.get(variant, key -> rendering.dataset(graph(), key));
    }

    private static HttpProblem notAcceptable() {
        return HttpProblem.notAcceptable(Variant.OFFERED.stream()
                .filter(variant -> variant != Variant.HTML)
                .map(variant -> Addresses.variantPath(Addresses.up(Addresses.VOID) + Addresses.VOID, variant))
                .toList());
    }

    private Graph graph() {
        Graph graph = GraphFactory.createGraphMem();
        Txn.executeRead(
                data,
                () -> data.getGraph(about.addresses().graph("void")).find().forEach(graph::add));
        return graph;
    }
}
