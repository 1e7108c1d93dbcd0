package org.samizdat.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.commons.text.StringEscapeUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samizdat.web.SampleServer;
import org.samizdat.web.ServerFixture;

/** What the pages of the sample publication say, asked for over HTTP. */
@ExtendWith(SampleServer.class)
class PagesIT {
    private static ServerFixture server;

    @BeforeAll
    static void ask(ServerFixture sample) {
        server = sample;
    }

    private static String page(String path) {
        HttpResponse<String> response = server.get(path, "Accept", "text/html");
        assertEquals(200, response.statusCode(), path);
        return response.body().replaceAll("\\s+", " ");
    }

    /** What a reader sees of it. */
    private static String text(String page) {
        return StringEscapeUtils.unescapeHtml4(page.replaceAll("<head>.*?</head>|<svg.*?</svg>|<[^>]*>", ""))
                .replaceAll("\\s+", " ");
    }

    @Test
    void aThingShowsFactsWithFootnotesAndNoRawIris() {
        String page = page("/doc/ada");
        assertTrue(page.contains("<h1>Ada Lovelace</h1>"));
        assertTrue(page.contains("<a href=\"../doc/note-g\">Note G</a>"));
        assertTrue(page.contains("<a href=\"../doc/claim-1\" aria-label=\"Claim 2\">2</a>"));
        assertTrue(page.contains("<a href=\"../doc/s1-1-1\">Section 1, paragraph 1, sentence 1</a>"));
        assertTrue(page.contains("<span lang=\"ru\">Ада Лавлейс</span>"));
        assertTrue(page.contains("<a href=\"../browse?kind=Person\">person</a>"));
        assertTrue(text(page).matches(".*born +10 December 1815.*"), text(page));
        String body = text(page.replaceAll("<section class=\"cite\".*?</section>", ""));
        assertEquals(1, body.split("://", -1).length - 1, "the permanent address alone: " + body);
    }

    @Test
    void whatIsOnlySaidIsMarkedWithWhoSaysSo() {
        String said = page("/doc/ada").replaceAll(".*(<dd class=\"said\".*?</dd>).*", "$1");
        assertTrue(text(said).matches(".*Charles Babbage ?\\d only said.* according to Charles Babbage.*"), text(said));
    }

    @Test
    void aThingTellsWhatOnlyFollows() {
        String page = page("/doc/ada");
        String implied = page.substring(page.indexOf("What follows from this"), page.indexOf("Claims and their"));
        assertTrue(implied.contains("known by") && implied.contains("person (xmlns.com)"), implied);
        assertFalse(page.contains("written by"), page);
    }

    @Test
    void aThingIsDrawnAmongItsNeighboursAndListedForScreenReaders() {
        String drawing = page("/doc/ada").replaceAll(".*<svg class=\"neighbourhood\"(.*?)</section>.*", "$1");
        assertTrue(drawing.contains("role=\"list\"") && drawing.contains("role=\"listitem\""), drawing);
        assertTrue(drawing.contains("<title>wrote: Note G</title>"), drawing);
        assertTrue(drawing.contains("href=\"../doc/charles\""), drawing);
    }

    @Test
    void aPageSaysWhatItIsAboutInTermsOfSchemaOrg() {
        JsonObject data = linkedData(page("/doc/ada"));
        assertEquals("Person", data.getString("@type"), "by alignment to FOAF");
        assertEquals("https://example.org/id/ada", data.getString("@id"));
        assertTrue(data.get("sameAs").toString().contains("http://www.wikidata.org/entity/Q7259"));
        assertEquals("Dataset", linkedData(page("/")).getString("@type"));
    }

    private static JsonObject linkedData(String page) {
        return JSON.parse(page.replaceAll(".*<script type=\"application/ld\\+json\">(.*?)</script>.*", "$1"));
    }

    @Test
    void aClaimIsASentenceWithItsPlaceInTheSource() {
        String page = text(page("/doc/claim-1"));
        assertTrue(page.contains("Ada Lovelace wrote Note G"), page);
        assertTrue(page.contains("The source itself says so."), page);
        assertTrue(page.contains("A biography Early life Section 1, paragraph 1, sentence 1"), page);
        String other = text(page("/doc/claim-3"));
        assertTrue(other.contains("According to Charles Babbage – the source reports it without vouching"), other);
    }

