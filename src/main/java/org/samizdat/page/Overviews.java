package org.samizdat.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.http.Variant;
import org.samizdat.http.Version;

/** The pages about the publication as a whole: front page and lists of things. */
final class Overviews {
    private static final int THINGS_A_PAGE = 500;
    private static final String EXAMPLE = "SELECT * { ?thing a ?kind } LIMIT 10";
    private static final Comparator<Link> BY_TEXT =
            Comparator.comparing(Link::text, String.CASE_INSENSITIVE_ORDER).thenComparing(Link::href);

    private final About about;
    private final DatasetGraph data;
    private final Frames frames;
    private final Version version;
    private final String server;
    private final Names names;
    private final Cache<String, Answer> pages =
            Caffeine.newBuilder().maximumSize(200).executor(Runnable::run).build();

    Overviews(About about, DatasetGraph data, Frames frames, Version version, String server) {
        this.about = about;
        this.data = data;
        this.frames = frames;
        this.version = version;
        this.server = server;
        this.names = new Names(data.getDefaultGraph(), about.addresses(), "");
    }

    Answer front() {
        return kept("", () -> page("", "front", frontPage()));
    }

    private FrontPage frontPage() {
        return new FrontPage(
                frames.frame(about.title(), "", "", ""),
                about.description(),
                kindLinks(),
                server,
                EXAMPLE,
                URLEncoder.encode(EXAMPLE, StandardCharsets.UTF_8),
                examplePath());
    }

    /** Some thing that has a name, so that the example on the front page works. */
    private String examplePath() {
        return data.getDefaultGraph()
                .find(Node.ANY, DCTerms.description.asNode(), Node.ANY)
                .mapWith(triple -> about.addresses().name(triple.getSubject()))
                .filterKeep(Optional::isPresent)
                .nextOptional()
                .map(name -> Addresses.THING + Addresses.encode(name.get()))
                .orElse(Addresses.ONTOLOGY);
    }

    /** The kinds of the publication's own ontology; those of other vocabularies follow from them. */
    private List<FrontPage.Kind> kindLinks() {
        return about.classes().entrySet().stream()
                .filter(entry -> names.isOwn(NodeFactory.createURI(entry.getKey())))
                .map(entry -> kind(NodeFactory.createURI(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(FrontPage.Kind::link, BY_TEXT))
                .toList();
    }

    private FrontPage.Kind kind(Node kind, long count) {
        return new FrontPage.Kind(Link.to(names.text(kind), browseAddress(kind)), count);
    }

    /** The class that an address names: a term of the own ontology by its fragment, others by their IRI. */
    private Optional<Node> kind(String name) {
        String own = about.addresses().ontology().getURI() + "#" + name;
        return Stream.of(own, name)
                .filter(about.classes()::containsKey)
                .map(NodeFactory::createURI)
                .findFirst();
    }

    private String browseAddress(Node kind) {
        String name = about.addresses().term(kind).orElse(kind.getURI());
        return Addresses.BROWSE + "?kind=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /**
     * Things of one kind, in order of their names.
     *
     * @throws HttpProblem if there is no such kind, or the list has no such page
     */
    Answer browse(Parameters parameters) {
        Optional<String> kind = parameters.first("kind");
        int number = number(parameters.first("page"));
        if (kind.isEmpty()) {
            return kept("browse", () -> page("browse", "browse", browsePage("Browse", List.of(), 1, "")));
        }
        Node node = kind(kind.get()).orElseThrow(HttpProblem::notFound);
        return kept(
                "browse-" + number + "-" + kind.get(),
                () -> page(
                        "browse-" + number,
                        "browse",
                        browsePage(names.text(node), things(node), number, browseAddress(node))));
    }

    private static int number(Optional<String> page) {
        String digits = page.orElse("1");
        if (!digits.matches("[1-9]\\d{0,5}")) {
            throw HttpProblem.notFound();
        }
        return Integer.parseInt(digits);
    }

    private BrowsePage browsePage(String title, List<Link> things, int number, String address) {
        int pages = Math.max(1, (things.size() + THINGS_A_PAGE - 1) / THINGS_A_PAGE);
        if (number > pages) {
            throw HttpProblem.notFound();
        }
        List<Link> shown = things.stream()
                .skip((long) (number - 1) * THINGS_A_PAGE)
                .limit(THINGS_A_PAGE)
                .toList();
        return new BrowsePage(frames.frame(title, "", "", ""), kindLinks(), shown, number, pages, address);
    }

    private List<Link> things(Node kind) {
        return data
                .getDefaultGraph()
                .find(Node.ANY, RDF.type.asNode(), kind)
                .mapWith(triple -> names.link(triple.getSubject()))
                .toList()
                .stream()
                .sorted(BY_TEXT)
                .toList();
    }

    private Answer page(String tag, String template, Object model) {
        return Answer.document(
                Variant.HTML.contentType(), Templates.render(template, model), version.validators("page" + tag));
    }

    private Answer kept(String address, Supplier<Answer> make) {
        Answer known = pages.getIfPresent(address);
        if (known == null) {
            known = Txn.calculateRead(data, make);
            pages.put(address, known);
        }
        return known;
    }
}
