package org.samizdat.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samizdat.release.Home;
import org.samizdat.vocab.Hydra;

/** A thing that 200,000 others link to, and one with a few more links than fit on a page. */
class PagingIT {
    private static final int LINKS = 200_000;
    private static final int FEW = 2_500;
    private static final int PAGE = 1_000;
    private static final String ID = ServerFixture.BASE + "id/";
    private static final String KNOWS = ServerFixture.BASE + "ontology#knows";
    private static final String CITES = ServerFixture.BASE + "ontology#cites";

    @TempDir
    static Path folder;

    private static ServerFixture server;

    @BeforeAll
    static void start() {
        Home home = Home.at(folder.resolve("home"));
        ServerFixture.publish(home, folder, quads());
        server = ServerFixture.start(home);
    }

    private static List<String> quads() {
        List<String> quads = new ArrayList<>(2 * LINKS);
        String label = " <" + RDFS.label.getURI() + "> \"";
        for (String thing : List.of("hub", "middle", "small")) {
            quads.add("<" + ID + thing + ">" + label + thing + "\"@en .");
        }
        for (int i = 0; i < LINKS; i++) {
            String other = "<" + ID + "t" + i + ">";
            quads.add(other + " <" + (i % 4 == 0 ? CITES : KNOWS) + "> <" + ID + "hub> .");
        }
        for (int i = 0; i < FEW; i++) {
            quads.add("<" + ID + "t" + i + ">" + label + "thing " + i + "\"@en .");
            quads.add("<" + ID + "t" + i + "> <" + KNOWS + "> <" + ID + "middle> .");
            quads.add("<" + ID + "middle> <" + CITES + "> <" + ID + "t" + (i + 10) + "> .");
        }
        quads.add("<" + ID + "t1> <" + KNOWS + "> <" + ID + "small> .");
        return quads;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theFirstPageOfVeryManyLinksHoldsSomeAndCountsAll() {
        HttpResponse<String> response = server.get("/doc/hub.nt");
        Graph page = parse(response.body());
        assertEquals(PAGE, linksTo("hub", page).size());
        assertEquals(LINKS / 4, count(page, CITES));
        assertEquals(LINKS - LINKS / 4, count(page, KNOWS));
        assertEquals(
                "<../doc/hub.nt?page=2>; rel=\"next\"",
                link(response, "next"),
                response.headers().map().toString());
        assertEquals("<../doc/hub.nt?page=200>; rel=\"last\"", link(response, "last"));
        assertEquals("", link(response, "prev"));
    }

    @Test
    void theLastPageIsTheEnd() {
        HttpResponse<String> response = server.get("/doc/hub?page=200", "Accept", "application/n-triples");
        assertEquals(PAGE, linksTo("hub", parse(response.body())).size());
        assertEquals(
                "../doc/hub.nt?page=200",
                response.headers().firstValue("Content-Location").orElse(""));
        assertEquals("", link(response, "next"));
        assertEquals("<../doc/hub.nt?page=199>; rel=\"prev\"", link(response, "prev"));
        assertEquals(404, server.get("/doc/hub?page=201").statusCode());
    }

    /** Pages neither overlap nor leave anything out, in either direction. */
    @Test
    void allPagesTogetherHoldAllLinks() {
        Graph all = GraphFactory.createDefaultGraph();
        long sum = 0;
        for (int page = 1; page <= 3; page++) {
            Graph graph = parse(server.get("/doc/middle.nt?page=" + page).body());
            sum += linksTo("middle", graph).size() + linksFrom("middle", graph).size();
            graph.find().forEach(all::add);
        }
        assertEquals(2 * FEW, sum);
        assertEquals(FEW, linksTo("middle", all).size());
        assertEquals(FEW, linksFrom("middle", all).size());
        assertEquals(404, server.get("/doc/middle.nt?page=4").statusCode());
    }

    @Test
    void aDocumentSaysWhichPageItIs() {
        Graph page = parse(server.get("/doc/middle.nt?page=2").body());
        Node view = node(ServerFixture.BASE + "doc/middle?page=2");
        assertTrue(page.contains(node(ServerFixture.BASE + "doc/middle"), Hydra.VIEW, view));
        assertTrue(page.contains(view, Hydra.FIRST, node(ServerFixture.BASE + "doc/middle?page=1")));
        assertTrue(page.contains(view, Hydra.PREVIOUS, node(ServerFixture.BASE + "doc/middle?page=1")));
        assertTrue(page.contains(view, Hydra.NEXT, node(ServerFixture.BASE + "doc/middle?page=3")));
        assertTrue(page.contains(view, Hydra.LAST, node(ServerFixture.BASE + "doc/middle?page=3")));
    }

    @Test
    void whatFitsOnOnePageHasNoPages() {
        HttpResponse<String> response = server.get("/doc/small.nt");
        assertFalse(parse(response.body()).contains(Node.ANY, Hydra.VIEW, Node.ANY));
        assertEquals("", link(response, "last"));
        assertEquals(404, server.get("/doc/small?page=2").statusCode());
    }

    @Test
    void everyFormatHasPages() {
        for (String format : List.of("ttl", "html", "jsonld", "nt", "rdf", "trig", "nq")) {
            HttpResponse<String> response = server.get("/doc/hub." + format + "?page=7");
            assertEquals(200, response.statusCode(), format);
            assertEquals("<../doc/hub." + format + "?page=8>; rel=\"next\"", link(response, "next"));
            assertEquals(
                    "../doc/hub." + format + "?page=7",
                    response.headers().firstValue("Content-Location").orElse(""));
        }
    }

    private static Set<Node> linksTo(String name, Graph graph) {
        return graph
                .find(Node.ANY, Node.ANY, node(ID + name))
                .filterKeep(triple -> triple.getPredicate().getURI().startsWith(ServerFixture.BASE))
                .mapWith(triple -> triple.getSubject())
                .toList()
                .stream()
                .collect(Collectors.toSet());
    }

    private static List<Node> linksFrom(String name, Graph graph) {
        return graph.find(node(ID + name), node(CITES), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    /** What the document says of the number of links by a property. */
    private static int count(Graph page, String property) {
        Node assertion =
                page.find(Node.ANY, Hydra.PROPERTY, node(property)).next().getSubject();
        Node collection =
                page.find(Node.ANY, Hydra.MEMBER_ASSERTION, assertion).next().getSubject();
        assertTrue(page.contains(assertion, Hydra.OBJECT, node(ID + "hub")));
        return (Integer) page.find(collection, Hydra.TOTAL_ITEMS, Node.ANY)
                .next()
                .getObject()
                .getLiteralValue();
    }

    private static String link(HttpResponse<String> response, String relation) {
        return response.headers().allValues("Link").stream()
                .flatMap(field -> List.of(field.split(", (?=<)")).stream())
                .filter(link -> link.contains("rel=\"" + relation + "\""))
                .findFirst()
                .orElse("");
    }

    private static Graph parse(String nTriples) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(nTriples))
                .lang(Lang.NTRIPLES)
                .parse(graph);
        return graph;
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
