package org.samizdat.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.Addresses;
import org.samizdat.http.HttpProblem;
import org.samizdat.search.Found;
import org.samizdat.search.TextIndex.Selection;

/** Arranges lists of things: by kind, by letter, by property, by period. */
final class BrowsePages {
    private static final int THINGS_A_PAGE = 200;
    private static final String[] WISHES = {"kind", "property", "letter", "from", "to"};

    private final Material material;
    private final Chronicle chronicle;
    private final Names names;

    BrowsePages(Material material, Chronicle chronicle) {
        this.material = material;
        this.chronicle = chronicle;
        this.names = material.names("");
    }

    /** @throws HttpProblem if there is no such kind or property, or the list has no such page */
    BrowsePage page(Wishes wishes) {
        Optional<Node> kind = wishes.text("kind").map(this::kind);
        Optional<Node> property = wishes.text("property").map(this::property);
        Selection selection = new Selection(kind.map(Node::getURI), property.map(Node::getURI), wishes.text("letter"));
        int number = wishes.page();
        Found<Link> found = found(wishes, selection, number);
        int pages = (int) Math.max(1, (found.total() + THINGS_A_PAGE - 1) / THINGS_A_PAGE);
        if (number > pages) {
            throw HttpProblem.notFound();
        }
        return new BrowsePage(
                material.frames().frame(title(kind, property), "", "", ""),
                kinds(kind),
                properties(property),
                letters(wishes, selection),
                wishes.text("from").orElse(""),
                wishes.text("to").orElse(""),
                found.total(),
                found.shown(),
                wishes.with(Addresses.BROWSE, "", "", WISHES),
                number,
                pages);
    }

    private Found<Link> found(Wishes wishes, Selection selection, int number) {
        int from = (number - 1) * THINGS_A_PAGE;
        if (wishes.year("from").isPresent() || wishes.year("to").isPresent()) {
            List<Link> inTime = inTime(wishes, selection);
            return new Found<>(
                    inTime.size(),
                    inTime.stream().skip(from).limit(THINGS_A_PAGE).toList());
        }
        Found<String> things = material.index().list(selection, from, THINGS_A_PAGE);
        return new Found<>(
                things.total(),
                things.shown().stream()
                        .map(name -> names.link(material.about().addresses().thing(name)))
                        .toList());
    }

    private List<Link> inTime(Wishes wishes, Selection selection) {
        return chronicle
                .things(wishes.year("from").orElse(-9999), wishes.year("to").orElse(9999))
                .stream()
                .filter(thing -> selection.kind().stream()
                        .allMatch(kind ->
                                material.graph().contains(thing, RDF.type.asNode(), NodeFactory.createURI(kind))))
                .filter(thing -> selection.property().stream()
                        .allMatch(property ->
                                material.graph().contains(thing, NodeFactory.createURI(property), Node.ANY)))
                .map(names::link)
                .sorted(FactGroups.BY_TEXT)
                .toList();
    }

    private String title(Optional<Node> kind, Optional<Node> property) {
        List<String> parts = Stream.of(kind.map(names::text), property.map(node -> names.text(node) + " …"))
                .flatMap(Optional::stream)
                .toList();
        String title = String.join(", ", parts);
        return title.isEmpty() ? "Browse" : Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** A term of the own ontology by its fragment, others by their IRI. */
    private Node kind(String name) {
        return Stream.of(material.ontology().term(name), NodeFactory.createURI(name))
                .filter(kind -> material.about().classes().containsKey(kind.getURI()))
                .findFirst()
                .orElseThrow(HttpProblem::notFound);
    }

    private Node property(String name) {
        Node property = material.ontology().term(name);
        if (count(property) == 0) {
            throw HttpProblem.notFound();
        }
        return property;
    }

    private long count(Node property) {
        return material.index()
                .count(new Selection(Optional.empty(), Optional.of(property.getURI()), Optional.empty()));
    }

    /** The kinds of the publication's own ontology; those of other vocabularies follow from them. */
    List<BrowsePage.Choice> kinds(Optional<Node> chosen) {
        return material.about().classes().entrySet().stream()
                .map(entry -> Map.entry(NodeFactory.createURI(entry.getKey()), entry.getValue()))
                .filter(entry -> names.isOwn(entry.getKey()))
                .map(entry -> choice(entry.getKey(), entry.getValue(), chosen))
                .sorted(Comparator.comparing(BrowsePage.Choice::link, FactGroups.BY_TEXT))
                .toList();
    }

    private BrowsePage.Choice choice(Node kind, long count, Optional<Node> chosen) {
        Link link = names.kind(kind).marked(material.ontology().symbol(List.of(kind)));
        String value = material.about().addresses().term(kind).orElse(kind.getURI());
        return new BrowsePage.Choice(
                link, value, count, chosen.filter(kind::equals).isPresent());
    }

    private List<BrowsePage.Choice> properties(Optional<Node> chosen) {
        return material.ontology().properties().stream()
                .map(property -> new BrowsePage.Choice(
                        names.link(property),
                        material.about().addresses().term(property).orElseThrow(),
                        count(property),
                        chosen.filter(property::equals).isPresent()))
                .filter(choice -> choice.count() > 0)
                .sorted(Comparator.comparing(BrowsePage.Choice::link, FactGroups.BY_TEXT))
                .toList();
    }

    private List<BrowsePage.Choice> letters(Wishes wishes, Selection selection) {
        if (wishes.year("from").isPresent() || wishes.year("to").isPresent()) {
            return List.of();
        }
        return material.index().letters(selection).entrySet().stream()
                .map(letter -> new BrowsePage.Choice(
                        Link.to(
                                letter.getKey(),
                                wishes.with(Addresses.BROWSE, "letter", letter.getKey(), "kind", "property")),
                        letter.getKey(),
                        letter.getValue(),
                        selection.letter().filter(letter.getKey()::equals).isPresent()))
                .toList();
    }
}
