package org.samizdat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Description;
import org.samizdat.document.Schemas;
import org.samizdat.http.LinkSet;
import org.samizdat.http.LinkSet.Target;
import org.samizdat.http.Variant;

/** Where documents link to in their header fields, in relation types registered at IANA. */
final class DocumentLinks {
    private final About about;

    DocumentLinks(About about) {
        this.about = about;
    }

    /** The links that all variants of a thing's document share. */
    LinkSet of(String name, Node thing, boolean claim) {
        String root = Addresses.root(name);
        String document = root + Addresses.documentPath(name);
        List<Target> targets = new ArrayList<>();
        targets.add(Target.of("canonical", about.addresses().base() + Addresses.documentPath(name)));
        targets.add(Target.of("cite-as", about.addresses().base() + Addresses.THING + Addresses.encode(name)));
        alternates(document, claim).forEach(targets::add);
        targets.add(new Target(
                "describedby",
                root + Addresses.variantPath(Addresses.documentPath(name), Variant.TURTLE),
                Variant.TURTLE.mediaType()));
        targets.add(new Target("describedby", root + Schemas.path(claim), Schemas.MEDIA_TYPE));
        targets.add(Target.of("type", FOAF.Document.getURI()));
        common(root).forEach(targets::add);
        targets.add(new Target("linkset", root + Addresses.LINKSET + Addresses.encode(name), LinkSet.MEDIA_TYPE));
        return new LinkSet(targets);
    }

    /** @param root relative path from where the document was asked for to the root */
    LinkSet of(OtherDocument document, String root) {
        List<Target> targets = new ArrayList<>();
        targets.add(Target.of("canonical", about.addresses().base() + document.canonical()));
        targets.add(Target.of("cite-as", document.topic().getURI()));
        alternates(root + document.path(), false).forEach(targets::add);
        targets.add(Target.of("type", FOAF.Document.getURI()));
        common(root).forEach(targets::add);
        return new LinkSet(targets);
    }

    private static Stream<Target> alternates(String document, boolean claim) {
        Stream<Variant> variants =
                claim ? Stream.concat(Variant.ALL.stream(), Stream.of(Variant.NANOPUBLICATION)) : Variant.ALL.stream();
        return variants.map(
                variant -> new Target("alternate", Addresses.variantPath(document, variant), variant.mediaType()));
    }

    private Stream<Target> common(String root) {
        Stream<Target> license =
                about.license().stream().filter(Node::isURI).map(node -> Target.of("license", node.getURI()));
        return Stream.concat(license, Stream.of(new Target("collection", root + ".", Variant.HTML.mediaType())));
    }

    /** Those of one variant: its profile, and its further pages. */
    List<Target> ofVariant(String document, Variant variant, Description description) {
        List<Target> targets = new ArrayList<>();
        if (variant == Variant.NANOPUBLICATION) {
            targets.add(Target.of("profile", Variant.NANOPUB_PROFILE));
        }
        int page = description.page();
        if (description.pages() > 1) {
            targets.add(page("first", document, variant, 1));
            targets.add(page("last", document, variant, description.pages()));
        }
        if (page > 1) {
            targets.add(page("prev", document, variant, page - 1));
        }
        if (page < description.pages()) {
            targets.add(page("next", document, variant, page + 1));
        }
        return targets;
    }

    private static Target page(String relation, String document, Variant variant, int page) {
        return Target.of(relation, Addresses.variantPath(document, variant, page));
    }
}
