package org.samizdat.page;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.Addresses;
import org.samizdat.http.HttpProblem;
import org.samizdat.search.Found;
import org.samizdat.search.Hit;
import org.samizdat.search.Suggestion;

/** Arranges what a search finds. */
final class SearchPages {
    private static final int A_PAGE = 25;
    private static final int SUGGESTIONS = 8;

    private final Material material;
    private final Names names;

    SearchPages(Material material) {
        this.material = material;
        this.names = material.names("");
    }

    /** @throws HttpProblem if there is no such page */
    SearchPage page(Wishes wishes) {
        String words = wishes.text("q").orElse("");
        int number = wishes.page();
        Found<Hit> found = material.index().search(words, (number - 1) * A_PAGE, A_PAGE);
        int pages = (int) Math.max(1, (found.total() + A_PAGE - 1) / A_PAGE);
        if (number > pages) {
            throw HttpProblem.notFound();
        }
        String title = words.isEmpty() ? "Search" : "Search: " + words;
        return new SearchPage(
                material.frames().frame(title, "", "", ""),
                words,
                found.total(),
                found.shown().stream().map(this::result).toList(),
                wishes.with(Addresses.SEARCH, "", "", "q"),
                number,
                pages);
    }

    private SearchPage.Result result(Hit hit) {
        Node thing = material.about().addresses().thing(hit.thing());
        List<Link> kinds = material
                .graph()
                .find(thing, RDF.type.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .filterKeep(names::isOwn)
                .toList()
                .stream()
                .filter(kind -> !isImplied(thing, kind))
                .map(names::kind)
                .sorted(FactGroups.BY_TEXT)
                .toList();
        return new SearchPage.Result(names.link(thing), kinds, hit);
    }

    private boolean isImplied(Node thing, Node kind) {
        Node inferred = material.about().addresses().graph("inferred");
        return material.data().contains(inferred, thing, RDF.type.asNode(), kind);
    }

    /** Names and IRIs, for what was typed so far, in the form of OpenSearch suggestions: the third list is of descriptions. */
    String suggestions(Wishes wishes) {
        String words = wishes.text("q").orElse("");
        JsonArray names = new JsonArray();
        JsonArray iris = new JsonArray();
        for (Suggestion suggestion : material.index().suggest(words, SUGGESTIONS)) {
            names.add(suggestion.name());
            iris.add(material.about().addresses().thing(suggestion.thing()).getURI());
        }
        JsonArray answer = new JsonArray();
        answer.add(words);
        answer.add(names);
        answer.add(new JsonArray());
        answer.add(iris);
        return answer.toString();
    }
}
