package org.samizdat.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
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

/** All pages of one release. */
public final class Pages {
    private final About about;
    private final Frames frames;
    private final Overviews overviews;

    /** @param server the address under which this server is reached, for examples to copy */
    public Pages(About about, DatasetGraph data, Version version, String server) {
        this.about = about;
        this.frames = new Frames(about);
        this.overviews = new Overviews(about, data, frames, version, server);
    }

    /**
     * The page of a thing.
     *
     * @param description all that is known of the thing, labels included
     * @param inferred whether a triple only follows from others
     * @param root relative path from the page to the root
     * @param language of names where a thing has several
     */
    public byte[] thing(
            String name, Description description, Predicate<Triple> inferred, String root, String language) {
        Node thing = description.thing();
        Names names = new Names(description.graph(), about.addresses(), root, language);
        Frame frame = frames.frame(names.text(thing), root, thing.getURI(), Addresses.documentPath(name));
        return Templates.render("thing", ThingPages.page(description.graph(), thing, names, inferred, frame));
    }

    /** The page of the ontology's terms. */
    public byte[] ontology(Graph ontology) {
        return Templates.render("ontology", OntologyPages.page(ontology, about.addresses(), frames));
    }

    /**
     * A page about the publication as a whole.
     *
     * @param path relative to the root
     * @return empty if no page has this address
     * @throws HttpProblem if the page has nothing to show for the parameters
     */
    public Optional<Answer> overview(String path, Parameters parameters) {
        return switch (path) {
            case "" -> Optional.of(overviews.front());
            case Addresses.BROWSE -> Optional.of(overviews.browse(parameters));
            default -> Optional.empty();
        };
    }

    /** @param path the address asked for, beginning with {@code /}; the page's links are relative to it */
    public static byte[] problem(HttpProblem problem, String path) {
        String root =
                "../".repeat((int) path.chars().skip(1).filter(c -> c == '/').count());
        Frame frame = new Frame(
                problem.title(), problem.title(), root, Templates.stylePath(), Link.to("", ""), "", "", "", List.of());
        return Templates.render("problem", new ProblemPage(frame, problem.getMessage(), problem.alternatives()));
    }

    public static byte[] style() {
        return Templates.style();
    }

    /** Where the style sheet lies, relative to the root; changes with its content. */
    public static String stylePath() {
        return Templates.stylePath();
    }
}
