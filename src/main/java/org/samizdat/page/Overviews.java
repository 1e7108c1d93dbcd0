package org.samizdat.page;

import com.github.benmanes.caffeine.cache.Cache;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.system.Txn;
import org.samizdat.document.About;
import org.samizdat.document.Addresses;
import org.samizdat.http.Answer;
import org.samizdat.http.HttpProblem;
import org.samizdat.http.Parameters;
import org.samizdat.http.Version;
import org.samizdat.query.KeptQuery;
import org.samizdat.query.QueryTemplate;

/** The pages about the publication as a whole, each made when it is first asked for. */
final class Overviews {
    /** Bytes of pages that are kept. */
    private static final long ROOM = 32L << 20;

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv;charset=utf-8;header=present";
    private static final String HTML = "text/html;charset=utf-8";

    private final Material material;
    private final Version version;
    private final String server;
    private final AtomicReference<Chronicle> chronicle = new AtomicReference<>();
    private final Cache<String, Answer> pages = Answer.cache(ROOM);

    Overviews(Material material, Version version, String server) {
        this.material = material;
        this.version = version;
        this.server = server;
    }

    /**
     * @param path relative to the root
     * @return empty if no page has this address
     * @throws HttpProblem if the page has nothing to show for the parameters
     */
    Optional<Answer> answer(String path, Parameters parameters) {
        Wishes wishes = new Wishes(parameters);
        return maker(path, wishes).map(maker -> kept(path + "?" + parameters.query(), maker));
    }

    private Optional<Supplier<Answer>> maker(String path, Wishes wishes) {
        if (path.startsWith(Addresses.SOURCE)) {
            String name = Addresses.decode(path.substring(Addresses.SOURCE.length()));
            return Optional.of(() -> page("source", new SourcePages(material, name).page(wishes.text("part"))));
        }
        return Optional.ofNullable(
                switch (path) {
                    case Addresses.BROWSE -> () -> page("browse", browse().page(wishes));
                    case Addresses.SEARCH -> () -> page("search", new SearchPages(material).page(wishes));
                    case Addresses.SUGGEST -> () -> data(JSON, new SearchPages(material).suggestions(wishes));
                    case Addresses.QUERY -> () -> page("query", new QueryPages(material).page(wishes));
                    case Addresses.QUERY + "/terms.json" -> () -> data(JSON, new Completions(material).json());
                    case Addresses.TIMELINE -> () -> page("timeline", timeline().page(wishes));
                    case Addresses.TIMELINE + ".json" ->
                        () -> data(JSON, timeline().table(wishes).json());
                    case Addresses.TIMELINE + ".csv" ->
                        () -> data(CSV, timeline().table(wishes).csv());
                    case Addresses.NETWORK -> () -> page("network", network().page());
                    case Addresses.NETWORK + ".json" ->
                        () -> data(JSON, network().json());
                    case Addresses.NETWORK + ".csv" -> () -> data(CSV, network().csv());
                    case Addresses.CODE -> () -> page("codeSamples", code(wishes));
                    default -> null;
                });
    }

    byte[] front() {
        return Templates.render("front", new FrontPages(material, server).page(browse().kinds(Optional.empty())));
    }

    /** Not kept: whether a release can still be asked may change at any time. */
    Answer query(KeptQuery query, List<String> releases) {
        return page("saved", new SavedPages(material, server).page(query, releases));
    }

    Answer saveForm() {
        return page("saveForm", new SavedPages(material, server).form());
    }

    /** A fragment for the page where queries are written. */
    private CodeSamples code(Wishes wishes) {
        String text = wishes.text("query")
                .orElseThrow(() -> HttpProblem.of(400, "Bad request", "There is no parameter query."));
        About about = material.about();
        QueryTemplate query = QueryTemplate.read(text, about.addresses().base(), about.prefixes());
        return CodeSamples.of(text, query.formats().getFirst().isGraph(), server + Addresses.SPARQL);
    }

    private BrowsePages browse() {
        return new BrowsePages(material, dated());
    }

    private TimelinePages timeline() {
        return new TimelinePages(material, dated());
    }

    private NetworkPages network() {
        return new NetworkPages(material, Network.read(material));
    }

    /** Looked for once; whoever comes at the same time may look as well. */
    private Chronicle dated() {
        Chronicle known = chronicle.get();
        if (known == null) {
            known = Chronicle.read(material.graph());
            chronicle.set(known);
        }
        return known;
    }

    private Answer page(String template, Object model) {
        return answer(HTML, Templates.render(template, model));
    }

    private Answer data(String contentType, String text) {
        return answer(contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer answer(String contentType, byte[] body) {
        return Answer.document(contentType, body, version.validators("overview", body));
    }

    private Answer kept(String address, Supplier<Answer> make) {
        Answer known = pages.getIfPresent(address);
        if (known == null) {
            known = Txn.calculateRead(material.data(), make);
            pages.put(address, known);
        }
        return known;
    }
}
