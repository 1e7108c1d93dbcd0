package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.search.TextIndex.Selection;

/** Arranges the front page. */
final class FrontPages {
    private static final String EXAMPLE = "SELECT * { ?thing a ?kind } LIMIT 10";

    private final Material material;
    private final About about;
    private final Names names;
    private final String server;

    /** @param server the address under which this server is reached, for examples to copy */
    FrontPages(Material material, String server) {
        this.material = material;
        this.about = material.about();
        this.names = material.names("");
        this.server = server;
    }

    FrontPage page(List<BrowsePage.Choice> kinds) {
        return new FrontPage(
                frame(),
                material.index().count(new Selection(Optional.empty(), Optional.empty(), Optional.empty())),
                about.classes().getOrDefault(RDF.Statement.getURI(), 0L),
                kinds.stream()
                        .sorted(Comparator.comparing(kind -> -kind.count()))
                        .toList(),
                sources(),
                server,
                EXAMPLE,
                examplePath(),
                material.history().latest().map(new News(names)::of).orElse(FrontPage.News.NONE));
    }

    private Frame frame() {
        String json = LinkedData.of("Dataset", about.addresses().base(), about.title())
                .with("description", about.description())
                .with("license", about.license().map(Node::toString).orElse(""))
                .with("dateModified", about.modified().toString())
                .toString();
        return material.frames()
                .frame(about.title(), "", about.addresses().base(), Addresses.DATASET)
                .at(about.addresses().base())
                .described(about.description(), json);
    }

    private List<Link> sources() {
        return about.dataset().stream()
                .flatMap(dataset -> material
                        .graph("void")
                        .find(dataset, DCTerms.source.asNode(), Node.ANY)
                        .mapWith(triple -> triple.getObject())
                        .toList()
                        .stream())
                .filter(names::isThing)
                .filter(document -> material.graph().contains(Node.ANY, DCTerms.isPartOf.asNode(), document))
                .map(names::sourcePage)
                .sorted(FactGroups.BY_TEXT)
                .toList();
    }

    /** Some thing that has a name, so that the example works. */
    private String examplePath() {
        return material
                .index()
                .list(new Selection(Optional.empty(), Optional.empty(), Optional.empty()), 0, 1)
                .shown()
                .stream()
                .findFirst()
                .map(name -> Addresses.THING + Addresses.encode(name))
                .orElse(Addresses.ONTOLOGY);
    }
}
