package org.samizdat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.eclipse.jetty.http.HttpHeader;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Content;
import org.samizdat.document.Description;
import org.samizdat.document.Descriptions;
import org.samizdat.document.JsonContext;
import org.samizdat.document.Metadata;
import org.samizdat.document.Nanopublication;
import org.samizdat.document.Serialisation;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.LinkSet;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;
import org.samizdat.page.Pages;

/** Makes finished answers of documents: the bytes of a variant, and the header fields that go with them. */
final class Rendering {
    private final About about;
    private final Graph inferred;
    private final Descriptions descriptions;
    private final Pages pages;
    private final Version version;
    private final Metadata metadata;
    private final Serialisation serialisation;
    private final DocumentLinks links;

    Rendering(
            About about,
            DatasetGraph data,
            Descriptions descriptions,
            Pages pages,
            Version version,
            JsonContext context) {
        this.about = about;
        this.inferred = data.getGraph(about.addresses().graph("inferred"));
        this.descriptions = descriptions;
        this.pages = pages;
        this.version = version;
        this.metadata = new Metadata(about);
        this.serialisation = new Serialisation(about.prefixes(), context);
        this.links = new DocumentLinks(about);
    }

    /** The fields of a request that decide which variant is chosen, joined by commas. */
    String negotiated(boolean claim) {
        return "Accept" + (claim ? ", Accept-Profile" : "") + (about.languages().size() > 1 ? ", Accept-Language" : "");
    }

    /**
     * Inside a read transaction.
     *
     * @param name of a thing that exists
     * @throws HttpProblem if there is no such page
     */
    Answer thing(String name, Variant variant, Wanted wanted) {
        Description description =
                descriptions.of(about.addresses().thing(name), wanted.page()).orElseThrow(HttpProblem::notFound);
        String root = Addresses.root(name);
        String document = root + Addresses.documentPath(name);
        String location = Addresses.variantPath(document, variant, description.page());
        byte[] body = variant == Variant.HTML
                ? pages.thing(name, description, inferred::contains, root, wanted.language())
                : serialisation.write(content(description, name, variant), variant, root);
        String tag = variant.tag()
                + (wanted.page() == 1 ? "" : "-" + wanted.page())
                + (variant == Variant.HTML ? "-" + wanted.language() : "");
        LinkSet set = links.of(name, description.thing(), claim(description))
                .without(location)
                .and(links.ofVariant(document, variant, description));
        return answer(variant, body, tag, location, set, wanted.language());
    }

    private boolean claim(Description description) {
        return descriptions.isClaim(description.thing());
    }

    private Answer answer(Variant variant, byte[] body, String tag, String location, LinkSet set, String language) {
        Answer answer = Answer.document(variant.contentType(), body, version.validators(tag, body))
                .with(HttpHeader.CONTENT_LOCATION, location);
        if (variant == Variant.HTML) {
            answer = answer.with(HttpHeader.CONTENT_LANGUAGE, language);
        }
        String field = set.field();
        return field.isEmpty() ? answer : answer.with(HttpHeader.LINK, field);
    }

    private Content content(Description description, String name, Variant variant) {
        if (variant == Variant.NANOPUBLICATION) {
            return Nanopublication.of(description, name, about).orElseThrow(HttpProblem::notFound);
        }
        TreeMap<String, List<Triple>> named = new TreeMap<>();
        if (variant.hasGraphs()) {
            List<Triple> implied =
                    description.graph().find().filterKeep(inferred::contains).toList();
            if (!implied.isEmpty()) {
                named.put(about.addresses().graph("inferred").getURI(), implied);
            }
        }
        metadata.addTo(description, name);
        return new Content(description.thing(), description.graph(), named);
    }

    /** The links of a document, which lie beside it in a document of their own. */
    Answer linkset(String name) {
        Node thing = about.addresses().thing(name);
        String document = Addresses.root(name) + Addresses.documentPath(name);
        byte[] json = links.of(name, thing, descriptions.isClaim(thing)).json(document);
        return Answer.document(LinkSet.MEDIA_TYPE, json, version.validators("linkset"));
    }

    /**
     * Inside a read transaction.
     *
     * @param root relative path from where the document was asked for to the root
     * @param language what its page is written in
     */
    Answer other(OtherDocument document, Variant variant, String root, String language) {
        String location = root + Addresses.variantPath(document.path(), variant);
        byte[] body = variant == Variant.HTML
                ? document.page().get()
                : serialisation.write(
                        Content.of(document.topic(), document.graph().get()), variant, root);
        return answer(
                variant, body, variant.tag(), location, links.of(document, root).without(location), language);
    }

    /** Where each variant of a document lies. */
    static List<String> alternatives(String document, boolean claim) {
        List<Variant> variants = new ArrayList<>(Variant.OFFERED);
        if (claim) {
            variants.add(Variant.NANOPUBLICATION);
        }
        return variants.stream()
                .map(variant -> Addresses.variantPath(document, variant))
                .toList();
    }
}
