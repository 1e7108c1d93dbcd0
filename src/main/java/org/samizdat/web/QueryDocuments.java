package org.samizdat.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.LinkSet;
import org.samizdat.http.LinkSet.Target;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;
import org.samizdat.page.Pages;
import org.samizdat.query.ExampleQueries;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryTemplate;
import org.samizdat.query.SavedQueries;
import org.samizdat.query.SavedQuery;

/**
 * The queries that have addresses of their own, as documents: those that readers saved, which belong to no release, and the
 * examples of this one.
 */
final class QueryDocuments {
    /** It has no parameters: SPARQL 1.1 Query, section 19.9. */
    static final String TEXT = "application/sparql-query";

    private final About about;
    private final Pages pages;
    private final Version version;
    private final SavedQueries saved;
    private final Supplier<List<String>> releases;
    private final Map<String, String> examples;
    private final OpenApi openApi;

    QueryDocuments(
            DatasetGraph data,
            About about,
            Pages pages,
            Version version,
            SavedQueries saved,
            Supplier<List<String>> releases) {
        this.about = about;
        this.pages = pages;
        this.version = version;
        this.saved = saved;
        this.releases = releases;
        this.examples = Txn.calculateRead(
                data, () -> ExampleQueries.read(data.getGraph(about.addresses().graph("examples"))));
        this.openApi = new OpenApi(about, version);
    }

    /** The texts of this release's examples. */
    Collection<String> examples() {
        return examples.values();
    }

    /** @throws HttpProblem if there is none of this name */
    KeptQuery find(String name) {
        Optional<SavedQuery> query = saved.find(name);
        String text = query.map(SavedQuery::text)
                .or(() -> Optional.ofNullable(examples.get(name)))
                .orElseThrow(HttpProblem::notFound);
        return new KeptQuery(name, template(text), query);
    }

    private QueryTemplate template(String text) {
        return QueryTemplate.read(text, about.addresses().base(), about.prefixes());
    }

    /** The page on which a query can be saved. */
    Answer form() {
        return pages.saveForm();
    }

    Answer text(KeptQuery query) {
        byte[] text = query.template().text().getBytes(StandardCharsets.UTF_8);
        return linked(query, "rq", Answer.document(TEXT, text, version.validators("query-" + query.name())));
    }

    Answer page(KeptQuery query) {
        return linked(query, "html", pages.query(query, releases.get()));
    }

    private Answer linked(KeptQuery query, String suffix, Answer answer) {
        String name = Addresses.encode(query.name());
        List<Target> targets = new ArrayList<>();
        targets.add(Target.of("cite-as", address(query)));
        targets.add(new Target("alternate", name + ".rq", TEXT));
        targets.add(new Target("alternate", name + ".html", Variant.HTML.mediaType()));
        if (!query.template().needsValues()) {
            query.template()
                    .formats()
                    .forEach(format -> targets.add(new Target(
                            "alternate",
                            name + "." + format.suffix(),
                            format.mediaTypes().getFirst())));
        }
        targets.add(Target.of("service-desc", "../" + Addresses.OPENAPI));
        String location = name + "." + suffix;
        return answer.with(HttpHeader.CONTENT_LOCATION, location)
                .with(HttpHeader.LINK, new LinkSet(targets).without(location).field());
    }

    /** The canonical address of a query. */
    String address(KeptQuery query) {
        return about.addresses().base() + Addresses.QUERIES + Addresses.encode(query.name());
    }

    /** Where each form of a query lies, relative to its address. */
    static List<String> alternatives(KeptQuery query) {
        String name = Addresses.encode(query.name());
        return Stream.concat(
                        query.template().formats().stream().map(format -> format.suffix()), Stream.of("rq", "html"))
                .map(suffix -> name + "." + suffix)
                .toList();
    }

    /** What programs can ask here, each of these queries included. */
    Answer openApi() {
        return openApi.answer(saved.count(), this::all);
    }

    private List<KeptQuery> all() {
        Stream<KeptQuery> own =
                saved.all().stream().flatMap(query -> kept(query.hash(), query.text(), Optional.of(query)));
        Stream<KeptQuery> published = examples.entrySet().stream()
                .flatMap(example -> kept(example.getKey(), example.getValue(), Optional.empty()));
        return Stream.concat(published, own).toList();
    }

    /** What could be saved once, but is no query to this version of the software, is left out. */
    private Stream<KeptQuery> kept(String name, String text, Optional<SavedQuery> query) {
        try {
            return Stream.of(new KeptQuery(name, template(text), query));
        } catch (HttpProblem unreadable) {
            return Stream.empty();
        }
    }
}