    /** RDF 1.2 Turtle, section 2.10: reifying triples. */
    @Test
    void aClaimIsShownInTurtleOfRdf12() {
        String page = server.get("/doc/claim-1", "Accept", "text/html").body();
        String turtle = StringEscapeUtils.unescapeHtml4(
                page.replaceAll("(?s).*Turtle 1.2</h2>\\s*<pre[^>]*><code>(.*?)</code>.*", "$1"));
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(turtle)).lang(Lang.TURTLE).parse(graph);
        assertTrue(graph.contains(
                NodeFactory.createURI("https://example.org/id/claim-1"),
                RDF.Nodes.reifies,
                NodeFactory.createTripleTerm(Triple.create(
                        NodeFactory.createURI("https://example.org/id/ada"),
                        NodeFactory.createURI("https://example.org/ontology#wrote"),
                        NodeFactory.createURI("https://example.org/id/note-g")))));
    }

    @Test
    void aSourceShowsEachClaimAtTheSentenceThatItRestsOn() {
        String page = page("/source/biography");
        String sentence = page.substring(page.indexOf("id=\"s1-1-2\""));
        assertTrue(sentence.contains("href=\"../doc/claim-2\"") && sentence.contains("href=\"../doc/claim-3\""), page);
        assertFalse(sentence.contains("href=\"../doc/claim-1\""), page);
        assertTrue(page.indexOf("id=\"s1-1-1\"") < page.indexOf("id=\"s1-1-2\""), "in order");
        assertTrue(page("/doc/s1-1-1").contains("href=\"../source/biography#s1-1-1\""));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(textBlock = """
            lovelace,   Ada Lovelace
            LOVELÁCE,   Ada Lovelace
            Lavleys,    Ada Lovelace
            Лавлейс,    Ada Lovelace
            King,       Ada Lovelace
            Trotsky,    Троцкий
            babb,       Charles Babbage
            Babage,     Charles Babbage
            Bernoulli,  Note G
            """)
    void wordsAreFoundInOtherSpellingsAndAlphabets(String words, String found) {
        String page = page("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        assertTrue(text(page).contains(found), text(page));
        assertTrue(page.contains("<mark>"), page);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertTrue(text(page("/search?q=ada+babbage")).contains("0 found"), page("/search?q=ada+babbage"));
        assertTrue(text(page("/search?q=%22%3Cscript%3E")).contains("1 found for “\"<script>”"), "no markup");
        assertTrue(text(page("/search?q=Section")).contains("0 found"), "parts of sources are left out");
    }

    @Test
    void namesAreSuggestedAsTheyAreTyped() {
        String names = server.get("/suggest?q=lov").body().replaceAll("\\s+", "");
        assertEquals("[\"lov\",[\"AdaLovelace\"],[],[\"https://example.org/id/ada\"]]", names);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            /browse?kind=Person,                  Ada Lovelace,     Note G
            /browse?letter=C,                     Charles Babbage,  Ada Lovelace
            /browse?kind=Person&letter=T,         Троцкий,          Ada Lovelace
            /browse?property=knew,                Charles Babbage,  Ada Lovelace
            """)
    void listsHoldWhatIsAskedForAlone(String path, String inside, String outside) {
        String list = page(path).replaceAll(".*<ul class=\"things\">(.*?)</ul>.*", "$1");
        assertTrue(list.contains(inside), list);
        assertFalse(list.contains(outside), list);
    }

    @Test
    void nothingOnAPageIsTakenForMarkup() {
        String page = page("/doc/hostile");
        assertFalse(page.contains("<script>") || page.contains("<img"), page);
        assertEquals("<script>alert(\"x\")</script> & 'more'", linkedData(page).getString("name"));
        assertTrue(page.contains("Sample &lt;publication&gt;"));
        String policy = server.get("/doc/hostile.html")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertTrue(policy.startsWith("default-src 'none'; style-src 'self'"), policy);
        assertFalse(policy.contains("unsafe"), policy);
    }

    @Test
    void theFrontPageLeadsOn() {
        String page = page("/");
        assertTrue(page.contains("People and works of the tests."));
        assertTrue(page.contains("browse?kind=Person"));
        assertTrue(page.contains(server.address() + "sparql"), page);
        assertTrue(page.contains("CC BY-SA 4.0"));
        String style = page.replaceAll(".*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
        HttpResponse<String> sheet = server.get("/" + style);
        assertEquals(
                "text/css;charset=utf-8",
                sheet.headers().firstValue("Content-Type").orElse(""));
        assertTrue(sheet.headers().firstValue("Cache-Control").orElse("").contains("immutable"));
    }

    @Test
    void theOntologyShowsHowItsTermsAreUsed() {
        String page = page("/ontology");
        String wrote = page.replaceAll(".*(<section class=\"term\" id=\"wrote\">.*?</section>).*", "$1");
        assertTrue(text(wrote).contains("of 1 thing"), wrote);
        assertTrue(wrote.contains("href=\"ontology#Person\"") && wrote.contains("href=\"ontology#Work\""), wrote);
        assertTrue(text(wrote).contains("Ada Lovelace wrote Note G"), text(wrote));
        assertTrue(page.contains("<svg class=\"tree\""));
    }
}
