package org.samizdat.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.samizdat.document.Addresses;
import org.samizdat.example.Form;
import org.samizdat.query.ExampleQueries;

/** Arranges the editor of queries, and the examples beside it. */
final class QueryPages {
    /** What somebody begins with who brings no query. */
    static final String FIRST = """
            SELECT ?thing ?kind
            WHERE { ?thing a ?kind }
            LIMIT 10
            """;

    private final Material material;
    private final Graph graph;
    private final Names names;

    QueryPages(Material material) {
        this.material = material;
        this.graph = material.graph("examples");
        this.names = material.names(graph, "", Names.PAGES);
    }

    QueryPage page(Wishes wishes) {
        List<QueryPage.Example> examples = Stream.of(Form.values())
                .flatMap(form -> graph.find(Node.ANY, form.property(), Node.ANY).toList().stream())
                .map(this::example)
                .sorted((a, b) -> FactGroups.BY_TEXT.compare(a.title(), b.title()))
                .toList();
        Map<String, Long> tags = examples.stream()
                .flatMap(example -> example.tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return new QueryPage(
                material.frames().frame("Query", "", "", ""),
                wishes.text("query").orElse(FIRST),
                examples,
                tags);
    }

    private QueryPage.Example example(Triple stated) {
        Node example = stated.getSubject();
        String query = ExampleQueries.query(graph, stated);
        Link name = names.link(example);
        Optional<Link> description = names.value(example, RDFS.comment.asNode()).map(names::link);
        return new QueryPage.Example(
                new Link(name.text(), address(query), name.lang(), Symbol.THING),
                description.orElse(Link.to("", "")),
                graph
                        .find(example, SchemaDO.keywords.asNode(), Node.ANY)
                        .mapWith(triple -> names.text(triple.getObject()))
                        .toList()
                        .stream()
                        .sorted()
                        .toList());
    }

    /** This page with a query in it. */
    static String address(String query) {
        return Addresses.QUERY + "?query=" + CodeSamples.encoded(query);
    }
}
