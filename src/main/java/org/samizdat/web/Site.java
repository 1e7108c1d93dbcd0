package org.samizdat.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Serialisation;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Negotiation;
import org.samizdat.http.Parameters;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;
import org.samizdat.page.Pages;
import org.samizdat.search.TextIndex;

/** Which address of a release is answered by what. All but SPARQL. */
final class Site {
    /** What clients send is mostly the same few dozen fields; longer ones are not worth remembering. */
    private static final int USUAL_ACCEPT = 1_000;

    private final About about;
    private final DatasetGraph data;
    private final Version version;
    private final Documents documents;
    private final Pages pages;
    private final Answer health;
    private final Cache<String, Optional<Variant>> choices =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    /** @param server the address under which this server is reached, for examples to copy */
    Site(About about, DatasetGraph data, TextIndex index, Version version, String server) {
        this.about = about;
        this.data = data;
        this.version = version;
        pages = new Pages(about, data, index, version, server);
        documents = new Documents(data, about.addresses(), new Renderer(about, pages), version);
        byte[] id = (version.release() + "\n").getBytes(StandardCharsets.UTF_8);
        health = Answer.momentary(200, "text/plain;charset=utf-8", id);
    }

    /**
     * @param path as it came, beginning with {@code /}
     * @param accept the value of the Accept field, several lines joined by commas
     * @throws HttpProblem if there is nothing to answer with
     */
    Answer answer(String path, Parameters parameters, Optional<String> accept) {
        String local = path.substring(1);
        if (local.startsWith(Addresses.DOCUMENT)) {
            return documents.document(local.substring(Addresses.DOCUMENT.length()), wanted(parameters, accept));
        }
        if (local.startsWith(Addresses.THING)) {
            return documents.thing(local.substring(Addresses.THING.length()));
        }
        if (local.equals(Addresses.HEALTH)) {
            return health;
        }
        return pages.overview(local, parameters).orElseGet(() -> ontology(local, parameters, accept));
    }

    private Answer ontology(String local, Parameters parameters, Optional<String> accept) {
        if (local.equals(Addresses.ONTOLOGY)) {
            return ontology(wanted(parameters, accept));
        }
        Optional<Variant> suffixed = Variant.bySuffix(local.substring(local.lastIndexOf('.') + 1));
        if (suffixed.isPresent() && local.equals(Addresses.variantPath(Addresses.ONTOLOGY, suffixed.get()))) {
            return ontology(suffixed);
        }
        throw HttpProblem.notFound();
    }

    private Answer ontology(Optional<Variant> wanted) {
        Variant variant =
                wanted.orElseThrow(() -> HttpProblem.notAcceptable(Documents.alternatives(Addresses.ONTOLOGY)));
        return Txn.calculateRead(data, () -> {
            Graph graph = data.getGraph(about.addresses().graph(Addresses.ONTOLOGY));
            if (graph.isEmpty()) {
                throw HttpProblem.notFound();
            }
            byte[] body = variant == Variant.HTML
                    ? pages.ontology()
                    : Serialisation.write(graph, about.addresses().ontology(), variant, about.prefixes());
            return Answer.document(variant.contentType(), body, version.validators("ontology-" + variant.suffix()))
                    .with(HttpHeader.CONTENT_LOCATION, Addresses.variantPath(Addresses.ONTOLOGY, variant))
                    .varying();
        });
    }

    /** {@code format=} decides before the Accept field does; a format that there is not is not replaced by another. */
    private Optional<Variant> wanted(Parameters parameters, Optional<String> accept) {
        Optional<String> format = parameters.first("format");
        return format.isPresent() ? Variant.byName(format.get()) : negotiated(accept);
    }

    private Optional<Variant> negotiated(Optional<String> accept) {
        String field = accept.orElse("");
        return field.length() > USUAL_ACCEPT
                ? Negotiation.choose(accept, Variant.ALL)
                : choices.get(field, key -> Negotiation.choose(Optional.of(key), Variant.ALL));
    }
}
