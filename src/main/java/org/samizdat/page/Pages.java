package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.document.Description;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.http.Version;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.ResultPages;
import org.samizdat.release.History;
import org.samizdat.search.TextIndex;

/** All pages of one release. */
public final class Pages {
    private final Material material;
    private final Overviews overviews;

    /**
     * @param server the address under which this server is reached, for examples to copy
     * @param history what came to pass until the release was current
     */
    public Pages(About about, DatasetGraph data, TextIndex index, Version version, String server, History history) {
        this.material = Material.of(about, data, index, history);
        this.overviews = new Overviews(material, version, server);
    }

    /**
     * The page of a thing, inside a read transaction.
     *
     * @param description all that is known of the thing, labels included
     * @param inferred whether a triple only follows from others
     * @param root relative path from the page to the root
     * @param language of names where a thing has several
     */
    public byte[] thing(
            String name, Description description, Predicate<Triple> inferred, String root, String language) {
        Names names = material.names(description.graph(), root, language);
        Node thing = description.thing();
        Frame frame = material.frames().frame(names.text(thing), root, thing.getURI(), Addresses.documentPath(name));
        return Claim.of(description.graph(), thing)
                .map(claim -> claim(claim, frame, root))
                .orElseGet(() -> thing(new ThingPages(description, names, material.ontology(), inferred).page(frame)));
    }

    private byte[] thing(ThingPage page) {
        return Templates.render("thing", page.in(page.frame().described(page.sentence(), linkedData(page))));
    }

    private String linkedData(ThingPage page) {
        return LinkedData.of(
                        page.symbol().schemaType(),
                        page.frame().permanent(),
                        page.frame().title())
                .with("description", page.sentence())
                .with("alternateName", page.names().stream().map(Link::text).toList())
                .with("sameAs", page.same())
                .in(material.about())
                .toString();
    }

    private byte[] claim(Claim claim, Frame frame, String root) {
        ClaimPage page = new ClaimPages(material, claim, root).page(frame);
        String json = LinkedData.of("Claim", claim.node().getURI(), frame.title())
                .in(material.about())
                .toString();
        return Templates.render("claim", page.in(frame.described(page.sentence(), json)));
    }

    /** The front page, inside a read transaction. */
    public byte[] front() {
        return overviews.front();
    }

    /**
     * The page of a version of the ontology, inside a read transaction.
     *
     * @param root relative path from the page to the root
     * @param path of the page, relative to the root
     * @param graph the version's name
     */
    public byte[] ontology(String root, String path, Node graph) {
        Ontology shown = Ontology.read(material.data(), material.about().addresses(), graph);
        return Templates.render("ontology", new OntologyPages(material, shown, root).page(path));
    }

    /**
     * The page of a query that has an address of its own.
     *
     * @param releases the ids of the releases that can be asked
     */
    public Answer query(KeptQuery query, List<String> releases) {
        return overviews.query(query, releases);
    }

    /** The page on which a query can be saved, which lies one folder below the root. */
    public Answer saveForm() {
        return overviews.saveForm();
    }

    /**
     * What lies at a path that is not of one thing: a page about the publication as a whole, or what pages are shown with.
     *
     * @param path relative to the root
     * @return empty if there is nothing at this path
     * @throws HttpProblem if a page has nothing to show for the parameters
     */
    public Optional<Answer> overview(String path, Parameters parameters) {
        return overviews.answer(path, parameters).or(() -> Assets.at(path));
    }

    /** How results of queries are shown. */
    public ResultPages results() {
        return new QueryResults(material);
    }

    /** @param path the address asked for, beginning with {@code /}; the page's links are relative to it */
    public static byte[] problem(HttpProblem problem, String path) {
        String root = Addresses.up(path.isEmpty() ? path : path.substring(1));
        Frame frame = Frames.problem(problem, root);
        return Templates.render("problem", new ProblemPage(frame, problem));
    }
}
